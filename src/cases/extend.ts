import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { changeCase } from './change-case.ts'
import { extended } from './clocks.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'

/** Puts a deadline off, as far as its norm allows, with a reason. */
export function extend(desk: Desk, id: string, body: BodyOf<'extend'>): Promise<CaseOutcome> {
  return changeCase(desk, { id, revision: body.revision }, 'extend', ({ clocks }) => {
    const clock = clocks.find((one) => one.id === body.deadlineId)
    if (!clock || clock.state !== 'running') {
      refuse('conflict', 'not-running', 'Этот срок не идёт: продлевать нечего. Обновите страницу.')
    }
    return {
      action: 'case-extended' as const,
      data: { deadlineId: clock.id, days: body.days },
      reason: body.reason,
      set: {},
      clocks: [extended(desk.centre, clock, body.days, desk.now, body.reason)],
    }
  })
}
