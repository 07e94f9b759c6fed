import * as z from 'zod'
import { action } from './action.ts'

const report = { reportId: z.uuid(), code: z.string(), period: z.string(), version: z.int() }
const slot = { part: z.string(), block: z.string() }
const moment = z.iso.datetime({ offset: true })

/** What is done with reports; their texts stay with the report. */
export const reportActions = {
  'report-drafted': action('начат отчёт', report),
  'report-recounted': action('отчёт пересчитан', { ...report, asOf: moment }),
  'report-part-written': action('заполнена часть отчёта', { ...report, ...slot }),
  'report-part-emptied': action('очищена часть отчёта', { ...report, ...slot }),
  'report-examples-chosen': action('выбраны примеры отчёта', { ...report, leftOut: z.array(z.uuid()) }),
  'report-sent-for-review': action('отчёт отправлен на утверждение', report),
  'report-returned': action('отчёт возвращён на доработку', report),
  'report-approved': action('отчёт утверждён', {
    ...report,
    number: z.string(),
    /** Required parts that were empty all the same. */
    missing: z.array(z.strictObject(slot)),
  }),
  'report-filed': action('файлы отчёта сохранены', {
    ...report,
    digests: z.record(z.string(), z.string()),
  }),
  'report-submitted': action('отмечена передача отчёта', {
    ...report,
    recipient: z.string(),
    way: z.string(),
    deliveredAt: moment,
  }),
  'report-acknowledged': action('отмечено получение отчёта', { ...report, deliveryId: z.uuid() }),
  'report-corrected': action('начато исправление отчёта', { ...report, former: z.uuid() }),
  'report-removed': action('черновик отчёта удалён', report),
}
