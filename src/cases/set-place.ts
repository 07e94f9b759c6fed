import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { changeCase } from './change-case.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'
import { correct } from './corrections.ts'

/** Decides where the problem is: a settlement of the charter, street and house in words, a point. */
export function setPlace(desk: Desk, id: string, body: BodyOf<'set-place'>): Promise<CaseOutcome> {
  const { settlement, street, house, lat, lon } = body
  if (settlement !== null && !desk.centre.charter.settlements.some((one) => one.code === settlement)) {
    refuse(
      'invalid',
      'unknown-settlement',
      'Такого населённого пункта в уставе центра нет: выберите из списка.',
    )
  }
  return changeCase(desk, { id, revision: body.revision }, 'set-place', async ({ row }) => {
    await correct(desk, row, 'place', row.settlement, settlement)
    return { action: 'case-place-set' as const, data: {}, set: { settlement, street, house, lat, lon } }
  })
}
