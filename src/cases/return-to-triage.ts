import type { Desk } from '../people/index.ts'
import { changeCase } from './change-case.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'

/** Gives a case back to be sorted anew: it came to the wrong addressee. */
export function returnToTriage(
  desk: Desk,
  id: string,
  body: BodyOf<'return-to-triage'>,
): Promise<CaseOutcome> {
  return changeCase(desk, { id, revision: body.revision }, 'return-to-triage', () => ({
    action: 'case-returned' as const,
    data: {},
    reason: body.reason,
    set: { state: 'triaged', assignee_id: null, organisation: null },
    starts: ['returned'],
  }))
}
