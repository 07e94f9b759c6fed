import * as z from 'zod'
import { caseParams, centreParams, defineRoute, done } from '../platform/http/route.ts'
import { attachmentLine, caseCard, caseJournal } from './contract-card.ts'
import { caseOutcome, commandBodies, registerBody, suggestBody, suggestion } from './contract-commands.ts'
import {
  caseCounts,
  caseFilters,
  caseList,
  caseListQuery,
  caseReference,
  caseSorts,
  savedView,
  savedViewBody,
} from './contract-list.ts'

export * from './contract-card.ts'
export * from './contract-commands.ts'
export * from './contract-list.ts'
export * from './contract-repeats.ts'
export * from './states.ts'

const base = '/api/centres/:centre/cases'

export const listCases = defineRoute({
  method: 'GET',
  path: base,
  summary: 'Список дел по фильтрам, страницами',
  params: centreParams,
  query: caseListQuery,
  response: caseList,
})

export const countCases = defineRoute({
  method: 'GET',
  path: `${base}/counts`,
  summary: 'Сколько открытых дел в каждом быстром виде',
  params: centreParams,
  response: caseCounts,
})

export const readReference = defineRoute({
  method: 'GET',
  path: `${base}/reference`,
  summary: 'Из чего выбирают фильтры и формы',
  params: centreParams,
  response: caseReference,
})

export const suggestCase = defineRoute({
  method: 'POST',
  path: `${base}/suggest`,
  summary: 'Что предложит разбор для текста',
  params: centreParams,
  body: suggestBody,
  response: suggestion,
})

export const registerCaseRoute = defineRoute({
  method: 'POST',
  path: base,
  summary: 'Зарегистрировать обращение',
  params: centreParams,
  body: registerBody,
  response: caseOutcome,
})

export const readCase = defineRoute({
  method: 'GET',
  path: `${base}/:id`,
  summary: 'Карточка дела',
  params: caseParams,
  response: caseCard,
})

export const readCaseJournal = defineRoute({
  method: 'GET',
  path: `${base}/:id/journal`,
  summary: 'История дела',
  params: caseParams,
  response: caseJournal,
})

function commandRoute<Body extends z.ZodType>(command: string, summary: string, body: Body) {
  return defineRoute({
    method: 'POST',
    path: `${base}/:id/${command}`,
    summary,
    params: caseParams,
    body,
    response: caseOutcome,
  })
}

/** One route per command: `POST /cases/:id/<command>`. */
export const commandRoutes = {
  qualify: commandRoute('qualify', 'Определить вид, подвид и тип', commandBodies.qualify),
  'set-topic': commandRoute('set-topic', 'Определить тему', commandBodies['set-topic']),
  'set-place': commandRoute('set-place', 'Определить место', commandBodies['set-place']),
  'set-gist': commandRoute('set-gist', 'Уточнить суть', commandBodies['set-gist']),
  assign: commandRoute('assign', 'Назначить или сменить исполнителя', commandBodies.assign),
  take: commandRoute('take', 'Взять в работу', commandBodies.take),
  'return-to-triage': commandRoute(
    'return-to-triage',
    'Вернуть на разбор: не по адресу',
    commandBodies['return-to-triage'],
  ),
  'draft-answer': commandRoute(
    'draft-answer',
    'Подготовить или изменить проект ответа',
    commandBodies['draft-answer'],
  ),
  'submit-answer': commandRoute(
    'submit-answer',
    'Отправить ответ на утверждение',
    commandBodies['submit-answer'],
  ),
  'approve-answer': commandRoute('approve-answer', 'Утвердить ответ', commandBodies['approve-answer']),
  'return-answer': commandRoute(
    'return-answer',
    'Вернуть ответ на доработку',
    commandBodies['return-answer'],
  ),
  'deliver-answer': commandRoute(
    'deliver-answer',
    'Отметить отправку или публикацию ответа',
    commandBodies['deliver-answer'],
  ),
  extend: commandRoute('extend', 'Продлить срок', commandBodies.extend),
  postpone: commandRoute('postpone', 'Отложить решение до даты', commandBodies.postpone),
  resume: commandRoute('resume', 'Продолжить отложенное', commandBodies.resume),
  forward: commandRoute('forward', 'Перенаправить в другой орган', commandBodies.forward),
  close: commandRoute('close', 'Закрыть с итогом', commandBodies.close),
  reopen: commandRoute('reopen', 'Возобновить работу по сообщению', commandBodies.reopen),
  'continue-appeal': commandRoute(
    'continue-appeal',
    'Зарегистрировать повторное обращение, связанное с этим',
    commandBodies['continue-appeal'],
  ),
  join: commandRoute('join', 'Присоединить к другому делу как повтор', commandBodies.join),
  note: commandRoute('note', 'Оставить заметку', commandBodies.note),
} as const

/** Multipart form with one field `file`. */
export const attachFile = defineRoute({
  method: 'POST',
  path: `${base}/:id/attachments`,
  summary: 'Приложить файл',
  params: caseParams,
  response: attachmentLine,
})

const attachmentParams = z.object({ centre: z.string(), id: z.uuid(), attachment: z.uuid() })
/** Answers with the bytes of the file. */
export const readAttachment = defineRoute({
  method: 'GET',
  path: `${base}/:id/attachments/:attachment`,
  summary: 'Приложенный файл',
  params: attachmentParams,
  response: z.unknown(),
})

/** Answers with an XLSX file of at most 50,000 lines. */
export const exportCases = defineRoute({
  method: 'GET',
  path: `${base}/export.xlsx`,
  summary: 'Список дел таблицей',
  params: centreParams,
  query: caseFilters.extend({ sort: z.enum(caseSorts).default('newest') }),
  response: z.unknown(),
})

const views = '/api/centres/:centre/views'
export const listSavedViews = defineRoute({
  method: 'GET',
  path: views,
  summary: 'Свои сохранённые виды',
  params: centreParams,
  response: z.strictObject({ views: z.array(savedView) }),
})
export const saveView = defineRoute({
  method: 'POST',
  path: views,
  summary: 'Сохранить вид',
  params: centreParams,
  body: savedViewBody,
  response: savedView,
})
export const changeSavedView = defineRoute({
  method: 'PUT',
  path: `${views}/:id`,
  summary: 'Изменить сохранённый вид',
  params: caseParams,
  body: savedViewBody,
  response: savedView,
})
export const removeSavedView = defineRoute({
  method: 'DELETE',
  path: `${views}/:id`,
  summary: 'Удалить сохранённый вид',
  params: caseParams,
  response: done,
})

/** Server-sent events, each `caseNews`; `Last-Event-ID` gives what was missed; a ping every 20 s. */
export const caseEvents = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/events',
  summary: 'Новости дел',
  params: centreParams,
  query: z.object({ since: z.uuid().optional() }),
  response: z.unknown(),
})
