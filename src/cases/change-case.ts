import { type Action, type ActionData } from '../audit/contract.ts'
import { type Entry, record } from '../audit/index.ts'
import type { StartEvent, StopEvent } from '../deadlines/contract.ts'
import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { CaseChange, CaseRow, ClockRow } from './case-row.ts'
import { type CaseFacts, reaches, whyNot } from './cases-policy.ts'
import { nearestDue, startedBy, stoppedBy } from './clocks.ts'
import type { CaseOutcome } from './contract-commands.ts'
import { announce } from './news.ts'
import { changesBands, rewriteBands } from './repeats/band-store.ts'
import { type CaseCommand, type CaseState, mayMove, stateNames } from './states.ts'
import * as store from './store.ts'

/** A case under the hands of a command: its row is locked until the transaction ends. */
export interface HeldCase {
  row: CaseRow
  clocks: ClockRow[]
}

type ChangeAction = {
  [A in Action]: ActionData<A> extends { set: unknown } ? A : never
}[Action]

/** What a command decided: the change, its name in the journal, and what it does to clocks. */
export interface Step<A extends ChangeAction = ChangeAction> {
  action: A
  /** Facts of the act beside the change itself. */
  data: Omit<ActionData<A>, 'set' | 'was'>
  set: CaseChange
  reason?: string | undefined
  partId?: string
  madeId?: string
  /** Clocks changed by the command itself: paused, extended, cancelled. */
  clocks?: ClockRow[]
  stops?: readonly StopEvent[]
  starts?: readonly StartEvent[]
  /** When the events happened, if not now. */
  happenedAt?: Temporal.Instant
}

/** Finds a case that the person may see; refuses alike where there is none. */
export async function reachCase(
  { scope, centre, actor }: Desk,
  id: string,
  options: { hold?: boolean } = {},
): Promise<CaseRow> {
  const row = await store.findCase(scope, centre.id, id, options)
  if (!row || !reaches(actor, row)) refuse('not-found', 'no-case', 'Такого дела нет, или оно вам не открыто.')
  return row
}

/** Holds a case for a command: it exists, the person reaches it, the revision is the one they saw. */
export async function holdCase(
  desk: Desk,
  target: { id: string; revision?: number | undefined },
): Promise<HeldCase> {
  const { scope, centre } = desk
  const row = await reachCase(desk, target.id, { hold: true })
  if (target.revision !== undefined && row.revision !== target.revision) await refuseStale(desk, row)
  return { row, clocks: await store.clocksOf(scope, centre.id, row.id) }
}

async function refuseStale({ scope, centre, now }: Desk, row: CaseRow): Promise<never> {
  const last = await store.lastChange(scope, centre.id, row.id)
  const who = last?.actor ?? 'Другой сотрудник'
  const when = last ? ago(now.since(last.at).total('minutes')) : 'только что'
  return refuse(
    'conflict',
    'changed-meanwhile',
    `Пока вы смотрели дело, его ${when} изменил(а) ${who}. Обновите страницу и повторите, если это ещё нужно.`,
    { revision: row.revision },
  )
}

function ago(minutes: number): string {
  if (minutes < 1) return 'только что'
  if (minutes < 60) return `${Math.round(minutes)} мин назад`
  return minutes < 1440 ? `${Math.round(minutes / 60)} ч назад` : `${Math.round(minutes / 1440)} дн. назад`
}

/** Refuses with the policy's sentence unless the person may do this now. */
export function mustBeAllowed(desk: Desk, command: CaseCommand, facts: CaseFacts): void {
  const why = whyNot(command, facts, desk.actor, desk.centre.charter)
  if (!why) return
  const missing = why.startsWith('Ваша роль')
  refuse(missing ? 'forbidden' : 'conflict', missing ? 'no-permission' : `may-not-${command}`, why)
}

