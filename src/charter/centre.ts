import type { Calendar } from '../calendar/index.ts'
import type { Charter, Organisation, Role, SectorBlock } from './contract.ts'

/** A centre with the edition of its charter in force: what every command reads. Frozen and shared between requests. */
export interface Centre {
  id: number
  slug: string
  edition: number
  isDemo: boolean
  /** The learned model that sorts its cases; null: keywords alone. */
  sorterModel: string | null
  charter: Charter
  /** The centre's time zone, e.g. `Europe/Moscow`. */
  zone: string
  calendar: Calendar
  roles: ReadonlyMap<string, Role>
  organisations: ReadonlyMap<string, Organisation>
  sectorBlocks: ReadonlyMap<string, SectorBlock>
}
