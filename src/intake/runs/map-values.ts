import type { Centre } from '../../charter/index.ts'
import { refuse } from '../../platform/refusal.ts'
import { readSheet, type Sheet } from '../../platform/sheets/index.ts'
import type { Detection, ImportMapping, MappingKind, Preview } from '../contract.ts'
import { sorterOf } from '../sorting/centre-sorter.ts'
import { chosenValues } from '../sorting/known-values.ts'
import { openTable } from '../sources/open-table.ts'
import { sourceFields, type SourceRow, type RowReject } from '../sources/source.ts'
import { codeOf, type OwnTable } from '../tables/own-table.ts'
import { saveTable } from '../tables/save-table.ts'
import { selectTables } from '../tables/table-store.ts'
import { readUnknown, unexplained } from '../tables/unknown-table.ts'
import type { ImportContext } from './context.ts'
import { previewOf } from './preview.ts'
import {
  type ChosenTable,
  findRun,
  keepMappings,
  type RunRow,
  selectMappings,
  updateRun,
} from './run-store.ts'
import { previewRows, scanTable } from './scan-table.ts'
import { holdRun } from './start.ts'
import { readStoredFile } from './stored-file.ts'
import { detectionOfUnknown, previewOfUnknown } from './unexplained-run.ts'
import { type AtDesk, mustBeOn, withOwn } from './upload.ts'

type Place = { centre: Centre; atDesk: AtDesk }

/** Takes a person's choices: the table is read anew with them, and values are kept for the next export of the source. */
export async function mapValues(
  context: ImportContext,
  { centre, atDesk }: Place,
  id: string,
  given: ImportMapping,
): Promise<{ run: RunRow; preview: Preview }> {
  const run = await atDesk((desk) => holdRun(desk, id))
  if (run.state !== 'uploaded')
    refuse('conflict', 'already-started', 'Эту загрузку уже запускали: менять сопоставление поздно.')
  const sheet = await readSheet(await readStoredFile(context, run), { fileName: run.file_name })
  const own = await atDesk(({ scope }) => selectTables(scope, centre.id))
  const mapping = given.table ? await explained(sheet, run, given, { atDesk }) : tableChoice(run, given, own)
  if (mapping.source === unexplained) return keepUnknown(sheet, run, mapping, { centre, atDesk })
  const table = await openTable(sheet, mapping, own)
  mustBeOn(centre, table, mapping.own ? [mapping.own] : own)
  for (const { kind, code, value } of given.values) if (code !== null) mustExist(centre, kind, code, value)
  const source = table.source.code
  const values = await atDesk(async ({ scope }) => {
    await keepMappings(scope, centre.id, source, given.values)
    return selectMappings(scope, centre.id, source)
  })
  const chosen = chosenValues(values)
  const { detection, totalRows, first } = await scanTable(table, centre, chosen)
  const understood = await keepUnderstood({ atDesk }, run, {
    detection,
    totalRows,
    mapping: withOwn(mapping, table, own),
  })
  const preview = await atDesk((desk) =>
    previewOf(desk, { source: table.source, runId: id, rows: first, chosen }),
  )
  return { run: understood, preview }
}

/** Keeps what a person said of the columns of an unknown table; the run goes on with it. */
async function explained(
  sheet: Sheet,
  run: RunRow,
  { table, headerRow }: ImportMapping,
  { atDesk }: Pick<Place, 'atDesk'>,
): Promise<ChosenTable> {
  const { header } = await readUnknown(sheet, headerRow ?? run.mapping.headerRow ?? run.detection.headerRow)
  const n = run.mapping.own?.n ?? null
  const own = await atDesk((desk) => saveTable(desk, table!, header.names, n))
  return { source: codeOf(own), own }
}

