import { fileURLToPath } from 'node:url'
import { centreOf, readCharter, readCharterFolder, workingTimeOf } from '../src/charter/index.ts'
import { computeDeadline } from '../src/deadlines/index.ts'
import { type Figure, reported } from './figure.ts'

const milliseconds = 500

/** Deadlines computed a second, by unit of the norm: moments of two years, so that few days repeat. */
export function benchDeadlines(): Figure[] {
  const { charter } = readCharter(
    readCharterFolder(fileURLToPath(new URL('../charters/example', import.meta.url))),
  )
  if (!charter) throw new Error('charters/example has problems')
  const time = workingTimeOf(centreOf({ id: 1, slug: 'example', edition: 0, is_demo: false }, charter))
  const first = Temporal.Instant.from('2025-01-01T05:00:00Z').epochMilliseconds
  const byUnit = new Map(Object.values(charter.norms).map((norm) => [norm.unit, norm]))
  return [...byUnit].map(([unit, norm]) => {
    let done = 0
    const started = performance.now()
    while (performance.now() - started < milliseconds) {
      for (let turn = 0; turn < 100; turn += 1, done += 1) {
        const minute = (done * 7919) % (2 * 365 * 1440)
        computeDeadline({
          ...time,
          norm,
          from: Temporal.Instant.fromEpochMilliseconds(first + minute * 60_000),
        })
      }
    }
    return reported(
      `deadlines in ${unit}`,
      done / ((performance.now() - started) / 1000),
      'a second',
      'each with its explanation',
    )
  })
}

if (import.meta.main) console.table(benchDeadlines())
