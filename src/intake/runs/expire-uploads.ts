import type { Centre } from '../../charter/index.ts'
import type { ImportContext } from './context.ts'
import { atImportDesk } from './run-import.ts'
import { findExpired } from './run-store.ts'
import { cancelImport, dropFile } from './start.ts'

/** Who ends what nobody wanted, as the journal says. */
const actor = 'по сроку хранения'

/** What was put here before this moment has passed the charter's term for imports; null where the charter names none. */
export function keptUntil({ charter, zone }: Centre, now: Temporal.Instant): Temporal.Instant | null {
  const term = charter.retention.find(({ what }) => what === 'imports')
  if (!term) return null
  const { years = 0, days = 0 } = term
  return now
    .toZonedDateTimeISO(zone)
    .subtract({ years: Math.floor(years), days: days + Math.round((years % 1) * 365) })
    .toInstant()
}

/** Ends uploads that nobody started within the term: the copy of the file goes with its key. Gives how many. */
export async function expireUploads(context: ImportContext, centre: Centre): Promise<number> {
  const until = keptUntil(centre, context.clock())
  if (until === null) return 0
  const old = await atImportDesk(context, centre, actor, ({ scope }) => findExpired(scope, centre.id, until))
  for (const id of old) {
    await atImportDesk(context, centre, actor, (desk) => cancelImport(desk, id))
    await dropFile(context, centre.id, id)
  }
  return old.length
}
