import * as z from 'zod'
import { action } from './action.ts'

const text = z.string().nullable()
const id = z.uuid().nullable()
const moment = z.string()

/** Columns of a case that commands change, by the names of the table: folding `set` over the entries gives the row. */
export const casePatch = z
  .strictObject({
    number: z.string(),
    regime: z.string(),
    subtype: text,
    nature: text,
    state: z.string(),
    channel: z.string(),
    network: text,
    received_at: moment,
    registered_at: moment,
    first_answered_at: moment.nullable(),
    answered_at: moment.nullable(),
    closed_at: moment.nullable(),
    outcome: text,
    promised_on: text,
    topic_group: text,
    topic: text,
    settlement: text,
    street: text,
    house: text,
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    organisation: text,
    sector_block: text,
    assignee_id: id,
    due_at: moment.nullable(),
    due_clock: text,
    emergency: z.boolean(),
    fast_track: z.boolean(),
    foreign_municipality: text,
    external_number: text,
    external_url: text,
    submission_id: z.uuid(),
    voices: z.int(),
    joined_into: id,
    continues: id,
    mark: z.int().nullable(),
    charter_edition: z.int(),
    revision: z.int(),
  })
  .partial()

/** What the case became and what it was before. */
const changed = { set: casePatch, was: casePatch.optional() }
const answer = { answerId: z.uuid() }

/** What is done with cases: enough in each to fold the case's row from its entries. */
export const caseActions = {
  'case-registered': action('зарегистрировано', {
    ...changed,
    submissionId: z.uuid(),
    importRunId: z.uuid().optional(),
  }),
  'case-imported': action('перенесено состояние из источника', { ...changed, source: text }),
  'case-updated': action('обновлено из источника', {
    ...changed,
    source: z.string(),
    conflicts: z.array(z.string()),
  }),
  'case-qualified': action('определён вид', changed),
  'case-topic-set': action('определена тема', changed),
  'case-place-set': action('определено место', changed),
  'case-gist-set': action('уточнена суть', changed),
  'case-assigned': action('назначен исполнитель', changed),
  'case-taken': action('взято в работу', changed),
  'case-returned': action('возвращено на разбор', changed),
  'answer-drafted': action('подготовлен проект ответа', { ...changed, ...answer, kind: z.string() }),
  'answer-submitted': action('ответ отправлен на утверждение', { ...changed, ...answer }),
  'answer-approved': action('ответ утверждён', { ...changed, ...answer }),
  'answer-returned': action('ответ возвращён на доработку', { ...changed, ...answer }),
  'answer-delivered': action('ответ дан', {
    ...changed,
    ...answer,
    kind: z.string(),
    delivery: z.string(),
    deliveredAt: moment,
  }),
  'case-extended': action('продлён срок', { ...changed, deadlineId: z.uuid(), days: z.number() }),
  'case-postponed': action('отложено', changed),
  'case-resumed': action('работа продолжена', changed),
  'case-forwarded': action('перенаправлено', { ...changed, organisation: text, body: text }),
  'case-closed': action('закрыто', changed),
  'case-reopened': action('возобновлено', changed),
  'case-continued': action('зарегистрировано повторное обращение', {
    continuedBy: z.uuid(),
    number: z.string(),
  }),
  'case-joined': action('присоединено как повтор', changed),
  'case-absorbed': action('присоединён повтор', { ...changed, joined: z.uuid(), number: z.string() }),
  'repeat-denied': action('признано не повтором', { other: z.uuid(), number: z.string() }),
  'list-exported': action('выгружен список', { lines: z.int() }),
  'case-repeated': action('поступил точный повтор', { ...changed, submissionIds: z.array(z.uuid()) }),
  'case-repeat-withdrawn': action('повтор снят вместе с отменённой загрузкой', {
    ...changed,
    submissionIds: z.array(z.uuid()),
  }),
  'case-noted': action('оставлена заметка', { noteId: z.uuid() }),
  'case-attached': action('приложен файл', { attachmentId: z.uuid(), size: z.int(), mediaType: z.string() }),
}
