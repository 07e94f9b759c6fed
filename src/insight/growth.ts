/** Fewest cases at which growth is worth telling. */
export const fewest = 5
/** Largest share of chance at which growth is told. */
export const mostChance = 0.01

/** The rule by which topics grow, as it stands beside them. */
export const growthRule =
  `Растёт тема, по которой за период поступило не меньше ${fewest} дел и больше, чем за прошлый такой же период, ` +
  'если при неизменном потоке такой перевес случается не чаще одного раза из ста (точный биномиальный критерий). ' +
  'Сверху темы с наибольшей прибавкой.'

/**
 * How often `now` or more of `now + before` cases fall in the second of two equal periods when nothing changed: the upper
 * tail of a binomial distribution; `share` is the second period's share of the time of both.
 */
export function chanceOf(now: number, before: number, share = 0.5): number {
  const all = now + before
  let term = all * Math.log(1 - share)
  let below = 0
  for (let successes = 0; successes < now; successes += 1) {
    below += Math.exp(term)
    term += Math.log((all - successes) / (successes + 1)) + Math.log(share / (1 - share))
  }
  return Math.min(1, Math.max(0, 1 - below))
}

/** The chance where a count grew beyond it, null where it did not. */
export function grown(now: number, before: number, share: number): number | null {
  if (now < fewest || now / share <= before / (1 - share)) return null
  const chance = chanceOf(now, before, share)
  return chance <= mostChance ? chance : null
}