async function keepUnknown(
  sheet: Sheet,
  run: RunRow,
  mapping: ChosenTable,
  place: Place,
): Promise<{ run: RunRow; preview: Preview }> {
  const table = await readUnknown(sheet, mapping.headerRow)
  const { totalRows } = table
  const understood = await keepUnderstood(place, run, {
    detection: detectionOfUnknown(table),
    totalRows,
    mapping,
  })
  return { run: understood, preview: previewOfUnknown(table) }
}

async function keepUnderstood(
  { atDesk }: Pick<Place, 'atDesk'>,
  run: RunRow,
  { detection, totalRows, mapping }: { detection: Detection; totalRows: number; mapping: ChosenTable },
): Promise<RunRow> {
  const set = { source: detection.source, total_rows: totalRows }
  await atDesk(({ scope }) =>
    updateRun(scope, run.centre_id, run.id, {
      ...set,
      mapping: JSON.stringify(mapping),
      detection: JSON.stringify(detection),
    }),
  )
  return { ...run, ...set, detection, mapping }
}

/** The first rows of a waiting import as they will become; none once its file is gone. */
export async function previewRun(
  context: ImportContext,
  { centre, atDesk }: Place,
  id: string,
): Promise<{ run: RunRow; preview: Preview }> {
  const { run, values } = await atDesk(async (desk) => {
    const row = await findRun(desk.scope, centre.id, id)
    if (!row) refuse('not-found', 'no-import', 'Такой загрузки нет: обновите список.')
    return { run: row, values: await selectMappings(desk.scope, centre.id, row.detection.source) }
  })
  if (run.wrapped_key === null) return { run, preview: [] }
  const sheet = await readSheet(await readStoredFile(context, run), { fileName: run.file_name })
  if (run.source === unexplained)
    return { run, preview: previewOfUnknown(await readUnknown(sheet, run.mapping.headerRow)) }
  const table = await openTable(sheet, run.mapping)
  const rows: (SourceRow | RowReject)[] = []
  for await (const row of table.rows()) if (rows.push(row) >= previewRows) break
  const chosen = chosenValues(values)
  const preview = await atDesk((desk) => previewOf(desk, { source: table.source, runId: id, rows, chosen }))
  return { run, preview }
}

function tableChoice(
  run: RunRow,
  { source, columns, headerRow }: ImportMapping,
  tables: readonly OwnTable[],
): ChosenTable {
  const known = new Set<string>(sourceFields)
  const unknown = Object.keys(columns ?? {}).find((field) => !known.has(field))
  if (unknown) refuse('invalid', 'unknown-field', `Поля «${unknown}» нет: выберите поле из списка источника.`)
  // Another header is another table: what was said of the former one goes.
  if (headerRow !== undefined) return { source: unexplained, headerRow }
  const present = run.mapping.source ?? run.source ?? undefined
  const chosen = source ?? present
  const isSame = chosen === present
  const named = (columns ?? (isSame ? run.mapping.columns : undefined)) as ChosenTable['columns']
  const own = tables.find((one) => codeOf(one) === chosen) ?? (isSame ? run.mapping.own : undefined)
  const { headerRow: row } = run.mapping
  const kept: ChosenTable = chosen === unexplained && row !== undefined ? { headerRow: row } : {}
  if (chosen !== undefined) kept.source = chosen
  if (named) kept.columns = named
  if (own) kept.own = own
  return kept
}

const wheres: Record<MappingKind, string> = {
  topic_group: 'группы тем',
  topic: 'темы',
  organisation: 'организации',
  settlement: 'населённого пункта',
}

/** Refuses a code that the centre does not have. */
export function mustExist(centre: Centre, kind: MappingKind, code: string, value: string): void {
  const sorter = sorterOf(centre)
  const known = {
    topic_group: sorter.groupNames,
    topic: sorter.topics,
    organisation: centre.organisations,
    settlement: sorter.settlementNames,
  }[kind]
  if (known.has(code)) return
  refuse(
    'invalid',
    'unknown-code',
    `Для «${value}» выбран код «${code}», а такой ${wheres[kind]} в уставе центра нет: выберите из списка.`,
  )
}
