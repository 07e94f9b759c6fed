import { firstStateOf } from '../../cases/index.ts'
import type { Centre } from '../../charter/index.ts'
import type { Vault } from '../../platform/vault.ts'
import type { Scope } from '../../platform/db/centre-scope.ts'
import { type CallRow, callOf } from '../calls/call-row.ts'
import { findKnown as findKnownCalls, isSame } from '../calls/call-store.ts'
import type { Preview, PreviewCall, PreviewCase, RowOutcome } from '../contract.ts'
import { sorterOf } from '../sorting/centre-sorter.ts'
import { type ChosenValues, topicValue } from '../sorting/known-values.ts'
import { type SortedRow, sortRow } from '../sorting/sort-row.ts'
import type { RowReject, Source, SourceRow } from '../sources/source.ts'
import { type PreparedRow, prepareRow } from '../rows/prepare-row.ts'
import { findKnown, findOpenRepeats } from './run-store.ts'

/** Longest text of a preview's row. */
const textLength = 600

/** The given rows as they would become now: sorted, compared with what is here, masked; nothing is written. */
export async function previewOf(
  { scope, centre, vault }: { scope: Scope; centre: Centre; vault: Vault },
  {
    source,
    runId,
    rows,
    chosen,
  }: {
    source: Source
    runId: string
    rows: readonly (SourceRow | RowReject)[]
    chosen: ChosenValues
  },
): Promise<Preview> {
  const made = rows.map((row) => {
    if (row.kind === 'reject') return row
    const sorted = sortRow(row, centre, chosen)
    const call = callOf(sorted, centre)
    if (call && !call.becameCase) return { kind: 'call' as const, call }
    return {
      kind: 'case' as const,
      sorted,
      prepared: prepareRow(sorted, { centre, digests: vault, source, runId }),
    }
  })
  const prepared = made.flatMap((one) => (one.kind === 'case' ? [one.prepared] : []))
  const outcomes = await outcomesOf(scope, centre.id, source.code, prepared)
  const counted = made.flatMap((one) => (one.kind === 'call' ? [one.call] : []))
  const calls = await findKnownCalls(scope, centre.id, source.code, counted)
  return made.map((one) => {
    if (one.kind === 'call') return previewCall(one.call, calls.get(one.call.externalId), centre)
    return one.kind === 'reject'
      ? { kind: 'reject' as const, row: one.row, reason: one.reason, message: one.message }
      : previewCase(one.sorted, one.prepared, centre, outcomes.get(one.prepared) ?? 'created')
  })
}

async function outcomesOf(
  scope: Scope,
  centreId: number,
  source: string,
  rows: readonly PreparedRow[],
): Promise<Map<PreparedRow, RowOutcome>> {
  const known = await findKnown(
    scope,
    centreId,
    source,
    rows.map(({ externalId }) => externalId),
  )
  const digests = rows.flatMap(({ registration }) => registration.submission.repeatDigest ?? [])
  const open = new Set((await findOpenRepeats(scope, centreId, digests)).keys())
  const outcomes = new Map<PreparedRow, RowOutcome>()
  for (const row of rows) {
    const found = known.get(row.externalId)
    const repeat = row.registration.submission.repeatDigest?.toString('hex')
    if (found) outcomes.set(row, found.digest.equals(row.digest) ? 'unchanged' : 'updated')
    else if (repeat && open.has(repeat)) outcomes.set(row, 'joined')
    else if (repeat) open.add(repeat)
  }
  return outcomes
}

function previewCall(
  call: CallRow,
  known: Parameters<typeof isSame>[0] | undefined,
  centre: Centre,
): PreviewCall {
  const { row, externalId, day, type, settlement, result } = call
  const outcome = known === undefined ? 'counted' : isSame(known, call) ? 'unchanged' : 'updated'
  const place = settlement && (sorterOf(centre).settlementNames.get(settlement) ?? settlement)
  return { kind: 'call', row, externalId, outcome, day, type, place, result }
}

function previewCase(
  sorted: SortedRow,
  { registration }: PreparedRow,
  centre: Centre,
  outcome: RowOutcome,
): PreviewCase {
  const { row, masked, known, topicBy, foreign } = sorted
  const { submission, later } = registration
  return {
    kind: 'case',
    row: row.row,
    externalId: submission.externalId ?? row.externalId,
    outcome,
    receivedAt: submission.receivedAt.toString(),
    channel: submission.channel,
    network: row.network ?? null,
    state: later?.state ?? firstStateOf(registration),
    caseOutcome: later?.outcome ?? null,
    topicBy,
    topicCame: topicValue(row) ?? row.group ?? null,
    ...namedFacts(sorted, centre),
    text: masked.length > textLength ? `${masked.slice(0, textLength)}…` : masked,
    warnings: warningsOf(foreign, topicBy, known.values),
  }
}

function namedFacts({ facts, known, routing }: SortedRow, centre: Centre) {
  const sorter = sorterOf(centre)
  const { topicGroup, topic, organisation, sectorBlock, settlement, street, house } = facts
  const settled = named(settlement, (code) => sorter.settlementNames.get(code))?.name
  const bySource = organisation != null && known.organisation === organisation
  return {
    nature: facts.nature ?? null,
    topicGroup: named(topicGroup, (code) => sorter.groupNames.get(code)),
    topic: named(topic, (code) => sorter.topics.get(code)?.name),
    place: [settled, street, house].filter((part) => part != null).join(', ') || null,
    organisation: named(organisation, (code) => nameOf(centre.organisations.get(code))),
    sectorBlock: named(sectorBlock, (code) => centre.sectorBlocks.get(code)?.name),
    routedBy: bySource ? 'Организацию назвал источник.' : (routing?.why ?? null),
  }
}

const nameOf = (body: { name: string; shortName?: string | undefined } | undefined) =>
  body?.shortName ?? body?.name

function named(code: string | null | undefined, name: (code: string) => string | undefined) {
  return code == null ? null : { code, name: name(code) ?? code }
}

const kindNames = {
  topic_group: 'Группа тем',
  topic: 'Тема',
  organisation: 'Организация',
  settlement: 'Населённый пункт',
} as const

function warningsOf(
  foreign: string | null,
  topicBy: SortedRow['topicBy'],
  values: SortedRow['known']['values'],
): string[] {
  return [
    ...(foreign === null ? [] : [`Другой муниципалитет: ${foreign}. Дело будет взято с пометкой.`]),
    ...(topicBy === 'nobody' ? ['Тема не определена: её выберет сотрудник.'] : []),
    ...values
      .filter(({ code, left }) => code === null && !left)
      .map(({ kind, value }) => `${kindNames[kind]} «${value}» не сопоставлена с уставом.`),
  ]
}
