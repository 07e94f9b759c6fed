import * as z from 'zod'
import { channel } from '../charter/contract.ts'
import { defineRoute, centreParams } from '../platform/http/route.ts'

/** What a person says of a table that no source of ours writes: field → name of its column; text and date are the least. */
export const givenTable = z.strictObject({
  name: z.string().trim().min(2, 'назовите таблицу: хотя бы два знака').max(80),
  channel,
  columns: z.record(z.string(), z.string()),
})
export type GivenTable = z.output<typeof givenTable>

/** A table of the centre's own, as it is kept. */
export const savedTable = givenTable.extend({
  n: z.int(),
  /** Names of all its columns. */
  header: z.array(z.string()),
  savedBy: z.string(),
  savedAt: z.iso.datetime({ offset: true }),
})
export type SavedTable = z.infer<typeof savedTable>

const base = '/api/centres/:centre/import-tables'
const tables = z.strictObject({ tables: z.array(savedTable) })
const tableParams = centreParams.extend({ n: z.coerce.number().int().positive() })

export const listTables = defineRoute({
  method: 'GET',
  path: base,
  summary: 'Свои таблицы центра',
  params: centreParams,
  response: tables,
})

export const changeSavedTable = defineRoute({
  method: 'PUT',
  path: `${base}/:n`,
  summary: 'Изменить свою таблицу',
  params: tableParams,
  body: givenTable,
  response: tables,
})

/** What was imported by it stays; the next such file is unknown again. */
export const forgetSavedTable = defineRoute({
  method: 'DELETE',
  path: `${base}/:n`,
  summary: 'Забыть свою таблицу',
  params: tableParams,
  response: tables,
})
