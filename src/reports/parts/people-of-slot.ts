import { bySectorBlocks } from '../../charter/contract.ts'
import type { Desk } from '../../people/index.ts'
import type { Slot } from './slots.ts'

/** A person of the centre at work. */
export interface Writer {
  name: string
  role: string
  sectorBlock: string | null
}

/** People of the centre whose role lets them fill reports. */
export async function selectWriters({ scope, centre }: Desk): Promise<Writer[]> {
  const rows = await scope
    .selectFrom('staff')
    .select(['name', 'role', 'sector_block'])
    .where('centre_id', '=', centre.id)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
  return rows
    .filter(({ role }) => centre.roles.get(role)?.permissions.includes('report.prepare'))
    .map(({ name, role, sector_block: sectorBlock }) => ({ name, role, sectorBlock }))
}

/** Who of them answers for a text: of the block, or in a role that the part names. */
export function writersOf(
  { part, block }: Pick<Slot, 'part' | 'block'>,
  writers: readonly Writer[],
): string[] {
  return writers
    .filter(({ role, sectorBlock }) =>
      block === '' || !part.by.includes(bySectorBlocks) ? part.by.includes(role) : sectorBlock === block,
    )
    .map(({ name }) => name)
}
