import type { Centre } from '../../charter/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/centre-scope.ts'
import type { FileStore } from '../../platform/files/store.ts'
import type { Vault } from '../../platform/vault.ts'

/** What an import stands on wherever it runs: in the server, in a job, in the command line. */
export interface ImportContext {
  db: Database
  vault: Vault
  files: FileStore
  clock: Clock
  /** The centre by slug or id, with the edition of its charter in force. */
  loadCentre: (slugOrId: string | number) => Promise<Centre>
}
