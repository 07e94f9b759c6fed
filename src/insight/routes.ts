import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { CaseSorting } from '../cases/index.ts'
import type { Desk, ServeAtDesk } from '../people/index.ts'
import { writeCsv, writeXlsx } from '../platform/sheets/index.ts'
import { readDashboardRoute, readMeasuresRoute } from './contract.ts'
import { readHotSpotsRoute, readMapRoute } from './contract-map-routes.ts'
import { readHotSpots } from './map/hot-spots.ts'
import { readMap } from './map/read-map.ts'
import * as routes from './contract-tables.ts'
import { listCuts, removeCut, saveCut } from './cuts.ts'
import { exported, linesOfDashboard, linesOfTable } from './figure-lines.ts'
import { readCrossTable } from './read-cross-table.ts'
import { readDashboard } from './read-dashboard.ts'
import { readFreshness } from './read-freshness.ts'
import { readMeasures } from './read-measures.ts'

/** Serves measures, the dashboard, the cross-table with its kept cuts, and how fresh the data is. */
export function insightRoutes(serveAtDesk: ServeAtDesk, { sorting }: { sorting: CaseSorting }): void {
  serveAtDesk(readMeasuresRoute, (desk, { query }) => readMeasures(desk, query, sorting))
  serveAtDesk(readDashboardRoute, (desk, { query }) => readDashboard(desk, query, sorting))
  serveAtDesk(readMapRoute, (desk, { query }) => readMap(desk, query, sorting))
  serveAtDesk(readHotSpotsRoute, (desk, { query }) => readHotSpots(desk, query, sorting))
  serveAtDesk(routes.readCrossTableRoute, (desk, { query }) => readCrossTable(desk, query, sorting))
  serveAtDesk(routes.readFreshnessRoute, (desk) => readFreshness(desk))
  serveAtDesk(routes.exportCrossTableRoute, async (desk, { query, params, reply }) => {
    const lines = linesOfTable(desk, await readCrossTable(desk, query, sorting))
    return sendTable(desk, reply, {
      lines: await exported(desk, 'cross-table', lines),
      name: 'table',
      ...params,
    })
  })
  serveAtDesk(routes.exportDashboardRoute, async (desk, { query, params, reply }) => {
    const lines = linesOfDashboard(desk, await readDashboard(desk, query, sorting))
    return sendTable(desk, reply, {
      lines: await exported(desk, 'overview', lines),
      name: 'overview',
      ...params,
    })
  })
  serveAtDesk(routes.listCutsRoute, async (desk) => ({ cuts: await listCuts(desk) }))
  serveAtDesk(routes.saveCutRoute, (desk, { body }) => saveCut(desk, body))
  serveAtDesk(routes.removeCutRoute, async (desk, { params }) => {
    await removeCut(desk, params.id)
    return { ok: true as const }
  })
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

function sendTable(
  { now, centre }: Desk,
  reply: FastifyReply,
  file: { lines: (string | number | null)[][]; name: string; format: 'xlsx' | 'csv' },
) {
  const { lines, name, format } = file
  const day = now.toZonedDateTimeISO(centre.zone).toPlainDate().toString()
  const content =
    format === 'csv'
      ? Readable.from(writeCsv(lines))
      : Readable.fromWeb(writeXlsx(lines, { sheetName: 'Показатели', widths: [44] }))
  return reply
    .header('content-type', mediaTypes[format])
    .header('content-disposition', `attachment; filename="${name}-${day}.${format}"`)
    .send(content)
}
