import { sql } from 'kysely'
import { type Desk, mustHave } from '../../people/index.ts'
import { refuse } from '../../platform/refusal.ts'
import { cleanText, maskPersonal } from '../../triage/index.ts'
import type { CaseRow } from '../case-row.ts'
import { whyNot } from '../cases-policy.ts'
import { reachCase } from '../change-case.ts'
import type { NearBody, NearCaseLine } from '../contract-repeats.ts'
import type { ProposalData } from '../contract-card.ts'
import { namesOf } from '../names.ts'
import type { CaseSorting } from '../sorting.ts'
import { openStates } from '../states.ts'
import { summaryOf } from '../summary.ts'
import { type NearCase, nearCases, tellingOf } from './near-cases.ts'

/** Near cases of a text that is being typed: what the person has not chosen the machine's proposal stands for. */
export async function nearOfText(desk: Desk, body: NearBody, sorting: CaseSorting): Promise<NearCaseLine[]> {
  mustHave(desk.actor, 'case.register', 'регистрировать обращения')
  const { centre, now } = desk
  const words = cleanText(body.text)
  const settlement = body.place?.settlement ?? undefined
  const { data } = sorting.sort(centre, words, { channel: body.channel, settlement })
  const place = body.place ??
    data.place ?? { settlement: null, street: null, house: null, lat: null, lon: null }
  const receivedAt = body.receivedAt ? Temporal.Instant.from(body.receivedAt) : now
  if (Temporal.Instant.compare(receivedAt, now) > 0)
    refuse('invalid', 'in-future', 'Время поступления ещё не наступило: проверьте дату и время.')
  const near = await nearCases(desk, {
    masked: maskPersonal(words).masked,
    receivedAt,
    ...place,
    topicGroup: body.topicGroup ?? null,
    topic: body.topic ?? null,
    proposed: data,
  })
  const regime = body.regime ?? centre.charter.channels[body.channel]?.regime ?? 'message'
  const may = desk.actor.permissions.has('case.join')
  return linesOf(desk, near, sorting, (row) => (may && row.regime === regime && isOpen(row) ? 'this' : null))
}

/** Near cases of a case; none of one that is joined already or whose data was destroyed. */
export async function nearOfCase(desk: Desk, id: string, sorting: CaseSorting): Promise<NearCaseLine[]> {
  const { scope, centre, actor } = desk
  const row = await reachCase(desk, id)
  if (row.state === 'joined') return []
  const { rows } = await sql<{ masked_text: string; proposed: ProposalData | null }>`
    select s.masked_text, p.data as proposed from submissions s
    left join proposals p on p.centre_id = s.centre_id and p.case_id = ${id}
    where s.centre_id = ${centre.id} and s.id = ${row.submission_id} and s.erased_at is null
  `.execute(scope)
  const [kept] = rows
  if (!kept) return []
  const near = await nearCases(desk, { ...tellingOf({ ...row, ...kept }), caseId: id })
  const mayJoin = (one: CaseRow, to: CaseRow) =>
    one.regime === to.regime && isOpen(to) && whyNot('join', one, actor, centre.charter) === null
  return linesOf(desk, near, sorting, (other) => {
    const either = { this: mayJoin(row, other), other: mayJoin(other, row) }
    const isLater = other.id > row.id
    return (isLater ? laterFirst : earlierFirst).find((which) => either[which]) ?? null
  })
}

const laterFirst = ['other', 'this'] as const
const earlierFirst = ['this', 'other'] as const
const isOpen = ({ state }: CaseRow) => openStates.includes(state)

function linesOf(
  desk: Desk,
  near: readonly NearCase[],
  sorting: CaseSorting,
  joins: (row: CaseRow) => NearCaseLine['joins'],
): NearCaseLine[] {
  const names = namesOf(desk.centre, sorting.classifier(desk.centre))
  return near.map(({ row, likeness }) => ({
    case: summaryOf(desk, row, names, row.assignee_name),
    likeness,
    joins: joins(row),
  }))
}
