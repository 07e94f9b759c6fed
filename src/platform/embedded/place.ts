import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { refuse } from '../refusal.ts'

/** Whom the PostgreSQL server runs as: root may not run it. */
export type ServerUser = { uid: number; gid: number }

/** The folder of the embedded server and the user it runs as (null: ourselves). */
export type Place = { folder: string; user: ServerUser | null }

const shared = '/var/lib/otklik'

/**
 * Finds or makes `<home>/postgres`. Where root's home cannot be entered by the server's user, it is a link to a folder
 * of its own under /var/lib/otklik, so that removing the home forgets the data as well.
 */
export function findPlace(home: string): Place {
  mkdirSync(home, { recursive: true, mode: 0o711 })
  const link = join(home, 'postgres')
  if (process.getuid?.() !== 0) {
    mkdirSync(link, { recursive: true, mode: 0o700 })
    return { folder: realpathSync(link), user: null }
  }
  const user = serverUser()
  const present = statSync(link, { throwIfNoEntry: false })
  if (!present) makeFolder(home, link, user)
  return { folder: realpathSync(link), user }
}

function makeFolder(home: string, link: string, user: ServerUser): void {
  if (canEnter(realpathSync(home))) {
    mkdirSync(link, { mode: 0o700 })
    chownSync(link, user.uid, user.gid)
    return
  }
  const folder = join(shared, randomBytes(6).toString('hex'))
  mkdirSync(shared, { recursive: true, mode: 0o755 })
  chmodSync(shared, 0o755)
  mkdirSync(folder, { mode: 0o700 })
  chownSync(folder, user.uid, user.gid)
  symlinkSync(folder, link)
}

function canEnter(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

function serverUser(): ServerUser {
  const found = lookUpUser()
  if (found) return found
  const made =
    spawnSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]).status === 0 || spawnSync('adduser', ['-S', '-D', '-H', 'postgres']).status === 0
  const user = made ? lookUpUser() : null
  return (
    user ??
    refuse(
      'unavailable',
      'no-server-user',
      'PostgreSQL не работает от имени root, а создать пользователя postgres не удалось: создайте его (useradd --system postgres) ' +
        'или запустите программу от обычного пользователя.',
    )
  )
}

function lookUpUser(): ServerUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}
