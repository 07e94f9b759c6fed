import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import * as z from 'zod'
import { refuse } from '../refusal.ts'

/** What a section of an archive holds: the first one describes the installation, then tables, then files. */
export const sectionHead = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('otklik-backup'),
    version: z.literal(1),
    at: z.string(),
    migration: z.string(),
    jobsSchema: z.int(),
    keyFingerprint: z.string(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    schema: z.enum(['public', 'pgboss']),
    table: z.string(),
    columns: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('sequence'), name: z.string(), value: z.string() }),
  z.strictObject({ kind: z.literal('file'), path: z.string() }),
  z.strictObject({ kind: z.literal('end'), sections: z.int() }),
])
export type SectionHead = z.infer<typeof sectionHead>
export type ArchiveHead = Extract<SectionHead, { kind: 'otklik-backup' }>

/** Writes sections one after another into one compressed file. A block is a 4-byte length and so many bytes; an empty block ends a section's content, then comes its SHA-256. */
export type ArchiveWriter = {
  section: (head: SectionHead, content?: AsyncIterable<Uint8Array>) => Promise<void>
  end: () => Promise<void>
}

export function writeArchive(file: string): ArchiveWriter {
  const packed = createZstdCompress()
  const target = createWriteStream(file, { mode: 0o600, flags: 'w', flush: true })
  packed.pipe(target)
  const closed = finished(target)
  closed.catch((error: Error) => packed.destroy(error))
  let sections = 0

  const put = async (bytes: Uint8Array): Promise<void> => {
    if (packed.destroyed) await closed
    if (!packed.write(bytes)) await Promise.race([once(packed, 'drain'), closed])
  }
  const block = async (bytes: Uint8Array): Promise<void> => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    await put(length)
    if (bytes.length > 0) await put(bytes)
  }
  const section: ArchiveWriter['section'] = async (head, content) => {
    const hash = createHash('sha256')
    const text = Buffer.from(JSON.stringify(head))
    hash.update(text)
    await block(text)
    for await (const bytes of content ?? []) {
      if (bytes.length === 0) continue
      hash.update(bytes)
      await block(bytes)
    }
    await block(Buffer.alloc(0))
    await put(hash.digest())
    sections += 1
  }
  return {
    section,
    end: async () => {
      await section({ kind: 'end', sections })
      packed.end()
      await closed
    },
  }
}

/** One section as read: its content must be read to its end before the next section. */
export type Section = { head: SectionHead; content: AsyncGenerator<Buffer> }

/** Reads an archive's sections in order, checking each digest and the end; refuses a broken or truncated file. */
export async function* readArchive(file: string): AsyncGenerator<Section> {
  const source = createReadStream(file)
  const unpacked = createZstdDecompress()
  source.on('error', (error) => unpacked.destroy(error))
  const take = reader(source.pipe(unpacked))
  let sections = 0
  try {
    for (;;) {
      const hash = createHash('sha256')
      const text = await take(await lengthOf(take, 1_000_000))
      hash.update(text)
      const head = sectionHead.parse(JSON.parse(text.toString('utf8')))
      let open = true
      const content = (async function* () {
        try {
          for (let length = await lengthOf(take); length > 0; length = await lengthOf(take)) {
            const bytes = await take(length)
            hash.update(bytes)
            yield bytes
          }
          if (!hash.digest().equals(await take(32))) throw new Broken()
          open = false
        } catch (error) {
          explain(file, error)
        }
      })()
      if (sections === 0 && head.kind !== 'otklik-backup') throw new Broken()
      yield { head, content }
      while (open) if ((await content.next()).done) open = false
      if (head.kind === 'end') {
        if (head.sections !== sections) throw new Broken()
        return
      }
      sections += 1
    }
  } catch (error) {
    explain(file, error)
  } finally {
    source.destroy()
    unpacked.destroy()
  }
}

class Broken extends Error {}

function explain(file: string, error: unknown): never {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') refuse('not-found', 'no-file', `Нет файла ${file}.`)
  if (code === 'EACCES') refuse('forbidden', 'no-access', `Нет права читать файл ${file}.`)
  if (code === 'EISDIR') refuse('invalid', 'no-file', `${file} — папка: укажите файл копии.`)
  // Z…: the codes of zlib.
  if (
    error instanceof Broken ||
    error instanceof SyntaxError ||
    error instanceof z.ZodError ||
    code?.startsWith('Z')
  ) {
    refuse(
      'invalid',
      'broken-backup',
      `Файл ${file} не резервная копия или повреждён: ничего не изменено, возьмите другую копию.`,
    )
  }
  throw error
}

type Take = (length: number) => Promise<Buffer>

async function lengthOf(take: Take, most = 64_000_000): Promise<number> {
  const length = (await take(4)).readUInt32BE()
  if (length > most) throw new Broken()
  return length
}

function reader(stream: Readable): Take {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let kept: Buffer = Buffer.alloc(0)
  return async (length) => {
    const parts: Buffer[] = []
    let missing = length
    while (missing > 0) {
      if (kept.length === 0) {
        const next = await chunks.next()
        if (next.done) throw new Broken()
        kept = next.value
      }
      const part = kept.subarray(0, missing)
      kept = kept.subarray(part.length)
      parts.push(part)
      missing -= part.length
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
  }
}
