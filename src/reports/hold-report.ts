import type { Desk } from '../people/index.ts'
import type { ReportRule } from '../charter/contract.ts'
import { refuse } from '../platform/refusal.ts'
import type { ReportAction } from './contract-report.ts'
import { objectionTo } from './reports-policy.ts'
import { findReport, listVersions, type ReportRow } from './store.ts'

/** A report under the hands of a command, its row locked. */
export interface Held {
  row: ReportRow
  rule: ReportRule
}

export const noReport = () =>
  refuse('not-found', 'no-report', 'Такого отчёта нет: возможно, черновик удалили. Обновите список.')

/**
 * Locks a report for an action; refuses where the charter or its state forbids it, and where somebody was quicker than
 * the revision that the person saw.
 */
export async function holdReport(
  desk: Desk,
  id: string,
  action: ReportAction,
  seen?: { revision: number },
): Promise<Held> {
  const { scope, centre, actor } = desk
  const row = (await findReport(scope, centre.id, id, { hold: true })) ?? noReport()
  const rule = centre.charter.reports.find(({ code }) => code === row.code) ?? null
  const versions = await listVersions(scope, centre.id, row)
  const isCorrected = versions.some(({ version }) => version > row.version)
  const objection = objectionTo(action, { actor, rule, row: { ...row, isCorrected } })
  if (objection) refuse(objection.kind, objection.reason, objection.sentence)
  if (seen && seen.revision !== row.revision)
    refuse('conflict', 'changed', 'Отчёт тем временем изменили: обновите страницу и повторите.')
  return { row, rule: rule! }
}

/** What the journal says of every act with a report. */
export function journalOf({ id, code, period, version }: ReportRow) {
  return { reportId: id, code, period, version }
}
