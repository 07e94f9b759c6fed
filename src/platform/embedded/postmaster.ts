import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { refuse } from '../refusal.ts'
import type { Place, ServerUser } from './place.ts'

/** A PostgreSQL server process that answers for a data folder. */
export type Postmaster = { pid: number; port: number }

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  wal_compression: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // Statements may hold residents' words: the server's log keeps none of them.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** Makes the data folder with a superuser `postgres` of this password. */
export function initCluster(bin: string, place: Place, data: string, password: string): void {
  const secret = mkdtempSync(join(place.folder, 'init-'))
  const file = join(secret, 'password')
  writeFileSync(file, password, { mode: 0o600 })
  if (place.user) for (const path of [secret, file]) chownSync(path, place.user.uid, place.user.gid)
  const made = spawnSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${data}.new`,
      '--username=postgres',
      `--pwfile=${file}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--text-search-config=russian',
    ],
    { encoding: 'utf8', cwd: place.folder, env: serverEnvironment(bin), ...identity(place.user) },
  )
  rmSync(secret, { recursive: true, force: true })
  if (made.status !== 0) failToStart(`${made.stdout}${made.stderr}${made.error?.message ?? ''}`, place.folder)
}

/** The live server of a data folder, by its postmaster.pid; null when there is none. */
export function runningPostmaster(data: string): Postmaster | null {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 && isPostgres(pid) ? { pid, port } : null
}

// A pid may have gone to another program since a crash.
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}

/** Starts a server on a loopback port: the one it had last time when that is free. `careless`: a crash may lose what it wrote. */
export async function startPostmaster(
  bin: string,
  place: Place,
  data: string,
  careless: boolean,
): Promise<Postmaster> {
  const portFile = join(place.folder, 'port')
  const before = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0
  const chosen = (before > 0 && (await freePort(before))) || (await freePort(0)) || 0
  writeFileSync(portFile, String(chosen))
  const logFile = join(place.folder, 'postgres.log')
  const log = openSync(
    logFile,
    (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000 ? 'w' : 'a',
  )
  const extra = careless ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}
  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(chosen),
      ...Object.entries({ ...settings, ...extra }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // A session of its own: Ctrl+C in the terminal must reach us first.
    {
      cwd: place.folder,
      detached: true,
      stdio: ['ignore', log, log],
      env: serverEnvironment(bin),
      ...identity(place.user),
    },
  )
  closeSync(log)
  await new Promise<void>((started, failed) => server.once('spawn', started).once('error', failed))
  server.unref()
  return { pid: server.pid ?? 0, port: chosen }
}

/** Stops a server: `fast` cuts its sessions and writes a checkpoint; after 30 s it is stopped at once. */
export async function stopPostmaster(data: string, { pid }: Postmaster): Promise<void> {
  signal(pid, 'SIGINT')
  for (let waited = 0; existsSync(join(data, 'postmaster.pid')) && isPostgres(pid); waited += 20) {
    if (waited === 30_000) signal(pid, 'SIGQUIT')
    if (waited > 35_000) return
    await pause(20)
  }
}

/** Refuses with the reason the server's last words give, or the lack of room in its folder. */
export function failToStart(words: string, folder?: string): never {
  const room = folder ? statfsSync(folder) : null
  if (
    /No space left|ENOSPC|Disk quota|free disk space/i.test(words) ||
    (room && room.bavail * room.bsize < 50_000_000)
  ) {
    return refuse(
      'unavailable',
      'disk-full',
      'На диске нет места: освободите хотя бы 500 МБ и запустите снова.',
    )
  }
  const last = words.trim().split('\n').slice(-3).join(' ')
  return refuse('unavailable', 'database-did-not-start', `Встроенный PostgreSQL не запустился: ${last}`)
}

/** The end of the server's log since a length. */
export function logSince(place: Place, length: number): string {
  const file = join(place.folder, 'postgres.log')
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size <= length) return ''
  const buffer = Buffer.alloc(Math.min(size - length, 4000))
  const handle = openSync(file, 'r')
  readSync(handle, buffer, 0, buffer.length, size - buffer.length)
  closeSync(handle)
  return buffer.toString('utf8')
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone already.
  }
}

function identity(user: ServerUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {}
}

// The server gets no variable of ours: PG* would change its behaviour.
function serverEnvironment(bin: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LD_LIBRARY_PATH: join(bin, '..', 'lib'), LC_ALL: 'C', TZ: 'UTC' }
}

function freePort(wanted: number): Promise<number | null> {
  return new Promise((found) => {
    const probe = createServer()
    probe.once('error', () => found(null))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : null))
    })
  })
}
