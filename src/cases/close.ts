import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { changeCase } from './change-case.ts'
import type { CaseRow } from './case-row.ts'
import { cancelled, stoppedBy } from './clocks.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'
import { closableWithoutAnswer, outcomesOf } from './states.ts'

/** Ends the work on a case with an outcome, after its answer reached the resident or where the regime needs none. */
export function close(desk: Desk, id: string, body: BodyOf<'close'>): Promise<CaseOutcome> {
  return changeCase(desk, { id, revision: body.revision }, 'close', ({ row, clocks }) => {
    const outcome = body.outcome ?? row.outcome
    const needsNone =
      row.nature !== null &&
      row.answered_at === null &&
      closableWithoutAnswer[row.regime].includes(row.nature)
    if (!outcome && !needsNone) refuse('invalid', 'outcome-needed', 'Укажите итог: без него дело не закрыть.')
    if (outcome && !outcomesOf[row.regime].includes(outcome)) {
      refuse('invalid', 'wrong-outcome', 'С таким итогом дела этого вида не закрывают: выберите другой.')
    }
    mustAgree(row, outcome)
    const stopped = stoppedBy(clocks, ['closed'], desk.now)
    const rest = clocks.filter((clock) => !stopped.some((one) => one.id === clock.id))
    return {
      action: 'case-closed' as const,
      data: {},
      reason: body.reason,
      set: { state: 'closed', outcome, closed_at: desk.now },
      clocks: [...stopped, ...cancelled(rest)],
    }
  })
}

function mustAgree(row: CaseRow, outcome: CaseRow['outcome']): void {
  if (row.state === 'forwarded' && outcome !== 'forwarded') {
    refuse(
      'invalid',
      'wrong-outcome',
      'Дело перенаправлено: закрыть его можно только с итогом «перенаправлено».',
    )
  }
}
