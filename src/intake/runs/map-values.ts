import type { Centre } from '../../charter/index.ts'
import { refuse } from '../../platform/refusal.ts'
import { readSheet } from '../../platform/sheets/index.ts'
import type { ImportMapping, MappingKind, Preview } from '../contract.ts'
import { sorterOf } from '../sorting/centre-sorter.ts'
import { chosenValues } from '../sorting/known-values.ts'
import { openTable } from '../sources/open-table.ts'
import { type SourceField, sourceFields, type SourceRow, type RowReject } from '../sources/source.ts'
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
import { type AtDesk, mustBeOn } from './upload.ts'

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
  const mapping = tableChoice(run, given)
  const table = await openTable(
    await readSheet(await readStoredFile(context, run), { fileName: run.file_name }),
    mapping,
  )
  mustBeOn(centre, table)
  for (const { kind, code, value } of given.values) if (code !== null) mustExist(centre, kind, code, value)
  const source = table.source.code
  const values = await atDesk(async ({ scope }) => {
    await keepMappings(scope, centre.id, source, given.values)
    return selectMappings(scope, centre.id, source)
  })
  const chosen = chosenValues(values)
  const { detection, totalRows, first } = await scanTable(table, centre, chosen)
  return atDesk(async (desk) => {
    const set = { source, total_rows: totalRows }
    await updateRun(desk.scope, centre.id, id, {
      ...set,
      mapping: JSON.stringify(mapping),
      detection: JSON.stringify(detection),
    })
    const preview = await previewOf(desk, { source: table.source, runId: id, rows: first, chosen })
    return { run: { ...run, ...set, detection, mapping }, preview }
  })
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
  const bytes = await readStoredFile(context, run)
  const table = await openTable(await readSheet(bytes, { fileName: run.file_name }), run.mapping)
  const rows: (SourceRow | RowReject)[] = []
  for await (const row of table.rows()) if (rows.push(row) >= previewRows) break
  const chosen = chosenValues(values)
  const preview = await atDesk((desk) => previewOf(desk, { source: table.source, runId: id, rows, chosen }))
  return { run, preview }
}

function tableChoice(run: RunRow, { source, columns }: ImportMapping): ChosenTable {
  const known = new Set<string>(sourceFields)
  const unknown = Object.keys(columns ?? {}).find((field) => !known.has(field))
  if (unknown) refuse('invalid', 'unknown-field', `Поля «${unknown}» нет: выберите поле из списка источника.`)
  const own = columns as Partial<Record<SourceField, string>> | undefined
  return {
    ...run.mapping,
    ...(source === undefined ? {} : { source }),
    ...(own === undefined ? {} : { columns: own }),
  }
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
