import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { changeCase } from './change-case.ts'
import { cancelled, stoppedBy } from './clocks.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'

/** Sends the case on to another body by competence; our clocks of answering end, and run on should it come back. */
export function forward(desk: Desk, id: string, body: BodyOf<'forward'>): Promise<CaseOutcome> {
  const { organisation, body: other, reason, revision } = body
  if (!organisation && !other) {
    refuse(
      'invalid',
      'no-addressee',
      'Укажите, куда перенаправлено: организацию из списка или название органа.',
    )
  }
  if (organisation && !desk.centre.organisations.has(organisation)) {
    refuse('invalid', 'unknown-organisation', 'Такой организации в уставе центра нет: выберите из списка.')
  }
  return changeCase(desk, { id, revision }, 'forward', ({ clocks }) => {
    const stopped = stoppedBy(clocks, ['forwarded'], desk.now)
    const rest = clocks.filter((clock) => !stopped.some((one) => one.id === clock.id))
    return {
      action: 'case-forwarded' as const,
      data: { organisation: organisation ?? null, body: other ?? null },
      reason,
      set: { state: 'forwarded', outcome: 'forwarded', ...(organisation ? { organisation } : {}) },
      clocks: [...stopped, ...cancelled(rest)],
    }
  })
}
