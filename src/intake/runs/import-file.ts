import { createHash } from 'node:crypto'
import type { Centre } from '../../charter/index.ts'
import { atDeskOf, type Desk, systemActor } from '../../people/index.ts'
import { refuse } from '../../platform/refusal.ts'
import type { Detection, ImportMapping, RejectReason, RowOutcome } from '../contract.ts'
import type { SourceField } from '../sources/source.ts'
import { sourceFields } from '../sources/source.ts'
import { codeOf, type OwnTable } from '../tables/own-table.ts'
import { selectTables } from '../tables/table-store.ts'
import type { ImportContext } from './context.ts'
import { mustExist } from './map-values.ts'
import { runImport } from './run-import.ts'
import {
  type ChosenTable,
  findRun,
  findRunning,
  keepMappings,
  type RunRow,
  selectRejects,
} from './run-store.ts'
import { startImport } from './start.ts'
import { type AtDesk, type GivenFile, uploadFile } from './upload.ts'

/** Rejected rows that an account tells one by one. */
const mostTold = 1000

export type ImportRequest = {
  centre: Centre
  file: GivenFile
  /** Who imports, as the journal shall say. */
  actor: string
  source?: string
  /** Name of a table of the centre's own. */
  table?: string
  mapping?: ImportMapping
  /** Told what the file was taken for, before anything is imported. */
  onDetected?: (detection: Detection) => void
  onProgress?: (read: number, total: number | null) => void | Promise<void>
  batchRows?: number
  /** Whether a thread of its own reads the file; when left out, its size decides. */
  beside?: boolean
}

/** The account of an import: `read` data rows, and the six outcomes that add up to it. */
export type ImportAccount = { runId: string; read: number } & Record<RowOutcome, number> & {
    rejects: { row: number; reason: RejectReason; message: string }[]
  }

/**
 * Imports a file from beginning to end in this process, as the system. The very same file left half-imported by a stop is gone
 * on with. A file that cannot be read to its end is refused before anything is changed.
 */
export async function importFile(context: ImportContext, request: ImportRequest): Promise<ImportAccount> {
  const { centre, actor, file, onProgress } = request
  const atDesk: AtDesk = (work) =>
    atDeskOf(
      context.db,
      { centre, actor: systemActor(actor), now: context.clock(), vault: context.vault },
      work,
    )
  const digest = createHash('sha256').update(file.bytes).digest()
  const begun = await atDesk(({ scope }) => findRunning(scope, centre.id, digest))
  const runId = begun?.id ?? (await begin(context, { centre, atDesk }, request))
  const run = await runImport(context, {
    centre,
    runId,
    ...(request.batchRows === undefined ? {} : { batchRows: request.batchRows }),
    ...(request.beside === undefined ? {} : { beside: request.beside }),
    ...(onProgress ? { onBatch: (now: RunRow) => onProgress(readOf(now), now.total_rows) } : {}),
  })
  if (run.state === 'failed') refuse('invalid', 'import-failed', run.error ?? 'Загрузка не удалась.')
  if (run.state !== 'done')
    refuse('conflict', 'import-cancelled', 'Загрузку остановили: взятые строки остались.')
  return atDesk(async ({ scope }) => {
    const rejects = await selectRejects(scope, centre.id, runId, { after: 0, limit: mostTold })
    const ended = (await findRun(scope, centre.id, runId)) ?? run
    const { created, joined, unchanged, updated, counted, rejected } = ended
    return {
      runId,
      read: readOf(ended),
      created,
      joined,
      unchanged,
      updated,
      counted,
      rejected,
      rejects: rejects.map(({ row_number: row, reason, message }) => ({ row, reason, message })),
    }
  })
}

async function begin(
  context: ImportContext,
  place: { centre: Centre; atDesk: AtDesk },
  { file, source, table, mapping, centre, onDetected }: ImportRequest,
): Promise<string> {
  const own = table === undefined ? undefined : await place.atDesk((desk) => namedTable(desk, table))
  const chosenSource = own ? codeOf(own) : (source ?? mapping?.source)
  const chosen: ChosenTable = {
    ...(chosenSource === undefined ? {} : { source: chosenSource }),
    ...(own ? { own } : {}),
    ...(mapping?.columns === undefined ? {} : { columns: knownColumns(mapping.columns) }),
  }
  for (const { kind, code, value } of mapping?.values ?? []) {
    if (code !== null) mustExist(centre, kind, code, value)
  }
  const { run } = await uploadFile(context, place, file, { scan: false, mapping: chosen })
  onDetected?.(run.detection)
  await place.atDesk(async (desk) => {
    await keepMappings(desk.scope, centre.id, run.detection.source, mapping?.values ?? [])
    await startImport(desk, run.id, null)
  })
  return run.id
}

async function namedTable({ scope, centre }: Desk, name: string): Promise<OwnTable> {
  const tables = await selectTables(scope, centre.id)
  const found = tables.find((table) => table.name.toLowerCase() === name.toLowerCase())
  if (found) return found
  const known = tables.map((table) => `«${table.name}»`).join(', ')
  refuse(
    'not-found',
    'no-table',
    known
      ? `Таблицы «${name}» в центре нет. Есть: ${known}.`
      : `Своих таблиц в центре ещё нет: загрузите такой файл на экране один раз и сохраните столбцы под именем «${name}».`,
  )
}

function knownColumns(columns: Record<string, string>): Partial<Record<SourceField, string>> {
  const known = new Set<string>(sourceFields)
  const unknown = Object.keys(columns).find((field) => !known.has(field))
  if (unknown)
    refuse('invalid', 'unknown-field', `Поля «${unknown}» в columns нет: посмотрите список полей источника.`)
  return columns as Partial<Record<SourceField, string>>
}

function readOf({ created, joined, unchanged, updated, counted, rejected }: RunRow): number {
  return created + joined + unchanged + updated + counted + rejected
}
