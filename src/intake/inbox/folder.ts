import { constants, type Stats } from 'node:fs'
import { access, lstat, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { defaultSheetLimits } from '../../platform/sheets/index.ts'

/** Longest that reading one file may take, milliseconds. */
const readingLimit = 60_000

/** What stands in a centre's folder: files that came, and where they go. `taken` holds files while they are imported. */
const places = ['taken', 'done', 'failed'] as const
export type InboxPlace = (typeof places)[number]

/** How a file looks from outside: while any of it changes, somebody is still writing. */
export type Look = { name: string; size: number; changed: number; inode: number }

/** A file that is not taken, with a sentence for who put it there. */
export type Strange = { name: string; why: string }

/** The folder of one centre. */
export type Inbox = ReturnType<typeof openInbox>

export function openInbox(home: string, slug: string) {
  const folder = join(home, 'inbox', slug)
  const path = (place: InboxPlace | null, name: string) => join(folder, place ?? '', name)
  return {
    async prepare(): Promise<void> {
      for (const place of places) await mkdir(join(folder, place), { recursive: true, mode: 0o770 })
    },

    /** Files that came, apart from those that programs are still writing under another name. */
    async look(): Promise<{ files: Look[]; strange: Strange[] }> {
      const files: Look[] = []
      const strange: Strange[] = []
      for (const name of await readdir(folder)) {
        if (isUnfinished(name) || (places as readonly string[]).includes(name)) continue
        const found = await lstat(path(null, name)).catch(() => null)
        if (found === null || found.isDirectory()) continue
        const why = whyStrange(name, found)
        if (why) strange.push({ name, why })
        else files.push({ name, size: found.size, changed: found.mtimeMs, inode: found.ino })
      }
      return { files, strange }
    },

    /** The whole of a file as it was looked at; null when it changed meanwhile. */
    async read({ name, size, changed, inode }: Look): Promise<Buffer | null> {
      const handle = await open(
        path(null, name),
        constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
      )
      try {
        const before = await handle.stat()
        if (!before.isFile() || before.ino !== inode) return null
        const bytes = await handle.readFile({ signal: AbortSignal.timeout(readingLimit) })
        const { size: sizeNow, mtimeMs } = await handle.stat()
        return bytes.length === size && sizeNow === size && mtimeMs === changed ? bytes : null
      } finally {
        await handle.close()
      }
    },

    /** Files in a place, by name. */
    list: (place: InboxPlace) => readdir(join(folder, place)),

    /** Moves a file; one of the same name that is there already stays. With a sentence, that stands in a text beside it. */
    async move(
      from: { place: InboxPlace | null; name: string },
      to: { place: InboxPlace | null; name: string },
      sentence?: string,
    ): Promise<void> {
      const name = await freeName((one) => path(to.place, one), to.name)
      await rename(path(from.place, from.name), path(to.place, name))
      if (sentence !== undefined)
        await writeFile(path(to.place, `${name}.txt`), `${sentence}\n`, { mode: 0o660 })
    },

    /** Removes what was put into a place before a moment; gives how many files went. */
    async removeOlder(place: InboxPlace, than: Temporal.Instant): Promise<number> {
      let gone = 0
      for (const name of await readdir(join(folder, place))) {
        const found = await lstat(path(place, name)).catch(() => null)
        // When it was moved here; the time of the content may be years ago.
        if (!found?.isFile() || found.ctimeMs >= than.epochMilliseconds) continue
        await rm(path(place, name), { force: true })
        gone += 1
      }
      return gone
    },
  }
}

// Programs that copy or download write under such names and rename at the end.
const isUnfinished = (name: string) =>
  name.startsWith('.') || name.startsWith('~$') || /\.(part|partial|tmp|crdownload|filepart)$/i.test(name)

const kinds = new Set(['.xlsx', '.csv', '.txt'])

function whyStrange(name: string, found: Stats): string | null {
  const { nlink, size } = found
  if (!found.isFile() || nlink > 1) return 'Это ссылка, а не сам файл: положите сюда сам файл.'
  if (!kinds.has(extname(name).toLowerCase()))
    return 'Такие файлы отсюда не загружаются: положите таблицу XLSX или CSV.'
  return size > defaultSheetLimits.fileBytes ? 'Файл больше 200 МБ: выгрузите данные за меньший срок.' : null
}

async function freeName(path: (name: string) => string, name: string): Promise<string> {
  const ending = extname(name)
  const base = name.slice(0, name.length - ending.length)
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? name : `${base}-${n}${ending}`
    const isFree = await access(path(candidate)).then(
      () => false,
      () => true,
    )
    if (isFree) return candidate
  }
}
