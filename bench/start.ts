import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atMost, type Figure, quantile } from './figure.ts'
import { asNpmStarts, startServer } from './running-server.ts'

const laterSeconds = 5
const firstSeconds = 180
const times = 5

/** From what `npm start` runs until the server is ready, in a home of its own: the first time with demo data, then again. */
export async function benchStart(): Promise<Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'otklik-bench-'))
  const start = async () => {
    const server = await startServer({ OTKLIK_HOME: home, LOG_LEVEL: 'error' }, asNpmStarts)
    await server.stop()
    return server.readyAfter / 1000
  }
  try {
    const first = await start()
    const later: number[] = []
    while (later.length < times) later.push(await start())
    const beside = `median of ${times}; the slowest ${Math.max(...later).toFixed(2)}`
    return [
      atMost(laterSeconds, 'later start to ready', quantile(later, 0.5), 's', beside),
      atMost(
        firstSeconds,
        'first start to ready, dependencies in place',
        first,
        's',
        'database and demo data made',
      ),
    ]
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

if (import.meta.main) console.table(await benchStart())
