import type { CaseSorting } from '../cases/index.ts'
import type { Centre } from '../charter/index.ts'
import { atDeskOf, type Desk, systemActor } from '../people/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/centre-scope.ts'
import type { RenderDocument } from '../platform/documents/document.ts'
import type { FileStore } from '../platform/files/store.ts'
import type { Vault } from '../platform/vault.ts'

/** What the background work of reports stands on. */
export interface ReportContext {
  db: Database
  vault: Vault
  files: FileStore
  clock: Clock
  sorting: CaseSorting
  render: RenderDocument
  loadCentre: (slugOrId: string | number) => Promise<Centre>
}

/** One transaction of the program itself. */
export function atReportDesk<T>(
  { db, vault, clock }: Pick<ReportContext, 'db' | 'vault' | 'clock'>,
  centre: Centre,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  return atDeskOf(db, { centre, actor: systemActor('программа'), now: clock(), vault }, work)
}
