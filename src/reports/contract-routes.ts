import * as z from 'zod'
import { moment, plainDay } from '../cases/contract.ts'
import { caseParams, centreParams, defineRoute, done } from '../platform/http/route.ts'
import { calendarEntry, owedPart, reportKind, reportLine, reportView } from './contract-report.ts'

const base = '/api/centres/:centre/reports'
const one = `${base}/:id`
/** The revision that the person saw; another one in the database is a conflict. */
const seen = { revision: z.int().positive() }
const reason = z
  .string()
  .trim()
  .min(5, 'Напишите причину, хотя бы несколько слов.')
  .max(1000, 'Причина не длиннее 1000 знаков.')

/** The calendar of the days given (by the day of their due or, without a term, of their end), with what the person owes. */
export const readReportCalendar = defineRoute({
  method: 'GET',
  path: `${base}/calendar`,
  summary: 'Календарь отчётов: что и когда сдать, что готово, что просрочено',
  params: centreParams,
  query: z.object({ from: plainDay.optional(), to: plainDay.optional() }),
  response: z.strictObject({
    from: plainDay,
    to: plainDay,
    entries: z.array(calendarEntry),
    /** Reports on request and others that stand outside the calendar, newest first. */
    others: z.array(reportLine),
    kinds: z.array(reportKind),
    owed: z.array(owedPart),
  }),
})

export const draftReportRoute = defineRoute({
  method: 'POST',
  path: base,
  summary: 'Начать отчёт за период: показатели считаются в фоне',
  params: centreParams,
  body: z.strictObject({
    code: z.string().min(1).max(61),
    /** `2026-W46`, `2026-10`, …; of a report on request `2026-11-01..2026-11-15`. */
    period: z.string().min(1).max(40),
    asOf: moment.optional(),
  }),
  response: z.strictObject({ id: z.uuid() }),
})

export const readReport = defineRoute({
  method: 'GET',
  path: one,
  summary: 'Отчёт: показатели, части, документ, передача',
  params: caseParams,
  response: reportView,
})

const act = <Body extends z.ZodType>(name: string, summary: string, body: Body) =>
  defineRoute({
    method: 'POST',
    path: `${one}/${name}`,
    summary,
    params: caseParams,
    body,
    response: reportView,
  })

export const recountReport = act(
  'recount',
  'Пересчитать показатели черновика; написанные части остаются',
  z.strictObject({ ...seen, asOf: moment.optional() }),
)

export const writePartBody = z.strictObject({
  part: z.string().min(1).max(61),
  block: z.string().max(61).default(''),
  text: z.string().max(20_000, 'Текст не длиннее 20 000 знаков.'),
  /** Of the part, 0 while nobody has written it. */
  revision: z.int().min(0),
})
/** Saved as one writes; answers with the part's new revision. */
export const writeReportPart = defineRoute({
  method: 'PUT',
  path: `${one}/part`,
  summary: 'Записать часть отчёта',
  params: caseParams,
  body: writePartBody,
  response: z.strictObject({ revision: z.int(), writtenAt: moment, author: z.string() }),
})

export const chooseExamplesRoute = act(
  'examples',
  'Убрать примеры из черновика или вернуть все',
  z.strictObject({ ...seen, leftOut: z.array(z.uuid()).max(100) }),
)
export const sendReportForReview = act('review', 'Отправить отчёт на утверждение', z.strictObject(seen))
export const returnReport = act(
  'return',
  'Вернуть отчёт на доработку с замечанием',
  z.strictObject({ ...seen, remarks: reason }),
)
/** Refuses with reason `parts-missing` and details `{ missing: [string] }` unless `overrule` says why not to wait. */
export const approveReport = act(
  'approve',
  'Утвердить отчёт: номер, дата, неизменный документ',
  z.strictObject({ ...seen, overrule: reason.optional() }),
)
export const deliverReport = act(
  'deliveries',
  'Отметить, кому, как и когда передан отчёт',
  z.strictObject({
    ...seen,
    recipient: z.string().trim().min(2, 'Укажите, кому передан отчёт.').max(300),
    way: z.string().trim().min(2, 'Укажите, каким путём передан отчёт.').max(200),
    deliveredAt: moment,
    note: z.string().trim().max(1000).optional(),
  }),
)
export const acknowledgeDelivery = defineRoute({
  method: 'POST',
  path: `${one}/deliveries/:delivery/acknowledge`,
  summary: 'Отметить, что получатель подтвердил получение',
  params: caseParams.extend({ delivery: z.uuid() }),
  body: z.strictObject({ at: moment, note: z.string().trim().max(1000).optional() }),
  response: reportView,
})
export const correctReport = defineRoute({
  method: 'POST',
  path: `${one}/correct`,
  summary: 'Начать исправленную версию утверждённого отчёта',
  params: caseParams,
  body: z.strictObject({ reason }),
  response: z.strictObject({ id: z.uuid() }),
})
export const markReportRead = act('read', 'Отметить отчёт прочитанным', z.strictObject({}))
export const removeReportRoute = defineRoute({
  method: 'DELETE',
  path: one,
  summary: 'Удалить черновик отчёта',
  params: caseParams,
  response: done,
})

/** Answers with the file: of an approved report always the same bytes, of a draft marked as one. */
export const downloadReport = defineRoute({
  method: 'GET',
  path: `${one}/files/:format`,
  summary: 'Файл отчёта: DOCX, XLSX или PDF',
  params: caseParams.extend({ format: z.enum(['docx', 'xlsx', 'pdf']) }),
  response: z.unknown(),
})
