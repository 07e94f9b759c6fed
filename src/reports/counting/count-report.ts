import type { CaseSorting } from '../../cases/index.ts'
import type { ReportRule } from '../../charter/contract.ts'
import { insightQuery } from '../../insight/contract.ts'
import { previousOf } from '../../insight/index.ts'
import type { Desk } from '../../people/index.ts'
import type { ReportContent } from '../contract-content.ts'
import type { Period } from '../periods/period.ts'
import { countSlice, stepsOf } from './count-slice.ts'

/** What is counted: the rule, its period, the moment from which figures are seen. */
export interface Counting {
  rule: ReportRule
  period: Period
  asOf: Temporal.Instant
  /** Cases struck out of the examples. */
  leftOut: readonly string[]
  /** Told after each step: how many of how many are done. */
  onStep?: ((done: number, all: number) => Promise<void>) | undefined
}

/** A report as counted, and the cases behind its figures. */
export interface CountedReport {
  content: ReportContent
  cases: Map<string, readonly string[]>
}

/** Counts everything that a rule asks of a period, of the whole centre; nothing is written. */
export async function countReport(
  desk: Desk,
  { rule, period, asOf, leftOut, onStep }: Counting,
  sorting: CaseSorting,
): Promise<CountedReport> {
  const cases = new Map<string, readonly string[]>()
  const days = { from: period.from.toString(), to: period.to.toString() }
  const looks =
    rule.slices.length > 0 ? rule.slices : [{ code: 'all', name: null, channels: [], regimes: [] }]
  const all = looks.length * stepsOf(rule.sections)
  let done = 0
  const step = async () => onStep?.((done += 1), all)
  const slices: ReportContent['slices'] = []
  for (const [place, { code, name, channels, regimes }] of looks.entries()) {
    const query = insightQuery.parse({
      ...days,
      asOf: asOf.toString(),
      ...(channels.length > 0 ? { channel: channels } : {}),
      ...(regimes.length > 0 ? { regime: regimes } : {}),
    })
    // Figures of the first look bear plain keys: `received`; those of the others its code before them.
    const prefix = place === 0 ? '' : `${code}:`
    const parts = { desk, sorting, query, prefix, lists: cases }
    slices.push(await countSlice(parts, rule, { code, name }, { leftOut, step }))
  }
  return {
    content: { previous: previousOf(days), slices, indicators: indicatorsOf(desk, rule, period) },
    cases,
  }
}

function indicatorsOf({ centre }: Desk, rule: ReportRule, { to }: Period): ReportContent['indicators'] {
  if (!rule.sections.includes('indicators')) return []
  return centre.charter.indicators.map(({ name, formula, unit, plan }) => ({
    name,
    formula,
    unit,
    plan: plan[String(to.year)] ?? null,
  }))
}
