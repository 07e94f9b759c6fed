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
  const closed = state === 'closed'
  const text = (closed ? row.finalAnswer?.text : undefined) ?? row.firstAnswer?.text
  const first = at(row.firstAnswer?.at)
  const closedAt = closed ? at(row.closedAt) : null
  const finalAt = closed ? (at(row.finalAnswer?.at) ?? closedAt ?? first) : null
  return {
    state,
    outcome: closed ? (row.outcome ?? null) : null,
    answeredAt: row.outcome === 'forwarded' && !text ? null : finalAt,
    firstAnsweredAt: first,
    closedAt,
    promisedOn: state === 'postponed' ? (row.postponedUntil?.toPlainDate() ?? null) : null,
    answer: text
      ? { text, author: sourceName, delivery: row.channel === 'pos' ? 'sent' : 'published' }
      : null,
  }
}
