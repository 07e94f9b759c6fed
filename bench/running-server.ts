import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A server of the program in a process of its own. */
export interface RunningServer {
  address: string
  /** From its start until it answers that it is ready, ms. */
  readyAfter: number
  /** Signs in; gives a function that asks for an address and reads the whole answer. */
  signIn(login: string, password: string): Promise<Ask>
  /** Signs in; gives a function that sends a change and reads what came of it. */
  signInToWrite(login: string, password: string): Promise<Send>
  /** Processor seconds that the server has spent. */
  cpu(): number
  stop(): Promise<void>
}

export type Ask = (path: string) => Promise<Buffer>
export type Send = (path: string, body: object) => Promise<Record<string, unknown>>

const inFolder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
/** The server alone, and the whole of what `npm start` runs. */
export const serverAlone: readonly string[] = [inFolder('src/server.ts')]
export const asNpmStarts: readonly string[] = [inFolder('tools/bootstrap.mjs'), 'start']

/** Starts the program on a free port and waits until it is ready, at most three minutes. */
export async function startServer(
  environment: Record<string, string>,
  program = serverAlone,
): Promise<RunningServer> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const from = performance.now()
  const child = spawn(process.execPath, program, {
    env: {
      PATH: process.env['PATH'] ?? '',
      ...environment,
      HOST: '127.0.0.1',
      PORT: String(port),
      OTKLIK_PARENT_PIPE: '3',
    },
    // The server ends when the other end of its fourth channel does: ours, should we be killed.
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr!.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
  const ended = once(child, 'exit')
  while (!(await isReady(address))) {
    if (child.exitCode !== null || performance.now() - from > 180_000) {
      child.kill()
      throw new Error(`the server did not start: ${said}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    address,
    readyAfter: performance.now() - from,
    signIn: async (login, password) => (await signIn(address, login, password)).ask,
    signInToWrite: async (login, password) => (await signIn(address, login, password)).send,
    cpu: () => cpuOf(child.pid!),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/health/ready`)).ok
  } catch {
    return false
  }
}

async function signIn(address: string, login: string, password: string): Promise<{ ask: Ask; send: Send }> {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  if (!response.ok) throw new Error(`${login} could not sign in: ${await response.text()}`)
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  const read = async (path: string, options: RequestInit): Promise<Buffer> => {
    const answer = await fetch(`${address}${path}`, options)
    const body = Buffer.from(await answer.arrayBuffer())
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${body.toString().slice(0, 300)}`)
    return body
  }
  const headers = { cookie, 'x-otklik-csrf': csrfToken, 'content-type': 'application/json' }
  return {
    ask: (path) => read(path, { headers: { cookie } }),
    send: async (path, body) =>
      JSON.parse((await read(path, { method: 'POST', headers, body: JSON.stringify(body) })).toString()),
  }
}

// User and system time in ticks of a hundredth of a second: fields 14 and 15 of proc(5).
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