/** Carries a decided step out: the row, its parts and clocks, one journal entry, the news. */
export async function carryOut<A extends ChangeAction>(
  desk: Desk,
  held: HeldCase,
  step: Step<A>,
): Promise<CaseOutcome> {
  const { scope, centre, now } = desk
  const { row } = held
  if (step.set.state && step.set.state !== row.state) mustMove(row, step.set.state)
  const after: CaseRow = { ...row, ...step.set }
  const clocks = await runClocks(desk, held, after, step)
  const bookkeeping = { ...nearestDue(clocks), revision: row.revision + 1, updated_at: now }
  const changes = changedColumns(row, { ...step.set, ...bookkeeping })
  const found = await store.updateCase(scope, centre.id, row, changes.set)
  if (!found) await refuseStale(desk, row)
  await store.updateParts(scope, centre.id, row.id, partColumns(changes.set))
  if (changesBands(changes.set)) await rewriteBands(desk, row.id)
  const { updated_at: _, ...set } = changes.set
  const entry = {
    action: step.action,
    caseId: row.id,
    partId: step.partId ?? null,
    data: { ...step.data, set: plain(set), was: plain(changes.was) },
    reason: step.reason ?? null,
  } as unknown as Entry
  const journalId = await record(desk, entry)
  await announce(scope, { centreId: centre.id, journalId, caseId: row.id })
  return {
    id: row.id,
    number: after.number,
    state: after.state,
    revision: row.revision + 1,
    madeId: step.madeId ?? null,
  }
}

function mustMove(row: CaseRow, to: CaseState): void {
  if (mayMove(row.regime, row.state, to)) return
  refuse(
    'conflict',
    'no-such-transition',
    `Дело в состоянии «${stateNames[row.state]}»: отсюда нельзя перейти к состоянию «${stateNames[to]}».`,
  )
}

async function runClocks(desk: Desk, held: HeldCase, after: CaseRow, step: Step): Promise<ClockRow[]> {
  const at = step.happenedAt ?? desk.now
  const byId = new Map(held.clocks.map((clock) => [clock.id, clock]))
  const changed = new Map<string, ClockRow>()
  const put = (clock: ClockRow) => {
    byId.set(clock.id, clock)
    changed.set(clock.id, clock)
  }
  for (const clock of step.clocks ?? []) put(clock)
  for (const clock of stoppedBy([...byId.values()], step.stops ?? [], at)) put(clock)
  const known = new Set(held.clocks.map((clock) => clock.id))
  for (const event of step.starts ?? []) {
    for (const clock of startedBy(desk.centre, after, event, at)) {
      const running = [...byId.values()].some((one) => one.clock === clock.clock && one.state === 'running')
      if (!running) put(clock)
    }
  }
  await store.insertClocks(
    desk.scope,
    [...changed.values()].filter((clock) => !known.has(clock.id)),
  )
  for (const clock of changed.values()) if (known.has(clock.id)) await store.updateClock(desk.scope, clock)
  return [...byId.values()]
}

function changedColumns<Columns extends object>(row: object, columns: Columns) {
  const set: Record<string, unknown> = {}
  const was: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(columns)) {
    const before = (row as Record<string, unknown>)[name]
    if (value === undefined || plainValue(value) === plainValue(before)) continue
    set[name] = value
    if (name !== 'updated_at' && name !== 'revision') was[name] = before
  }
  return { set, was }
}

const mirrored = ['state', 'organisation', 'sector_block', 'assignee_id', 'outcome']

function partColumns(set: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(set).filter(([name]) => mirrored.includes(name)))
}

/** A value of a column as the journal keeps it: moments and days as text. */
export function plainValue(value: unknown): unknown {
  return value instanceof Temporal.Instant || value instanceof Temporal.PlainDate
    ? value.toString()
    : (value ?? null)
}

function plain(columns: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, plainValue(value)]))
}

/** The frame of most commands: hold the case, ask the policy, decide, carry out. */
export async function changeCase<A extends ChangeAction>(
  desk: Desk,
  target: { id: string; revision: number },
  command: CaseCommand,
  decide: (held: HeldCase) => Step<A> | Promise<Step<A>>,
): Promise<CaseOutcome> {
  const held = await holdCase(desk, target)
  mustBeAllowed(desk, command, held.row)
  return carryOut(desk, held, await decide(held))
}
