import { createHash } from 'node:crypto'
import { entryId } from '../../audit/index.ts'
import type { Centre } from '../../charter/index.ts'
import { type Desk, mustHave } from '../../people/index.ts'
import { refuse } from '../../platform/refusal.ts'
import { readSheet } from '../../platform/sheets/index.ts'
import { channel } from '../../charter/contract.ts'
import { openTable, type OpenTable } from '../sources/open-table.ts'
import { chosenValues } from '../sorting/known-values.ts'
import type { ImportContext } from './context.ts'
import { type ChosenTable, insertRun, type RunRow, selectMappings } from './run-store.ts'
import { scanTable, type Scan, verifyTable } from './scan-table.ts'

/** A file on its way in. */
export type GivenFile = { name: string; bytes: Uint8Array }

/** What a transaction is asked for: work at the desk of who uploads. */
export type AtDesk = <T>(work: (desk: Desk) => Promise<T>) => Promise<T>

/**
 * Takes a file in: it is read to its end and refused if anything in it cannot be read, then kept sealed until its import ends.
 * Nothing is imported yet. `scan` false leaves out the search for unknown values.
 */
export async function uploadFile(
  context: ImportContext,
  { centre, atDesk }: { centre: Centre; atDesk: AtDesk },
  file: GivenFile,
  { scan = true, mapping = {} }: { scan?: boolean; mapping?: ChosenTable } = {},
): Promise<{ run: RunRow; scan: Scan }> {
  await atDesk(async ({ actor }) => mustHave(actor, 'import.run', 'загружать выгрузки'))
  const table = await openTable(await readSheet(file.bytes, { fileName: file.name }), mapping)
  mustBeOn(centre, table)
  const values = await atDesk(({ scope }) => selectMappings(scope, centre.id, table.source.code))
  const found = scan ? await scanTable(table, centre, chosenValues(values)) : await verifyTable(table)
  if (found.totalRows === 0)
    refuse(
      'invalid',
      'table-empty',
      'В таблице есть заголовок, но нет ни одной строки: выгрузите данные заново.',
    )
  const { key, wrapped } = context.vault.newKey()
  const id = entryId(context.clock())
  const place = { centreId: centre.id, id }
  const digest = createHash('sha256').update(file.bytes).digest()
  await context.files.put(place, key, file.bytes)
  try {
    const run = await atDesk(async ({ scope, actor, now }) => {
      const row = {
        centre_id: centre.id,
        id,
        file_name: file.name.slice(0, 200),
        file_digest: digest,
        file_size: file.bytes.length,
        source: table.source.code,
        state: 'uploaded' as const,
        detection: found.detection,
        mapping,
        total_rows: found.totalRows,
        started_by: actor.name,
        wrapped_key: wrapped,
        created_at: now,
      }
      await insertRun(scope, row)
      const none = { created: 0, joined: 0, unchanged: 0, updated: 0, counted: 0, rejected: 0, done_rows: 0 }
      return { ...row, ...none, error: null, started_at: null, finished_at: null }
    })
    return { run, scan: found }
  } catch (error) {
    await context.files.remove(place)
    throw error
  }
}

/** Refuses where the charter has switched the source's channel off. */
export function mustBeOn({ charter }: Centre, { source }: OpenTable): void {
  const known = channel.safeParse(source.code)
  if (!known.success || charter.channels[known.data]?.on !== false) return
  refuse(
    'conflict',
    'channel-off',
    `Канал «${source.name}» в уставе центра выключен: включите его в уставе и загрузите файл снова.`,
  )
}
