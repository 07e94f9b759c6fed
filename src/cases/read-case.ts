import { answerLineOf, answersOf, answerText } from '../answers/index.ts'
import { actionShapes } from '../audit/contract.ts'
import type { Desk } from '../people/index.ts'
import { openField, openKey } from '../residents/index.ts'
import { belongingsOf, historyOf, linksOf, peopleNames, submissionsOf } from './card-store.ts'
import { detailsOf } from './case-details.ts'
import type { CaseRow, ClockRow } from './case-row.ts'
import { allowed } from './cases-policy.ts'
import { reachCase } from './change-case.ts'
import { explainClock } from './clocks.ts'
import { type CaseCard, caseCard, type CaseJournalEntry } from './contract-card.ts'
import { namesOf, type Names } from './names.ts'
import { markOf } from './repeats/mark-columns.ts'
import type { CaseSorting } from './sorting.ts'
import { clocksOf, partsOf } from './store.ts'
import { clockStatus, summaryOf } from './summary.ts'

type Line<Name extends keyof CaseCard> = CaseCard[Name] extends (infer One)[] ? One : never

/** Everything that the case screen shows to this person. Words are masked; full ones come only by `reveal`. */
export async function readCase(desk: Desk, id: string, sorting: CaseSorting): Promise<CaseCard> {
  const { scope, centre } = desk
  const row = await reachCase(desk, id)
  const names = namesOf(centre, sorting.classifier(centre))
  const people = await peopleNames(scope, centre.id)
  const clocks = await clocksOf(scope, centre.id, id)
  const submissions = await submissionsOf(scope, centre.id, id)
  const wrappedKey = submissions.find((one) => one.id === row.submission_id)?.wrapped_key ?? null
  const answers = await answersOf(scope, centre.id, id)
  const linked = [row.joined_into, row.continues].filter((one) => one !== null)
  const links = await linksOf(scope, centre.id, id, linked)
  const linkOf = (other: string | null) => (other === null ? null : (links.byId.get(other) ?? null))
  const belongings = await belongingsOf(scope, centre.id, id)
  const reviewed = answers.find((one) => one.state === 'review')
  const facts = {
    ...row,
    ...(reviewed ? { reviewAuthorId: reviewed.author_id } : {}),
    extendable: clocks.some((clock) => clock.state === 'running' && leftToExtend(clock) > 0),
  }
  const seal = { centreId: centre.id, submissionId: row.submission_id, wrappedKey }
  const reads = mayReadAnswers(desk)
  const card = {
    ...summaryOf(desk, row, names, people.get(row.assignee_id ?? '') ?? null, await markOf(desk, row)),
    answeredAt: row.answered_at?.toString() ?? null,
    externalUrl: row.external_url,
    lat: row.lat,
    lon: row.lon,
    charterEdition: row.charter_edition,
    updatedAt: row.updated_at.toString(),
    formerNumbers: belongings.formerNumbers,
    joinedInto: linkOf(row.joined_into),
    continues: linkOf(row.continues),
    continuedBy: links.next,
    submissions: submissions.map(submissionLine),
    parts: (await partsOf(scope, centre.id, id)).map((part) => partLine(part, names, people)),
    answers: answers.map((one) =>
      answerLineOf(one, reads ? answerText(desk.vault, seal, one.id, one.sealed_text) : null),
    ),
    deadlines: clocks.map((clock) => clockLine(desk, clock)),
    ...furtherLines(desk, row, belongings, wrappedKey),
    allowed: allowed(facts, desk.actor, centre.charter),
  }
  return card as unknown as CaseCard
}

/** Answers are read in full by those who prepare, approve or send them. */
function mayReadAnswers({ actor }: Desk): boolean {
  return (['case.draft', 'case.approve', 'case.deliver'] as const).some((one) => actor.permissions.has(one))
}

function submissionLine(one: Awaited<ReturnType<typeof submissionsOf>>[number]): Line<'submissions'> {
  return {
    id: one.id,
    kind: one.kind as 'first',
    channel: one.channel,
    network: one.network,
    source: one.source,
    externalId: one.external_id,
    receivedAt: one.received_at.toString(),
    maskedText: one.masked_text,
    hasContacts: one.has_contacts,
    erasedAt: one.erased_at?.toString() ?? null,
  }
}

