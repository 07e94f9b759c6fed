import { createHash } from 'node:crypto'
import { entryId } from '../../audit/index.ts'
import type { Centre } from '../../charter/index.ts'
import { type Desk, mustHave } from '../../people/index.ts'
import { refuse } from '../../platform/refusal.ts'
import { readSheet } from '../../platform/sheets/index.ts'
import { channel } from '../../charter/contract.ts'
import type { Preview } from '../contract.ts'
import { leastSure, openTable, type OpenTable } from '../sources/open-table.ts'
import { codeOf, type OwnTable } from '../tables/own-table.ts'
import { selectTables } from '../tables/table-store.ts'
import { isUnknown, readUnknown } from '../tables/unknown-table.ts'
import { chosenValues } from '../sorting/known-values.ts'
import type { ImportContext } from './context.ts'
import { previewOf } from './preview.ts'
import { detectionOfUnknown, previewOfUnknown } from './unexplained-run.ts'
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
): Promise<{ run: RunRow; preview: Preview }> {
  const own = await atDesk(async ({ actor, scope }) => {
    mustHave(actor, 'import.run', 'загружать выгрузки')
    return selectTables(scope, centre.id)
  })
  const sheet = await readSheet(file.bytes, { fileName: file.name })
  // Only a person at the screen can be asked what an unknown table means.
  if (scan && (await isUnknown(sheet, own))) {
    const table = await readUnknown(sheet)
    const found = { detection: detectionOfUnknown(table), totalRows: table.totalRows }
    const run = await keepFile(context, { centre, atDesk }, file, found, {})
    return { run, preview: previewOfUnknown(table) }
  }
  const table = await openTable(sheet, mapping, own)
  if (!scan) mustBeSure(table)
  mustBeOn(centre, table, own)
  const values = await atDesk(({ scope }) => selectMappings(scope, centre.id, table.source.code))
  const chosen = chosenValues(values)
  const found = scan ? await scanTable(table, centre, chosen) : await verifyTable(table)
  if (found.totalRows === 0)
    refuse(
      'invalid',
      'table-empty',
      'В таблице есть заголовок, но нет ни одной строки: выгрузите данные заново.',
    )
  const run = await keepFile(context, { centre, atDesk }, file, found, withOwn(mapping, table, own))
  const { source } = table
  const preview = await atDesk((desk) =>
    previewOf(desk, { source, runId: run.id, rows: found.first, chosen }),
  )
  return { run, preview }
}

async function keepFile(
  context: ImportContext,
  { centre, atDesk }: { centre: Centre; atDesk: AtDesk },
  file: GivenFile,
  found: Pick<Scan, 'detection' | 'totalRows'>,
  mapping: ChosenTable,
): Promise<RunRow> {
  const { key, wrapped } = context.vault.newKey()
  const id = entryId(context.clock())
  const place = { centreId: centre.id, id }
  const digest = createHash('sha256').update(file.bytes).digest()
  await context.files.put(place, key, file.bytes)
  try {
    return await atDesk(async ({ scope, actor, now }) => {
      const row = {
        centre_id: centre.id,
        id,
        file_name: file.name.slice(0, 200),
        file_digest: digest,
        file_size: file.bytes.length,
        source: found.detection.source,
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
  } catch (error) {
    await context.files.remove(place)
    throw error
  }
}

/** The choice that opens the very same table again: a table of the centre's own goes along, whatever becomes of it. */
export function withOwn(mapping: ChosenTable, { source }: OpenTable, own: readonly OwnTable[]): ChosenTable {
  const table = own.find((one) => codeOf(one) === source.code) ?? mapping.own
  return table && codeOf(table) === source.code
    ? { ...mapping, source: source.code, own: bare(table) }
    : mapping
}

const bare = ({ n, name, channel: from, columns, header }: OwnTable): OwnTable => ({
  n,
  name,
  channel: from,
  columns,
  header,
})

// Nobody looks on while a file is imported by a command or from a folder: what is doubtful must be said beforehand.
function mustBeSure({ source, sure, rival }: OpenTable): void {
  if (sure >= leastSure || rival === null) return
  refuse(
    'conflict',
    'source-ambiguous',
    `Таблица похожа и на «${source.name}» (${source.code}), и на «${rival.name}» (${rival.code}): укажите источник, --source ${source.code} или --source ${rival.code}, или загрузите файл на экране.`,
    { candidates: [source.code, rival.code] },
  )
}

/** Refuses where the charter has switched the source's channel off. */
export function mustBeOn({ charter }: Centre, { source }: OpenTable, own: readonly OwnTable[] = []): void {
  const known = channel.safeParse(own.find((table) => codeOf(table) === source.code)?.channel ?? source.code)
  if (!known.success || charter.channels[known.data]?.on !== false) return
  refuse(
    'conflict',
    'channel-off',
    `Канал «${source.name}» в уставе центра выключен: включите его в уставе и загрузите файл снова.`,
  )
}
