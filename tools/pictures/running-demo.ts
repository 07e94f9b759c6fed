import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The moment at which all pictures are taken: a Thursday, 14:40 in the demo centre. */
export const pictureMoment = '2026-11-19T11:40:00Z'

export interface RunningDemo {
  address: string
  close(): Promise<void>
}

/** Starts the application as `npm start` does, with the demo centre in a folder of its own and a clock that stands. */
export async function startDemo(say: (line: string) => void): Promise<RunningDemo> {
  const home = mkdtempSync(join(tmpdir(), 'otklik-pictures-'))
  chmodSync(home, 0o711)
  const port = await freePort()
  const { DATABASE_URL: _, DATABASE_APP_URL: __, ...rest } = process.env
  const own = { OTKLIK_HOME: home, OTKLIK_CLOCK: pictureMoment, OTKLIK_DEMO: 'true', LOG_LEVEL: 'warn' }
  const server = spawn(process.execPath, ['tools/bootstrap.mjs', 'start'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...rest, ...own, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  server.stderr.on('data', (text: Buffer) => say(text.toString().trimEnd()))
  const gone = new Promise<void>((resolve) => void server.once('exit', () => resolve()))
  const close = async () => {
    server.kill('SIGTERM')
    await gone
    rmSync(home, { recursive: true, force: true })
  }
  const address = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 1800; tries += 1) {
    if (server.exitCode !== null) break
    const ready = await fetch(`${address}/health/ready`).catch(() => null)
    if (ready?.ok) return { address, close }
    await pause(100)
  }
  await close()
  throw new Error('The server did not start; what it said stands above.')
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => void probe.listen(0, '127.0.0.1', resolve))
  const at = probe.address()
  await new Promise((resolve) => void probe.close(resolve))
  if (at === null || typeof at === 'string') throw new Error('No free port.')
  return at.port
}
