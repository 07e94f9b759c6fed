import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { applyCharter, loadCentre } from '../src/charter/index.ts'
import { addUser } from '../src/people/index.ts'
import { openInstallation } from '../src/platform/installation.ts'
import { readSettings } from '../src/platform/settings.ts'
import { type Browser, createBrowser } from './browser.ts'
import { exampleFiles } from './running-app.ts'

/** The real server as a process of its own, on an embedded database in a folder of its own. */
export interface SpawnedServer {
  start(): Promise<void>
  /** Ends it as a power cut would: no signal can be caught. */
  kill(): Promise<void>
  /** A browser signed in as the centre's head. */
  browser(): Promise<Browser>
  remove(): Promise<void>
}

const password = 'три жёлтых трамвая у реки'

/** Makes an installation with the `example` centre and its head; the server is not started yet. */
export async function spawnedServer(): Promise<SpawnedServer> {
  const home = mkdtempSync(join(tmpdir(), 'otklik-kill-'))
  chmodSync(home, 0o711)
  const port = await freePort()
  const env = { OTKLIK_HOME: home, PORT: String(port), OTKLIK_DEMO: 'false', LOG_LEVEL: 'warn' }
  const installation = await openInstallation(readSettings(env), { progress: () => {} })
  const now = Temporal.Now.instant()
  const { db, vault } = installation
  await applyCharter(db, { slug: 'example', files: exampleFiles(), actor: 'проверка', now })
  const centre = await loadCentre(db, 'example')
  await addUser(db, { centre, now, vault }, { login: 'head', role: 'head', password })
  await installation.close()

  let child: ChildProcess | null = null
  let said = ''
  const address = `http://127.0.0.1:${port}`

  async function start(): Promise<void> {
    const { DATABASE_URL: _, DATABASE_APP_URL: __, OTKLIK_PARENT_PIPE: ___, ...rest } = process.env
    child = spawn(process.execPath, ['src/server.ts'], {
      env: { ...rest, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()))
    for (let tries = 0; tries < 300; tries += 1) {
      if (child.exitCode !== null) throw new Error(`the server ended:\n${said}`)
      const ready = await fetch(`${address}/health/ready`).catch(() => null)
      if (ready?.ok) return
      await pause(100)
    }
    throw new Error(`the server did not start in 30 seconds:\n${said}`)
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ending = child
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise((resolve) => void ending.once('exit', resolve))
    ending.kill(signal)
    await gone
  }

  return {
    start,
    kill: () => end('SIGKILL'),
    async browser() {
      const browser = createBrowser(address, 'example')
      await browser.signIn('head', password)
      return browser
    },
    async remove() {
      await end('SIGTERM')
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => void probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => void probe.close(resolve))
  return port
}
