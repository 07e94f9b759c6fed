import { sql } from 'kysely'
import type { Centre } from '../charter/index.ts'
import type { Regime } from '../charter/contract.ts'
import type { Scope } from '../platform/db/centre-scope.ts'

/** A number by the charter's pattern: {year}, {yy}, {prefix}, {n} or {n:5} (least width; it grows past it). */
export function formatNumber(pattern: string, facts: { year: number; n: number; prefix: string }): string {
  return pattern.replace(/\{(year|yy|prefix|n)(?::(\d+))?\}/g, (_, name: string, width?: string) => {
    if (name === 'year') return String(facts.year)
    if (name === 'yy') return String(facts.year % 100).padStart(2, '0')
    if (name === 'prefix') return facts.prefix
    return String(facts.n).padStart(Number(width ?? 1), '0')
  })
}

/** The number that a regime's series gives to the n-th case of a year. */
export function numberOf(centre: Centre, regime: Regime, year: number, n: number): string {
  const { pattern, prefix } = centre.charter.numbering[regime]
  return formatNumber(pattern, { year, n, prefix })
}

/** Takes the next `count` numbers of any series of the centre without a gap and gives the first; the series stays locked until the transaction ends. */
export async function takeNext(
  scope: Scope,
  centreId: number,
  series: string,
  year: number,
  count = 1,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into number_series (centre_id, series, year, last) values (${centreId}, ${series}, ${year}, ${count})
    on conflict (centre_id, series, year) do update set last = number_series.last + excluded.last
    returning last
  `.execute(scope)
  return rows[0]!.last - count + 1
}

/**
 * Takes the next numbers of the series, one per entry and in their order. The series' rows stay locked until the transaction
 * ends, so that a rollback gives the numbers back and leaves no gap.
 */
export async function takeNumbers(
  scope: Scope,
  centre: Centre,
  wanted: readonly { regime: Regime; registeredAt: Temporal.Instant }[],
): Promise<string[]> {
  const asked = wanted.map(({ regime, registeredAt }) => ({
    regime,
    year: registeredAt.toZonedDateTimeISO(centre.zone).year,
  }))
  const counts = new Map<string, { regime: Regime; year: number; count: number }>()
  for (const { regime, year } of asked) {
    const key = `${regime} ${year}`
    const known = counts.get(key)
    if (known) known.count += 1
    else counts.set(key, { regime, year, count: 1 })
  }
  // In order of the key, so that two batches never wait for one another in a circle.
  const series = [...counts.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const next = new Map<string, number>()
  for (const [key, { regime, year, count }] of series) {
    next.set(key, await takeNext(scope, centre.id, regime, year, count))
  }
  return asked.map(({ regime, year }) => {
    const key = `${regime} ${year}`
    const n = next.get(key)!
    next.set(key, n + 1)
    return numberOf(centre, regime, year, n)
  })
}
