import * as z from 'zod'
import { caseParams, centreParams, defineRoute } from '../platform/http/route.ts'
import { givenTable } from './contract-tables.ts'
import { importRun, mappingKind, preview, rejectedRow } from './contract-run.ts'

export * from './contract-calls.ts'
export * from './contract-run.ts'
export * from './contract-sources.ts'
export * from './contract-tables.ts'

const base = '/api/centres/:centre/imports'
const one = `${base}/:id`

/** A run with its first rows as they will become; the rows are empty once the copy of the file is gone. */
const runWithPreview = z.strictObject({ run: importRun, preview })

/** Multipart form with one field `file`: nothing is imported yet. */
export const uploadImport = defineRoute({
  method: 'POST',
  path: base,
  summary: 'Загрузить выгрузку и увидеть, как она понята',
  params: centreParams,
  response: runWithPreview,
})

export const listImports = defineRoute({
  method: 'GET',
  path: base,
  summary: 'Загрузки центра, новые сверху',
  params: centreParams,
  query: z.object({
    cursor: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: z.strictObject({ runs: z.array(importRun), nextCursor: z.uuid().nullable() }),
})

/** The sources that can be read, with the fields that a column of a file may be named for. */
export const listSources = defineRoute({
  method: 'GET',
  path: `${base}/sources`,
  summary: 'Источники, выгрузки которых читаются',
  params: centreParams,
  response: z.strictObject({
    sources: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        fields: z.array(z.strictObject({ field: z.string(), name: z.string(), required: z.boolean() })),
      }),
    ),
  }),
})

/** Asked again and again while the import runs. */
export const readImport = defineRoute({
  method: 'GET',
  path: one,
  summary: 'Ход загрузки',
  params: caseParams,
  response: importRun,
})

export const previewImport = defineRoute({
  method: 'GET',
  path: `${one}/preview`,
  summary: 'Первые 20 строк, как они станут делами',
  params: caseParams,
  response: runWithPreview,
})

/** Choices of a person: the source and its columns where they were not understood, and what unknown values mean. */
export const importMapping = z.strictObject({
  source: z.string().optional(),
  /** Field → name of its column in the file. */
  columns: z.record(z.string(), z.string()).optional(),
  /** What a table that no source of ours writes means; it is kept under its name and known again. */
  table: givenTable.optional(),
  /** The row that is the header of such a table, as Excel numbers it. */
  headerRow: z.int().min(1).max(10_000).optional(),
  /** `code` null: leave the value as it came and do not ask again. */
  values: z
    .array(z.strictObject({ kind: mappingKind, value: z.string().min(1), code: z.string().nullable() }))
    .max(5000)
    .default([]),
})
export type ImportMapping = z.output<typeof importMapping>

/** Values are kept for the next export of the same source. */
export const mapImport = defineRoute({
  method: 'PUT',
  path: `${one}/mapping`,
  summary: 'Сопоставить столбцы и неизвестные значения',
  params: caseParams,
  body: importMapping,
  response: runWithPreview,
})

const act = (name: string, summary: string) =>
  defineRoute({ method: 'POST', path: `${one}/${name}`, summary, params: caseParams, response: importRun })

export const startImport = act('start', 'Запустить загрузку')
/** Stops between batches; what was taken stays and may be undone. */
export const cancelImport = act('cancel', 'Остановить загрузку')
/** Refuses with reason `cases-touched` and details `{ total, cases: [{ id, number }] }` (the first 20). */
export const undoImport = act('undo', 'Отменить загрузку, пока её дел не касались')

/** Cells come unmasked when a purpose is given: asks for `resident.reveal` and writes the read log. */
const purpose = z.string().trim().min(5, 'укажите цель: для чего нужны данные заявителей').max(300)
export const listRejects = defineRoute({
  method: 'GET',
  path: `${one}/rejects`,
  summary: 'Строки, которые не удалось взять',
  params: caseParams,
  query: z.object({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    purpose: purpose.optional(),
  }),
  response: z.strictObject({
    rejects: z.array(rejectedRow),
    /** Row to go on after; null at the end. */
    nextAfter: z.int().nullable(),
    masked: z.boolean(),
  }),
})

/** Answers with a CSV file to be mended and imported again; asks for `resident.reveal` and writes the read log. */
export const downloadRejects = defineRoute({
  method: 'GET',
  path: `${one}/rejects.csv`,
  summary: 'Отклонённые строки файлом',
  params: caseParams,
  query: z.object({ purpose }),
  response: z.unknown(),
})
