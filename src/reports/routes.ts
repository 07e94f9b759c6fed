import { atDesk, type Desk, mustBeSignedIn, type ServeAtDesk } from '../people/index.ts'
import type { Call, Serve } from '../platform/http/serve.ts'
import type { Enqueue } from '../platform/jobs/index.ts'
import { refuse } from '../platform/refusal.ts'
import { approveReport } from './approve-report.ts'
import { assemble, readSlots } from './assemble.ts'
import { readCalendar } from './calendar/read-calendar.ts'
import type { ReportContext } from './context.ts'
import * as routes from './contract-routes.ts'
import { acknowledgeDelivery, deliverReport, markRead } from './deliver-report.ts'
import { fileNameOf } from './draft-in-memory.ts'
import { chooseExamples, correctReport, draftReport, recountReport } from './draft-report.ts'
import { openKept, selectFiles } from './file-report.ts'
import { noReport } from './hold-report.ts'
import { removeDraft, returnReport, sendForReview } from './review-report.ts'
import { seesOf } from './reports-policy.ts'
import { ruleOf } from './rules.ts'
import { showReport } from './show-report.ts'
import { isFrozen } from './states.ts'
import { findReport } from './store.ts'
import { writePart } from './write-part.ts'

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

/** Serves reports. Files are made outside transactions: a slow document holds no connection. */
export function reportRoutes(
  serve: Serve,
  serveAtDesk: ServeAtDesk,
  context: ReportContext & { enqueue: Enqueue },
): void {
  const { enqueue } = context
  const after = async (desk: Desk, id: string, done: Promise<unknown>) => {
    await done
    return showReport(desk, id)
  }
  serveAtDesk(routes.readReportCalendar, (desk, { query }) => readCalendar(desk, query))
  serveAtDesk(routes.draftReportRoute, async (desk, { body }) => ({
    id: await draftReport(desk, body, enqueue),
  }))
  serveAtDesk(routes.readReport, (desk, { params }) => showReport(desk, params.id))
  serveAtDesk(routes.recountReport, (desk, { params: { id }, body }) =>
    after(desk, id, recountReport(desk, id, body, enqueue)),
  )
  serveAtDesk(routes.chooseExamplesRoute, (desk, { params: { id }, body }) =>
    after(desk, id, chooseExamples(desk, id, body, enqueue)),
  )
  serveAtDesk(routes.writeReportPart, (desk, { params, body }) => writePart(desk, params.id, body))
  serveAtDesk(routes.sendReportForReview, (desk, { params: { id }, body }) =>
    after(desk, id, sendForReview(desk, id, body)),
  )
  serveAtDesk(routes.returnReport, (desk, { params: { id }, body }) =>
    after(desk, id, returnReport(desk, id, body)),
  )
  serveAtDesk(routes.approveReport, (desk, { params: { id }, body }) =>
    after(desk, id, approveReport(desk, id, body, enqueue)),
  )
  serveAtDesk(routes.deliverReport, (desk, { params: { id }, body }) =>
    after(desk, id, deliverReport(desk, id, body)),
  )
  serveAtDesk(routes.acknowledgeDelivery, (desk, { params: { id, delivery }, body }) =>
    after(desk, id, acknowledgeDelivery(desk, { id, delivery }, body)),
  )
  serveAtDesk(routes.correctReport, async (desk, { params, body }) => ({
    id: await correctReport(desk, params.id, body, enqueue),
  }))
  serveAtDesk(routes.markReportRead, (desk, { params: { id } }) => after(desk, id, markRead(desk, id)))
  serveAtDesk(routes.removeReportRoute, async (desk, { params }) => {
    await removeDraft(desk, params.id)
    return { ok: true as const }
  })
  serve(routes.downloadReport, (call) => download(context, call))
}

async function download(context: ReportContext, call: Call<typeof routes.downloadReport>) {
  const { db, vault, clock, loadCentre, render } = context
  const { centre: centreSlug, id, format } = call.params
  const at = { centreSlug, signedIn: mustBeSignedIn(call.request), now: clock(), vault, loadCentre }
  const found = await atDesk(db, at, async (desk) => {
    const { scope, centre } = desk
    if (seesOf(desk.actor) !== 'everything')
      refuse('forbidden', 'no-permission', 'Скачать отчёт может тот, кто видит показатели всего центра.')
    const row = (await findReport(scope, centre.id, id)) ?? noReport()
    const name = fileNameOf(centre.slug, row.code, row.period, format, row.version)
    if (isFrozen(row.state)) {
      const kept = (await selectFiles(scope, centre.id, id)).find((file) => file.format === format)
      return { name, centreId: centre.id, document: row.document!, kept }
    }
    const rule = ruleOf(centre, row.code)
    const document = await assemble(desk, { row, rule, slots: await readSlots(desk, row, rule) }, null)
    if (!document) refuse('conflict', 'not-counted', 'Показатели ещё не посчитаны: дождитесь конца счёта.')
    return { name, centreId: centre.id, document, kept: undefined }
  })
  const bytes = found.kept
    ? await openKept(context, found.centreId, found.kept, found.document)
    : await render(found.document, format)
  call.reply
    .type(mediaTypes[format])
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
    .header('cache-control', 'no-store')
  return Buffer.from(bytes)
}
