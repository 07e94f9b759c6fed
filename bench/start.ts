import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atMost, type Figure, quantile, reported } from './figure.ts'
import { startServer } from './running-server.ts'

const limitSeconds = 5
const times = 5

/** From the start of the server until it is ready, in a home of its own: the first time, then again. */
export async function benchStart(): Promise<Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'otklik-bench-'))
  const environment = { OTKLIK_HOME: home, OTKLIK_DEMO: 'false', LOG_LEVEL: 'error' }
  const start = async () => {
    const server = await startServer(environment)
    await server.stop()
    return server.readyAfter / 1000
  }
  try {
    const first = await start()
    const later: number[] = []
    while (later.length < times) later.push(await start())
    const beside = `the slowest of ${times}; median ${quantile(later, 0.5).toFixed(2)}`
    return [
      atMost(limitSeconds, 'later start to ready', Math.max(...later), 's', beside),
      reported('first start to ready, database made, no demo data', first, 's'),
    ]
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

if (import.meta.main) console.table(await benchStart())
