import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { changeCase } from './change-case.ts'
import type { CaseChange, CaseRow } from './case-row.ts'
import { revived } from './clocks.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'
import { correct } from './corrections.ts'

/** Says who answers for the case: organisation, sector block, person. What the body leaves out stays; null clears. */
export function assign(desk: Desk, id: string, body: BodyOf<'assign'>): Promise<CaseOutcome> {
  return changeCase(desk, { id, revision: body.revision }, 'assign', async ({ row, clocks }) => {
    const set = await chosen(desk, row, body)
    if (body.organisation !== undefined) {
      await correct(desk, row, 'organisation', row.organisation, body.organisation)
    }
    return {
      action: 'case-assigned' as const,
      data: {},
      reason: body.reason,
      set: { ...set, ...(row.state === 'forwarded' ? { outcome: null } : {}) },
      clocks: row.state === 'forwarded' ? revived(clocks, row.regime) : [],
      stops: ['assigned'],
      starts: row.state === 'assigned' ? [] : ['assigned'],
    }
  })
}

async function chosen(desk: Desk, row: CaseRow, body: BodyOf<'assign'>): Promise<CaseChange> {
  const { centre } = desk
  const pick = <T>(given: T | undefined, present: T) => (given === undefined ? present : given)
  const organisation = pick(body.organisation, row.organisation)
  let sectorBlock = pick(body.sectorBlock, row.sector_block)
  const assigneeId = pick(body.assigneeId, row.assignee_id)
  if (!organisation && !sectorBlock && !assigneeId) {
    refuse('invalid', 'nobody', 'Выберите организацию, блок или исполнителя: дело должно быть за кем-то.')
  }
  if (organisation && !centre.organisations.has(organisation)) {
    refuse('invalid', 'unknown-organisation', 'Такой организации в уставе центра нет: выберите из списка.')
  }
  if (sectorBlock && !centre.sectorBlocks.has(sectorBlock)) {
    refuse('invalid', 'unknown-block', 'Такого отраслевого блока в уставе центра нет: выберите из списка.')
  }
  if (assigneeId && assigneeId !== row.assignee_id) {
    const person = await activePerson(desk, assigneeId)
    if (body.sectorBlock === undefined && !sectorBlock) sectorBlock = person.sector_block
  }
  return { organisation, sector_block: sectorBlock, assignee_id: assigneeId, state: 'assigned' }
}

/** A person who works in the centre now; refuses when there is none of this id. */
export async function activePerson({ scope, centre }: Desk, staffId: string) {
  const person = await scope
    .selectFrom('staff')
    .select(['active', 'sector_block'])
    .where('centre_id', '=', centre.id)
    .where('id', '=', staffId)
    .executeTakeFirst()
  if (!person?.active) {
    refuse(
      'invalid',
      'unknown-person',
      'Такого сотрудника в центре нет или он больше не работает: выберите другого.',
    )
  }
  return person
}