function partLine(
  part: Awaited<ReturnType<typeof partsOf>>[number],
  names: Names,
  people: ReadonlyMap<string, string>,
): Line<'parts'> {
  const { assignee_id: assigneeId } = part
  return {
    id: part.id,
    ordinal: part.ordinal,
    question: part.question,
    state: part.state as Line<'parts'>['state'],
    organisation: names.organisation(part.organisation),
    sectorBlock: names.sectorBlock(part.sector_block),
    assignee: assigneeId ? { id: assigneeId, name: people.get(assigneeId) ?? '—' } : null,
    outcome: part.outcome as Line<'parts'>['outcome'],
  }
}

function leftToExtend({ norm_copy: norm, extensions }: ClockRow): number {
  const rule = norm.extension
  return rule && extensions.length < rule.times ? rule.max : 0
}

function clockLine(desk: Desk, clock: ClockRow): Line<'deadlines'> {
  const { norm_copy: norm } = clock
  return {
    id: clock.id,
    partId: clock.part_id,
    clock: clock.clock,
    norm: clock.norm,
    name: norm.name,
    basis: norm.basis ?? null,
    amount: norm.amount,
    unit: norm.unit,
    startedAt: clock.started_at.toString(),
    dueAt: clock.due_at.toString(),
    legalOn: clock.legal_on?.toString() ?? null,
    controlOn: clock.control_on.toString(),
    provisional: clock.provisional,
    state: clock.state,
    status: clockStatus(desk, clock),
    stoppedAt: clock.stopped_at?.toString() ?? null,
    steps: [...explainClock(desk.centre, clock).explanation.steps],
    pauses: clock.pauses,
    extensions: clock.extensions,
    mayExtendBy: clock.state === 'running' ? leftToExtend(clock) : 0,
  }
}

function furtherLines(
  { vault, centre }: Desk,
  row: CaseRow,
  { proposal, attachments, notes, sources }: Awaited<ReturnType<typeof belongingsOf>>,
  wrappedKey: Buffer | null,
) {
  const opener = openKey(vault, { centreId: centre.id, submissionId: row.submission_id }, wrappedKey)
  return {
    proposal: proposal
      ? {
          sorter: proposal.sorter,
          at: proposal.at.toString(),
          decided: proposal.decided,
          data: caseCard.shape.proposal.unwrap().shape.data.parse(proposal.data),
        }
      : null,
    attachments: attachments.map((one) => ({
      id: one.id,
      name: one.name,
      mediaType: one.media_type,
      size: one.size,
      addedBy: one.added_by,
      addedAt: one.added_at.toString(),
    })),
    notes: notes.map((one) => ({
      id: one.id,
      author: one.author,
      at: one.at.toString(),
      text: opener && openField(opener, `note:${one.id}`, one.sealed_text).toString(),
    })),
    sources: sources.map(({ source, at, data, conflicts }) => ({
      source,
      at: at.toString(),
      data,
      conflicts,
    })),
  }
}

/** The history of a case as its journal tells it. */
export async function readCaseJournal(
  desk: Desk,
  id: string,
  sorting: CaseSorting,
): Promise<CaseJournalEntry[]> {
  const { scope, centre } = desk
  await reachCase(desk, id)
  const people = await peopleNames(scope, centre.id)
  const names = namesOf(centre, sorting.classifier(centre))
  const entries = await historyOf(scope, centre.id, id)
  return entries.map((entry) => ({
    id: entry.id,
    at: entry.at.toString(),
    actorId: entry.actor_id,
    actor: entry.actor,
    action: entry.action,
    title: actionShapes[entry.action as keyof typeof actionShapes]?.name ?? entry.action,
    details: detailsOf(entry.data as Record<string, unknown>, { centre, names, people }),
    data: entry.data as Record<string, unknown>,
    reason: entry.reason,
  }))
}
