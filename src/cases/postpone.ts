import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { changeCase } from './change-case.ts'
import { paused, resumed } from './clocks.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'

/** Puts the solution off until a promised date; clocks whose norm allows it stand still. */
export function postpone(desk: Desk, id: string, body: BodyOf<'postpone'>): Promise<CaseOutcome> {
  const until = Temporal.PlainDate.from(body.until)
  const today = desk.now.toZonedDateTimeISO(desk.centre.zone).toPlainDate()
  if (Temporal.PlainDate.compare(until, today) <= 0) {
    refuse('invalid', 'date-passed', 'Обещанная дата должна быть позже сегодняшней.')
  }
  return changeCase(desk, { id, revision: body.revision }, 'postpone', ({ clocks }) => ({
    action: 'case-postponed' as const,
    data: {},
    reason: body.reason,
    set: { state: 'postponed', promised_on: until },
    clocks: paused(clocks, desk.now),
  }))
}

/** Goes on with a postponed case; its clocks run again. */
export function resume(desk: Desk, id: string, body: BodyOf<'resume'>): Promise<CaseOutcome> {
  return changeCase(desk, { id, revision: body.revision }, 'resume', ({ clocks }) => ({
    action: 'case-resumed' as const,
    data: {},
    set: { state: 'in_work' },
    clocks: resumed(desk.centre, clocks, desk.now),
  }))
}
