import type { Desk } from '../people/index.ts'
import { changeCase } from './change-case.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'

/** Takes a closed message up again, with a reason; what was promised and answered stays in the journal. */
export function reopen(desk: Desk, id: string, body: BodyOf<'reopen'>): Promise<CaseOutcome> {
  return changeCase(desk, { id, revision: body.revision }, 'reopen', () => ({
    action: 'case-reopened' as const,
    data: {},
    reason: body.reason,
    set: { state: 'in_work', outcome: null, closed_at: null, answered_at: null, promised_on: null },
    starts: ['returned'],
  }))
}
