import type { CaseChange, CaseRow } from './case-row.ts'
import { plainValue } from './change-case.ts'
import type { LaterState } from './registration.ts'
import type { CaseState } from './states.ts'

/** What a source says of a case as its columns; null where it says nothing. */
export type SourceFacts = Partial<
  Pick<
    CaseRow,
    | 'nature'
    | 'topic_group'
    | 'topic'
    | 'emergency'
    | 'settlement'
    | 'street'
    | 'house'
    | 'lat'
    | 'lon'
    | 'organisation'
    | 'sector_block'
    | 'fast_track'
    | 'external_url'
    | 'mark'
  >
>

/** Where our value and the source's differ: ours stays. */
export interface Conflict {
  field: string
  ours: unknown
  theirs: unknown
  at: string
}

type Field = keyof SourceFacts

/** Columns that are decided together: who decided one decided all. */
const decidedTogether: readonly { fields: readonly Field[]; by: readonly string[] }[] = [
  { fields: ['topic_group', 'topic', 'emergency'], by: ['topic_group', 'topic'] },
  {
    fields: ['settlement', 'street', 'house', 'lat', 'lon'],
    by: ['settlement', 'street', 'house', 'lat', 'lon'],
  },
  {
    fields: ['organisation', 'sector_block'],
    by: ['organisation', 'sector_block', 'assignee_id', 'topic_group', 'settlement'],
  },
  { fields: ['nature'], by: ['nature'] },
  { fields: ['fast_track'], by: ['fast_track', 'topic'] },
  { fields: ['external_url'], by: [] },
  { fields: ['mark'], by: [] },
]

/** How far along a state is; the source may only move a case on. */
const distance: Record<CaseState, number> = {
  registered: 0,
  triaged: 1,
  assigned: 2,
  in_work: 3,
  postponed: 3,
  in_review: 4,
  approved: 5,
  answered: 6,
  forwarded: 6,
  closed: 7,
  joined: 8,
}

/** What of a newer export is taken over, whether the state moves on, and what differs from our people's decisions. */
export function compareWithSource(
  row: CaseRow,
  said: { facts: SourceFacts; later: LaterState | null; touched: ReadonlySet<string> },
  now: Temporal.Instant,
): { set: CaseChange; moves: boolean; conflicts: Conflict[] } {
  const set: Record<string, unknown> = {}
  const conflicts: Conflict[] = []
  const differ = (field: string, ours: unknown, theirs: unknown) =>
    conflicts.push({ field, ours: plainValue(ours), theirs: plainValue(theirs), at: now.toString() })
  for (const { fields, by } of decidedTogether) {
    const ours = by.some((column) => said.touched.has(column))
    for (const field of fields) {
      const theirs = said.facts[field] ?? null
      if (theirs === null || plainValue(theirs) === plainValue(row[field])) continue
      if (!ours) set[field] = theirs
      // Marks follow from the topic: the conflict about the topic tells enough.
      else if (typeof theirs !== 'boolean') differ(field, row[field], theirs)
    }
  }
  const moves = compareState(row, said, set, differ)
  return { set: set as CaseChange, moves, conflicts }
}

type Differ = (field: string, ours: unknown, theirs: unknown) => void

function compareState(
  row: CaseRow,
  { later, touched }: { later: LaterState | null; touched: ReadonlySet<string> },
  set: Record<string, unknown>,
  differ: Differ,
): boolean {
  if (!later) return false
  const [ours, theirs] = [distance[row.state], distance[later.state]]
  const same = row.state === later.state
  if (touched.has('state')) {
    if (!same && theirs >= ours) differ('state', row.state, later.state)
    return false
  }
  if (theirs < ours) {
    differ('state', row.state, later.state)
    return false
  }
  if (!same) {
    set['state'] = later.state
    return true
  }
  const news = {
    outcome: later.outcome,
    closed_at: later.closedAt,
    answered_at: later.answeredAt,
    first_answered_at: row.first_answered_at ?? later.firstAnsweredAt ?? later.answeredAt,
    promised_on: later.promisedOn,
  }
  for (const [column, value] of Object.entries(news)) {
    if (value != null && plainValue(value) !== plainValue(row[column as keyof CaseRow])) set[column] = value
  }
  return false
}
