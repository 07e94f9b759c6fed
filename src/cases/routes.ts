import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { Desk, ServeAtDesk } from '../people/index.ts'
import type { FileStore } from '../platform/files/store.ts'
import type { AnyRoute, BodyOf as RouteBody } from '../platform/http/route.ts'
import { refuse } from '../platform/refusal.ts'
import { writeXlsx } from '../platform/sheets/index.ts'
import { assign } from './assign.ts'
import { attach, readAttached } from './attach.ts'
import { close } from './close.ts'
import { continueAppeal } from './continue-appeal.ts'
import * as routes from './contract.ts'
import { deliverAnswer } from './deliver-answer.ts'
import { draftAnswer } from './draft-answer.ts'
import { exportCases } from './export-cases.ts'
import { extend } from './extend.ts'
import { forward } from './forward.ts'
import { join } from './join.ts'
import { countCases, listCases } from './list-cases.ts'
import { note } from './note.ts'
import { postpone, resume } from './postpone.ts'
import { qualify } from './qualify.ts'
import { readCase, readCaseJournal } from './read-case.ts'
import { readReference } from './reference.ts'
import { registerCase } from './register-case.ts'
import { denyRepeat } from './repeats/deny-repeat.ts'
import { nearOfCase, nearOfText } from './repeats/read-near.ts'
import { reopen } from './reopen.ts'
import { returnToTriage } from './return-to-triage.ts'
import { approveAnswer, returnAnswer, submitAnswer } from './review-answer.ts'
import { changeView, listViews, removeView, saveView } from './saved-views.ts'
import { setGist } from './set-gist.ts'
import { setPlace } from './set-place.ts'
import { setTopic } from './set-topic.ts'
import type { CaseSorting } from './sorting.ts'
import { take } from './take.ts'

/** What the routes of cases stand on, beside the desk. */
export interface CaseParts {
  sorting: CaseSorting
  files: FileStore
  /** What follows, in the same transaction, from a topic that a person set. */
  topicCorrected?: (desk: Desk) => Promise<void>
}

type Command<R extends AnyRoute> = (desk: Desk, id: string, body: RouteBody<R>) => Promise<routes.CaseOutcome>

/** Serves the worklist, the case, registration and every command. */
export function caseRoutes(serveAtDesk: ServeAtDesk, parts: CaseParts): void {
  readRoutes(serveAtDesk, parts)
  commandsOf(serveAtDesk, parts)
  fileRoutes(serveAtDesk, parts)
  repeatRoutes(serveAtDesk, parts)
  serveAtDesk(routes.listSavedViews, async (desk) => ({ views: await listViews(desk) }))
  serveAtDesk(routes.saveView, (desk, { body }) => saveView(desk, body))
  serveAtDesk(routes.changeSavedView, (desk, { params, body }) => changeView(desk, params.id, body))
  serveAtDesk(routes.removeSavedView, async (desk, { params }) => {
    await removeView(desk, params.id)
    return { ok: true as const }
  })
}

function readRoutes(serveAtDesk: ServeAtDesk, { sorting }: CaseParts): void {
  serveAtDesk(routes.listCases, (desk, { query }) => listCases(desk, query, sorting))
  serveAtDesk(routes.countCases, (desk) => countCases(desk))
  serveAtDesk(routes.readReference, (desk) => readReference(desk, sorting))
  serveAtDesk(routes.suggestCase, async (desk, { body }) => {
    const { data } = sorting.sort(desk.centre, body.text, { channel: body.channel })
    return data
  })
  serveAtDesk(routes.readCase, (desk, { params }) => readCase(desk, params.id, sorting))
  serveAtDesk(routes.readCaseJournal, async (desk, { params }) => ({
    entries: await readCaseJournal(desk, params.id, sorting),
  }))
}

function commandsOf(serveAtDesk: ServeAtDesk, { sorting, topicCorrected }: CaseParts): void {
  const { commandRoutes } = routes
  function serveCommand<R extends AnyRoute>(route: R, command: Command<R>): void {
    serveAtDesk(route, (desk, { params, body }) => {
      const { id } = params as { id: string }
      return command(desk, id, body) as ReturnType<Parameters<typeof serveAtDesk<R>>[1]>
    })
  }
  serveAtDesk(routes.registerCaseRoute, (desk, { body }) => registerCase(desk, body, sorting))
  serveCommand(commandRoutes.qualify, qualify)
  serveCommand(commandRoutes['set-topic'], async (desk, id, body) => {
    const outcome = await setTopic(desk, id, body, sorting.classifier(desk.centre))
    await topicCorrected?.(desk)
    return outcome
  })
  serveCommand(commandRoutes['set-place'], setPlace)
  serveCommand(commandRoutes['set-gist'], setGist)
  serveCommand(commandRoutes.assign, assign)
  serveCommand(commandRoutes.take, take)
  serveCommand(commandRoutes['return-to-triage'], returnToTriage)
  serveCommand(commandRoutes['draft-answer'], draftAnswer)
  serveCommand(commandRoutes['submit-answer'], submitAnswer)
  serveCommand(commandRoutes['approve-answer'], approveAnswer)
  serveCommand(commandRoutes['return-answer'], returnAnswer)
  serveCommand(commandRoutes['deliver-answer'], deliverAnswer)
  serveCommand(commandRoutes.extend, extend)
  serveCommand(commandRoutes.postpone, postpone)
  serveCommand(commandRoutes.resume, resume)
  serveCommand(commandRoutes.forward, forward)
  serveCommand(commandRoutes.close, close)
  serveCommand(commandRoutes.reopen, reopen)
  serveCommand(commandRoutes['continue-appeal'], (desk, id, body) => continueAppeal(desk, id, body, sorting))
  serveCommand(commandRoutes.join, join)
  serveCommand(commandRoutes.note, note)
}

function repeatRoutes(serveAtDesk: ServeAtDesk, { sorting }: CaseParts): void {
  serveAtDesk(routes.findNearCases, async (desk, { body }) => ({
    cases: await nearOfText(desk, body, sorting),
  }))
  serveAtDesk(routes.readNearCases, async (desk, { params }) => ({
    cases: await nearOfCase(desk, params.id, sorting),
  }))
  serveAtDesk(routes.denyRepeat, async (desk, { params, body }) => {
    await denyRepeat(desk, params.id, body.other)
    return { ok: true as const }
  })
}

function fileRoutes(serveAtDesk: ServeAtDesk, { sorting, files }: CaseParts): void {
  serveAtDesk(routes.attachFile, async (desk, { params, request }) =>
    attach(desk, files, params.id, await givenFile(request)),
  )
  serveAtDesk(routes.readAttachment, async (desk, { params, reply }) => {
    const file = await readAttached(desk, files, params.id, params.attachment)
    return reply
      .header('content-type', file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.bytes)
  })
  serveAtDesk(routes.exportCases, async (desk, { query, reply }) => {
    const lines = await exportCases(desk, query, sorting)
    const day = desk.now.toZonedDateTimeISO(desk.centre.zone).toPlainDate()
    return reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="cases-${day.toString()}.xlsx"`)
      .send(Readable.fromWeb(writeXlsx(lines, { sheetName: 'Дела' })))
  })
}

async function givenFile(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  const file = request.isMultipart() ? await request.file() : undefined
  if (!file) refuse('invalid', 'no-file', 'Файл не пришёл: выберите его и отправьте ещё раз.')
  return { name: file.filename, bytes: await file.toBuffer() }
}
