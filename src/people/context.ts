import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/centre-scope.ts'
import type { Vault } from '../platform/vault.ts'
import type { LoadCentre } from './at-desk.ts'

/** What the commands of sign-in and accounts stand on. */
export interface PeopleContext {
  db: Database
  clock: Clock
  loadCentre: LoadCentre
  vault: Vault
  /** True when the server listens on a loopback address only: one-click demo sign-ins exist. */
  isLoopback: boolean
}
