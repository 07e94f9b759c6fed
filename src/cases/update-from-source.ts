import { insertAnswer } from '../answers/index.ts'
import { record } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { answerOfSource } from './answer-of-source.ts'
import type { CaseChange, CaseRow, ClockRow } from './case-row.ts'
import { plainValue } from './change-case.ts'
import { nearestDue, rechosen, resumed } from './clocks.ts'
import { laterClocks, laterColumns, overlay } from './later-state.ts'
import { announce } from './news.ts'
import type { LaterState } from './registration.ts'
import { changesBands, rewriteBands } from './repeats/band-store.ts'
import { compareWithSource, type Conflict, type SourceFacts } from './source-conflicts.ts'
import * as store from './store.ts'

export type { SourceFacts }

/** What a newer export says of a case. */
export interface SourceChange {
  caseId: string
  source: string
  facts: SourceFacts
  later: LaterState | null
  /** What the source says, without words or contacts. */
  data: Record<string, unknown>
  /** Columns that people set with commands: there our value stays. */
  touched: ReadonlySet<string>
}

/**
 * Brings a case in step with its source, as the system: where our people decided, their value stays and the source's stands
 * beside it as a conflict; a state never moves back. True where the case itself changed.
 */
export async function updateFromSource(desk: Desk, change: SourceChange): Promise<boolean> {
  const { scope, centre, now } = desk
  const row = await store.findCase(scope, centre.id, change.caseId, { hold: true })
  if (!row) return false
  const { set: found, moves, conflicts } = compareWithSource(row, change, now)
  await keepSourceValues(desk, change, conflicts)
  if (Object.keys(found).length === 0) return false
  const before = await store.clocksOf(scope, centre.id, row.id)
  const state = stateAfter(row, found)
  const later = moves ? change.later : null
  const set: CaseChange = {
    ...found,
    ...(state ? { state } : {}),
    ...(later ? movedColumns(row, later) : {}),
  }
  const clocks = clocksAfter(desk, { ...row, ...set }, row, before, later)
  await writeClocks(desk, before, clocks)
  const bookkeeping = { ...nearestDue(clocks), revision: row.revision + 1 }
  const columns = changed(row, { ...set, ...bookkeeping })
  await store.updateCase(scope, centre.id, row, { ...columns.set, updated_at: now })
  await store.updateParts(scope, centre.id, row.id, partColumns(columns.set))
  if (changesBands(columns.set)) await rewriteBands(desk, row.id)
  if (later?.answer && moves) await keepAnswer(desk, row, later, later.answer)
  const journalId = await record(desk, {
    action: 'case-updated',
    caseId: row.id,
    data: {
      set: plain(columns.set),
      was: plain(columns.was),
      source: change.source,
      conflicts: conflicts.map(({ field }) => field),
    },
  })
  await announce(scope, { centreId: centre.id, journalId, caseId: row.id })
  return true
}

// What we told the resident first stays first, whatever the source tells later.
function movedColumns(row: CaseRow, later: LaterState): CaseChange {
  const columns = laterColumns(later)
  return row.first_answered_at ? { ...columns, first_answered_at: row.first_answered_at } : columns
}

/** An open case that has not been taken up goes as far as sorting brings it. */
function stateAfter(row: CaseRow, set: CaseChange): CaseRow['state'] | null {
  if (row.state !== 'registered' && row.state !== 'triaged') return null
  if (set.organisation) return 'assigned'
  return row.state === 'registered' && set.topic_group ? 'triaged' : null
}

function clocksAfter(
  desk: Desk,
  after: CaseRow,
  row: CaseRow,
  before: readonly ClockRow[],
  later: LaterState | null,
): ClockRow[] {
  const { centre, now } = desk
  const put = (clocks: readonly ClockRow[], some: readonly ClockRow[]): ClockRow[] => {
    const known = new Set(clocks.map(({ id }) => id))
    return [...overlay(clocks, some), ...some.filter(({ id }) => !known.has(id))]
  }
  let clocks = put(before, rechosen(centre, after, before))
  if (!later) return clocks
  if (row.state === 'postponed' && later.state !== 'postponed')
    clocks = put(clocks, resumed(centre, clocks, now))
  return laterClocks(centre, { ...after, clocks }, later, now)
}

async function writeClocks({ scope }: Desk, before: readonly ClockRow[], clocks: readonly ClockRow[]) {
  const known = new Map(before.map((clock) => [clock.id, clock]))
  await store.insertClocks(
    scope,
    clocks.filter(({ id }) => !known.has(id)),
  )
  for (const clock of clocks) {
    const was = known.get(clock.id)
    if (was && was !== clock) await store.updateClock(scope, clock)
  }
}

function changed(row: CaseRow, columns: object) {
  const set: Record<string, unknown> = {}
  const was: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(columns)) {
    const old = (row as unknown as Record<string, unknown>)[name]
    if (value === undefined || plainValue(value) === plainValue(old)) continue
    set[name] = value
    if (name !== 'revision') was[name] = old
  }
  return { set, was }
}

const plain = (columns: object) =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, plainValue(value)]))

function partColumns(set: Record<string, unknown>) {
  const mirrored = new Set(['state', 'organisation', 'sector_block', 'assignee_id', 'outcome'])
  return Object.fromEntries(Object.entries(set).filter(([name]) => mirrored.has(name)))
}

async function keepAnswer(
  desk: Desk,
  row: CaseRow,
  later: LaterState,
  answer: NonNullable<LaterState['answer']>,
): Promise<void> {
  const { scope, centre, now } = desk
  const [part] = await store.partsOf(scope, centre.id, row.id)
  const wrappedKey = await store.wrappedKeyOf(scope, centre.id, row.submission_id)
  if (!part || !wrappedKey) return
  const place = { caseId: row.id, partId: part.id, submissionId: row.submission_id, wrappedKey, at: now }
  await insertAnswer(scope, answerOfSource(desk, place, later, answer))
}

async function keepSourceValues(
  { scope, centre, now }: Desk,
  { caseId, source, data }: SourceChange,
  conflicts: readonly Conflict[],
): Promise<void> {
  const values = { data: JSON.stringify(data), conflicts: JSON.stringify(conflicts), at: now }
  await scope
    .insertInto('source_values')
    .values({ centre_id: centre.id, case_id: caseId, source, ...values })
    .onConflict((conflict) => conflict.columns(['centre_id', 'case_id', 'source']).doUpdateSet(values))
    .execute()
}
