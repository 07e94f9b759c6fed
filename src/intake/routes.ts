import { Readable } from 'node:stream'
import { mustBeSignedIn, mustHave, type Desk, type ServeAtDesk, atDesk } from '../people/index.ts'
import type { Enqueue } from '../platform/jobs/index.ts'
import type { Call, Serve } from '../platform/http/serve.ts'
import type { AnyRoute } from '../platform/http/route.ts'
import { refuse } from '../platform/refusal.ts'
import { writeXlsx } from '../platform/sheets/index.ts'
import { callTable, readCalls } from './calls/read-calls.ts'
import * as routes from './contract.ts'
import type { ImportContext } from './runs/context.ts'
import { mapValues, previewRun } from './runs/map-values.ts'
import { listRejects, rejectsTable } from './runs/rejects.ts'
import { findRun, listRuns } from './runs/run-store.ts'
import { showRun } from './runs/show-run.ts'
import { cancelImport, dropFile, startImport } from './runs/start.ts'
import { undoImport } from './runs/undo.ts'
import { type AtDesk, uploadFile } from './runs/upload.ts'
import { fieldNames } from './sources/field-names.ts'
import { sources } from './sources/open-table.ts'
import { type SourceField, sourceFields } from './sources/source.ts'
import { codeOf, type OwnTable, ownRequired } from './tables/own-table.ts'
import { tableRoutes } from './tables/routes.ts'
import { selectTables } from './tables/table-store.ts'
import { unexplained } from './tables/unknown-table.ts'

/** Serves imports. Files are read outside transactions: a slow upload holds no connection. */
export function importRoutes(
  serve: Serve,
  serveAtDesk: ServeAtDesk,
  context: ImportContext & { enqueue: Enqueue },
): void {
  const placeOf = async <R extends AnyRoute>({ request, params }: Call<R>) => {
    const { centre: centreSlug } = params as { centre: string }
    const signedIn = mustBeSignedIn(request)
    const { db, vault, clock, loadCentre } = context
    const desks: AtDesk = (work) =>
      atDesk(db, { centreSlug, signedIn, now: clock(), vault, loadCentre }, work)
    const centre = await desks(async ({ actor, centre: found }) => {
      mustHave(actor, 'import.run', 'загружать выгрузки')
      return found
    })
    return { centre, atDesk: desks }
  }

  serve(routes.uploadImport, async (call) => {
    const place = await placeOf(call)
    const file = await receiveFile(call)
    const { run, preview } = await uploadFile(context, place, file)
    return { run: showRun(run), preview }
  })
  serve(routes.previewImport, async (call) => {
    const { run, preview } = await previewRun(context, await placeOf(call), call.params.id)
    return { run: showRun(run), preview }
  })
  serve(routes.mapImport, async (call) => {
    const { run, preview } = await mapValues(context, await placeOf(call), call.params.id, call.body)
    return { run: showRun(run), preview }
  })

  serveAtDesk(routes.listSources, async ({ scope, centre, actor }) => {
    mustHave(actor, 'import.run', 'загружать выгрузки')
    const own = await selectTables(scope, centre.id)
    return { sources: [...sources.map(sourceLine), ...own.map(ownLine), unexplainedLine] }
  })
  tableRoutes(serveAtDesk)
  serveAtDesk(routes.listImports, async ({ scope, centre, actor }, { query: { cursor, limit } }) => {
    mustHave(actor, 'import.run', 'видеть загрузки')
    const rows = await listRuns(scope, centre.id, { cursor, limit: limit + 1 })
    const page = rows.slice(0, limit)
    return { runs: page.map(showRun), nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  })
  serveAtDesk(routes.readImport, (desk, { params }) => shown(desk, params.id))
  serveAtDesk(routes.startImport, async (desk, { params }) => {
    await startImport(desk, params.id, context.enqueue)
    return shown(desk, params.id)
  })
  serveAtDesk(routes.undoImport, async (desk, { params }) => {
    await undoImport(desk, params.id)
    return shown(desk, params.id)
  })
  serve(routes.cancelImport, async (call) => {
    const { centre, atDesk: desks } = await placeOf(call)
    const run = await desks(async (desk) => {
      await cancelImport(desk, call.params.id)
      return shown(desk, call.params.id)
    })
    await dropFile(context, centre.id, run.id)
    return run
  })
  serveAtDesk(routes.readCalls, (desk, { query }) => readCalls(desk, query))
  serveAtDesk(routes.exportCalls, async (desk, { query, reply }) => {
    const { days, lines } = await callTable(desk, query)
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="calls-${days.from}-${days.to}.xlsx"`)
      .send(Readable.fromWeb(writeXlsx(lines, { sheetName: 'Звонки 112' })))
  })
  serveAtDesk(routes.listRejects, (desk, { params, query }) => listRejects(desk, params.id, query))
  serveAtDesk(routes.downloadRejects, async (desk, { params, query, reply }) => {
    const { fileName, csv } = await rejectsTable(desk, params.id, query.purpose)
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    return csv
  })
}

async function shown({ scope, centre, actor }: Desk, id: string) {
  mustHave(actor, 'import.run', 'видеть загрузки')
  const run = await findRun(scope, centre.id, id)
  return run ? showRun(run) : refuse('not-found', 'no-import', 'Такой загрузки нет: обновите список.')
}

async function receiveFile<R extends AnyRoute>({ request }: Call<R>) {
  const part = request.isMultipart() ? await request.file() : undefined
  if (!part) return refuse('invalid', 'no-file', 'Выберите файл выгрузки: XLSX или CSV.')
  return { name: part.filename || 'выгрузка', bytes: await part.toBuffer() }
}

function sourceLine({ code, name, columns, required }: (typeof sources)[number]) {
  const known = sourceFields.filter((field) => columns[field] !== undefined)
  return { code, name, fields: known.map((field) => fieldLine(field, required)) }
}

// Any column of a table of one's own may mean anything.
const ownFields = sourceFields.map((field) => fieldLine(field, ownRequired))
const ownLine = (table: OwnTable) => ({ code: codeOf(table), name: table.name, fields: ownFields })
const unexplainedLine = { code: unexplained, name: 'Другая таблица', fields: ownFields }

function fieldLine(field: SourceField, required: readonly SourceField[]) {
  return { field, name: fieldNames[field], required: required.includes(field) }
}
