import type { Desk } from '../people/index.ts'
import { changeCase } from './change-case.ts'
import { revived } from './clocks.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'

/** Takes a case into work; what nobody was named for becomes one's own. */
export function take(desk: Desk, id: string, body: BodyOf<'take'>): Promise<CaseOutcome> {
  return changeCase(desk, { id, revision: body.revision }, 'take', ({ row, clocks }) => ({
    action: 'case-taken' as const,
    data: {},
    set: {
      state: 'in_work',
      assignee_id: row.assignee_id ?? desk.actor.staffId,
      sector_block: row.sector_block ?? desk.actor.sectorBlock,
      ...(row.state === 'forwarded' ? { outcome: null } : {}),
    },
    clocks: row.state === 'forwarded' ? revived(clocks, row.regime) : [],
    stops: ['assigned', 'taken'],
    starts: ['taken'],
  }))
}
