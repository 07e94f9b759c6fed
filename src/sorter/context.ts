import type { Centre } from '../charter/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/centre-scope.ts'
import type { Vault } from '../platform/vault.ts'

/** What learning stands on. */
export interface SorterContext {
  db: Database
  vault: Vault
  clock: Clock
  loadCentre: (id: number) => Promise<Centre>
  /** Ends learning when the program stops. */
  signal: AbortSignal
}
