import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse } from '../platform/refusal.ts'

/** Largest part of a file of tiles that is given at once, bytes. */
const largestPart = 8 * 1024 * 1024

/** A part of the file with what HTTP says of it. */
export interface TilesPart {
  bytes: Buffer
  from: number
  to: number
  whole: number
  etag: string
}

/** Where the file of tiles of a centre lies: its own, else the one for every centre of the installation. */
function candidates(home: string, slug: string): string[] {
  return [`${slug}.pmtiles`, 'map.pmtiles'].map((name) => join(home, 'maps', name))
}

/** The file of tiles of a centre; null where the administrator put none there. */
export async function findTilesFile(home: string, slug: string): Promise<string | null> {
  for (const path of candidates(home, slug)) {
    const found = await stat(path).catch(() => null)
    if (found?.isFile()) return path
  }
  return null
}

/** Reads one range of the file, as `bytes=0-16383` asks; refuses to give all of it. */
export async function readTilesPart(path: string, range: string | undefined): Promise<TilesPart> {
  const asked = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(range ?? '')
  if (!asked)
    refuse('invalid', 'no-range', 'Файл тайлов отдаётся частями: укажите одну часть в заголовке Range.')
  const file = await open(path, 'r')
  try {
    const { size: whole, mtimeMs } = await file.stat()
    const from = Number(asked[1])
    const to = Math.min(Number(asked[2]), whole - 1)
    if (from > to) refuse('invalid', 'range-beyond', 'В файле тайлов нет такой части: обновите страницу.')
    if (to - from >= largestPart)
      refuse('too-large', 'range-too-long', 'За раз отдаётся не больше 8 МБ файла тайлов.')
    const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from + 1), 0, to - from + 1, from)
    const etag = `"${whole.toString(16)}-${Math.trunc(mtimeMs).toString(16)}"`
    return { bytes: buffer.subarray(0, bytesRead), from, to: from + bytesRead - 1, whole, etag }
  } finally {
    await file.close()
  }
}
