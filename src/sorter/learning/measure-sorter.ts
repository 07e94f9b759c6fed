import { macroF1, type Sorter, type TopicProposal } from '../../triage/index.ts'
import type { Measures } from '../contract-figures.ts'
import type { LabelledCase } from './split-by-time.ts'

/** What a sorter said of each case, and how it did over all of them. */
export type Measured = { readonly measures: Measures; readonly said: readonly TopicProposal[] }

/** Sorts cases whose topics are known and counts what was right. */
export function measureSorter(sorter: Sorter, cases: readonly LabelledCase[]): Measured {
  const said = cases.map(({ text }) => sorter.propose(text, { masked: text }))
  const firsts = said.map(({ best }) => best[0])
  const share = (of: number, whole: number) => (whole === 0 ? 0 : of / whole)
  const count = (is: (one: LabelledCase, at: number) => boolean) => cases.filter(is).length
  const right = (one: LabelledCase, at: number) => firsts[at]?.group === one.group
  const decided = (_: LabelledCase, at: number) => said[at]!.decided
  const alone = count(decided)
  const topicRows = count(({ topic }) => topic !== null)
  const ofTopics = (is: (one: LabelledCase, at: number) => boolean) =>
    topicRows === 0
      ? null
      : share(
          count((one, at) => one.topic !== null && is(one, at)),
          topicRows,
        )
  return {
    said,
    measures: {
      rows: cases.length,
      accuracy: share(count(right), cases.length),
      macroF1: macroOf(
        cases.map(({ group }) => group),
        firsts.map((first) => first?.group ?? null),
      ),
      amongThree: share(
        count((one, at) => said[at]!.best.some(({ group }) => group === one.group)),
        cases.length,
      ),
      topicRows,
      topicAccuracy: ofTopics((one, at) => firsts[at]?.topic === one.topic),
      topicAmongThree: ofTopics((one, at) => said[at]!.best.some(({ topic }) => topic === one.topic)),
      coverage: share(alone, cases.length),
      precision: alone === 0 ? null : count((one, at) => decided(one, at) && right(one, at)) / alone,
    },
  }
}

// A group that nothing was proposed for is a mistake of its own.
function macroOf(right: readonly string[], given: readonly (string | null)[]): number {
  const names = [...new Set([...right, ...given])]
  const numbers = new Map(names.map((name, at) => [name, at]))
  const numbered = (list: readonly (string | null)[]) => Int32Array.from(list, (one) => numbers.get(one)!)
  return macroF1(numbered(right), numbered(given), names.length)
}
