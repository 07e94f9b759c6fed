import type { Figures, GroupFigures } from '../contract-figures.ts'
import type { Measured } from './measure-sorter.ts'
import type { LabelledCase } from './split-by-time.ts'

/** Confusions told; rarer ones are chance. */
const TOLD = 10

/** Every group of the cases, the most frequent first: how many each way of sorting got right. */
export function groupsOf(
  cases: readonly LabelledCase[],
  model: Measured,
  keywords: Measured,
  former: Measured | null,
): GroupFigures[] {
  const rightIn = ({ said }: Measured, group: string) =>
    cases.filter((one, at) => one.group === group && said[at]!.best[0]?.group === group).length
  return [...Map.groupBy(cases, ({ group }) => group)]
    .map(([group, rows]) => ({
      group,
      rows: rows.length,
      right: rightIn(model, group),
      said: model.said.filter(({ best }) => best[0]?.group === group).length,
      rightByKeywords: rightIn(keywords, group),
      rightByFormer: former && rightIn(former, group),
    }))
    .toSorted((one, other) => other.rows - one.rows || (one.group < other.group ? -1 : 1))
}

/** Which groups the model takes for which, the most frequent first. */
export function confusionsOf(cases: readonly LabelledCase[], model: Measured): Figures['confusions'] {
  const wrong = cases.flatMap(({ group: right }, at) => {
    const said = model.said[at]!.best[0]?.group
    return said === undefined || said === right ? [] : [{ right, said }]
  })
  return [...Map.groupBy(wrong, ({ right, said }) => `${right} ${said}`).values()]
    .map((same) => ({ ...same[0]!, rows: same.length }))
    .toSorted((one, other) => other.rows - one.rows || (one.right < other.right ? -1 : 1))
    .slice(0, TOLD)
}
