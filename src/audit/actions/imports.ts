import * as z from 'zod'
import { action } from './action.ts'

const counts = {
  created: z.int(),
  joined: z.int(),
  unchanged: z.int(),
  updated: z.int(),
  counted: z.int().optional(),
  rejected: z.int(),
}
const run = { runId: z.uuid(), source: z.string().nullable() }

/** What is done with exports of other systems; names of files are people's own and stay out. */
export const importActions = {
  'import-started': action('начата загрузка выгрузки', { ...run, rows: z.int().nullable() }),
  'import-done': action('загрузка выполнена', { ...run, ...counts }),
  'import-cancelled': action('загрузка остановлена', { ...run, ...counts }),
  'table-saved': action('описана своя таблица', { source: z.string() }),
  'table-removed': action('своя таблица забыта', { source: z.string() }),
  'import-undone': action('загрузка отменена', {
    ...run,
    cases: z.int(),
    repeats: z.int(),
    calls: z.int().optional(),
  }),
}
