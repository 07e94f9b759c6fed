import type { LaterState } from '../../cases/index.ts'
import type { SourceRow } from '../sources/source.ts'

const byState: Record<SourceRow['state'], LaterState['state'] | null> = {
  new: null,
  assigned: null,
  'in-work': 'in_work',
  'in-review': 'in_work',
  reopened: 'in_work',
  postponed: 'postponed',
  closed: 'closed',
}

/** How far the source brought a message, with its times; null where work has not begun. */
export function laterStateOf(row: SourceRow, zone: string, sourceName: string): LaterState | null {
  const state = byState[row.state]
  if (state === null) return null
  const at = (local: Temporal.PlainDateTime | undefined) =>
    local === undefined ? null : local.toZonedDateTime(zone).toInstant()
  const delivery = row.channel === 'pos' ? ('sent' as const) : ('published' as const)
  const told = (text: string | undefined) => (text ? { text, author: sourceName, delivery } : null)
  const first = at(row.firstAnswer?.at)
  if (state !== 'closed') {
    const promisedOn = state === 'postponed' ? (row.postponedUntil?.toPlainDate() ?? null) : null
    return { state, firstAnsweredAt: first, promisedOn, answer: told(row.firstAnswer?.text) }
  }
  return closedState(row, at, first, told(row.finalAnswer?.text ?? row.firstAnswer?.text))
}

function closedState(
  row: SourceRow,
  at: (local: Temporal.PlainDateTime | undefined) => Temporal.Instant | null,
  first: Temporal.Instant | null,
  answer: NonNullable<LaterState['answer']> | null,
): LaterState {
  const closedAt = at(row.closedAt)
  // What was only passed on to another body was not answered by us.
  const answered = row.outcome !== 'forwarded' || answer !== null
  const answeredAt = answered ? (at(row.finalAnswer?.at) ?? closedAt ?? first) : null
  const outcome = row.outcome ?? null
  return { state: 'closed', outcome, answeredAt, firstAnsweredAt: first, closedAt, answer }
}
