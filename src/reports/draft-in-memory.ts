import type { CaseSorting } from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import type { DocumentFormat, OfficialDocument } from '../platform/documents/document.ts'
import { refuse } from '../platform/refusal.ts'
import type { ReportContent } from './contract-content.ts'
import { countReport } from './counting/count-report.ts'
import { inOneMoment } from './counting/one-moment.ts'
import { buildDocument } from './document/build-document.ts'
import { slotsOf } from './parts/slots.ts'
import { periodOf } from './periods/period.ts'
import { dueIn, ruleOf } from './rules.ts'
import { isFrozen } from './states.ts'
import { findNewest, selectParts } from './store.ts'

/** A report as the command line gives it: of an approved version, or drafted here and kept nowhere. */
export interface GivenReport {
  document: OfficialDocument
  content: ReportContent
  /** The last moment that is in time, ISO 8601 with the centre's offset; null where the charter names no term. */
  due: string | null
  window: { from: string; to: string }
  asOf: string
  source: 'approved' | 'draft'
  number: string | null
}

/** Name of a report's file; a corrected version says which it is. */
export function fileNameOf(
  slug: string,
  code: string,
  period: string,
  format: DocumentFormat,
  version = 1,
): string {
  return `${slug}-${code}-${period.replace('..', '_')}${version > 1 ? `-v${version}` : ''}.${format}`
}

/**
 * The report of a period: the approved version as it was frozen, unless a moment is asked for; else counted as of that moment
 * (now when left out) with the texts written so far. Nothing is written.
 */
export async function giveReport(
  desk: Desk,
  asked: { code: string; period: string; asOf?: Temporal.Instant | undefined },
  sorting: CaseSorting,
): Promise<GivenReport> {
  const { centre, scope, now } = desk
  await inOneMoment(scope)
  const rule = ruleOf(centre, asked.code)
  const period = periodOf(rule, asked.period)
  const found = await findNewest(scope, centre.id, { code: rule.code, period: period.name })
  const due = dueIn(centre, rule, period, found?.created_at ?? now)
  const head = {
    due: due?.at.toString({ timeZoneName: 'never', fractionalSecondDigits: 0 }) ?? null,
    window: { from: period.from.toString(), to: period.to.toString() },
  }
  if (found && isFrozen(found.state) && !asked.asOf) {
    const { document, content, as_of: asOf, number } = found
    return {
      ...head,
      document: document!,
      content: content!,
      asOf: asOf!.toString(),
      source: 'approved',
      number,
    }
  }
  const asOf = asked.asOf ?? now
  const first = period.from.toZonedDateTime(centre.zone).toInstant()
  if (Temporal.Instant.compare(asOf, first) < 0)
    refuse('invalid', 'period-ahead', 'Этот период ещё не начался: выберите прошедший или нынешний.')
  const leftOut = found && !isFrozen(found.state) ? found.left_out : []
  const { content } = await countReport(desk, { rule, period, asOf, leftOut }, sorting)
  const written = found && !isFrozen(found.state) ? await selectParts(scope, centre.id, found.id) : []
  const slots = slotsOf(centre, rule, written)
  const document = buildDocument({
    centre,
    rule,
    period,
    content,
    slots,
    asOf,
    approval: null,
    corrects: null,
  })
  return { ...head, document, content, asOf: asOf.toString(), source: 'draft', number: null }
}
