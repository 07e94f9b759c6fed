import { record } from '../../audit/index.ts'
import { channelNames } from '../../charter/contract.ts'
import { type Desk, mustHave } from '../../people/index.ts'
import { refuse } from '../../platform/refusal.ts'
import type { GivenTable } from '../contract.ts'
import { fieldNames } from '../sources/field-names.ts'
import { sourceFields, type SourceField } from '../sources/source.ts'
import { codeOf, ownRequired, type OwnTable } from './own-table.ts'
import { insertTable, removeTable, selectTables, updateTable } from './table-store.ts'

/** Keeps what a person said of a table's columns: anew, or over the table `n`. Refuses a name that another table has. */
export async function saveTable(
  desk: Desk,
  given: GivenTable,
  header: readonly string[],
  n: number | null,
): Promise<OwnTable> {
  const { scope, centre, actor, now } = desk
  mustHave(actor, 'import.run', 'описывать таблицы')
  if (centre.charter.channels[given.channel]?.on !== true) {
    const name = channelNames[given.channel]
    refuse('conflict', 'channel-off', `Канал «${name}» в уставе центра выключен: выберите другой канал.`)
  }
  const columns = knownColumns(given.columns, header)
  const others = (await selectTables(scope, centre.id)).filter((table) => table.n !== n)
  if (others.some(({ name }) => name.toLowerCase() === given.name.toLowerCase()))
    refuse('conflict', 'name-taken', `Таблица «${given.name}» уже есть: назовите эту иначе.`)
  const table = { name: given.name, channel: given.channel, columns, header }
  const saved = { by: actor.name, at: now }
  const kept = n === null ? await insertTable(scope, centre.id, table, saved) : { n, ...table }
  if (n !== null && !(await updateTable(scope, centre.id, kept, saved))) return noTable()
  await record(desk, { action: 'table-saved', data: { source: codeOf(kept) } })
  return kept
}

/** Changes a saved table whose header stays. */
export async function changeTable(desk: Desk, n: number, given: GivenTable): Promise<void> {
  const tables = await selectTables(desk.scope, desk.centre.id)
  const table = tables.find((one) => one.n === n) ?? noTable()
  await saveTable(desk, given, table.header, n)
}

/** Forgets a table: the next file like it is unknown again. */
export async function forgetTable(desk: Desk, n: number): Promise<void> {
  const { scope, centre, actor, now } = desk
  mustHave(actor, 'import.run', 'описывать таблицы')
  if (!(await removeTable(scope, centre.id, n, now))) noTable()
  await record(desk, { action: 'table-removed', data: { source: codeOf({ n }) } })
}

function noTable(): never {
  refuse('not-found', 'no-table', 'Такой таблицы нет: обновите список.')
}

function knownColumns(
  columns: Readonly<Record<string, string>>,
  header: readonly string[],
): Partial<Record<SourceField, string>> {
  const fields = new Set<string>(sourceFields)
  for (const [field, column] of Object.entries(columns)) {
    if (!fields.has(field))
      refuse('invalid', 'unknown-field', `Поля «${field}» нет: выберите поле из списка.`)
    if (!header.includes(column))
      refuse('invalid', 'unknown-column', `Столбца «${column}» в таблице нет: выберите столбец из списка.`)
  }
  const missing = ownRequired.filter((field) => columns[field] === undefined)
  if (missing.length > 0) {
    const names = missing.map((field) => `«${fieldNames[field]}»`).join(' и ')
    refuse('invalid', 'columns-missing', `Укажите, в каких столбцах ${names}: без этого дела не завести.`, {
      missing,
    })
  }
  return columns
}
