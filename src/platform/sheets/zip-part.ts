import { Readable } from 'node:stream'
import { createInflateRaw, crc32 } from 'node:zlib'
import type { ByteSource } from './byte-source.ts'
import type { SheetLimits } from './sheet.ts'
import { refuseSheet } from './sheet-refusals.ts'
import type { ZipEntry } from './zip-directory.ts'

const ratioMattersFrom = 10 * 1024 * 1024

/** Refuses an archive by what it declares, before anything is unpacked. */
export function checkDeclaredSizes(entries: Iterable<ZipEntry>, limits: SheetLimits): void {
  let total = 0
  for (const entry of entries) {
    if (entry.encrypted) refuseSheet('file-encrypted')
    total += entry.unpacked
    if (total > limits.unpackedBytes || isBomb(entry.unpacked, entry.packed, limits)) refuseSheet('file-bomb')
  }
}

function isBomb(unpacked: number, packed: number, limits: SheetLimits): boolean {
  return unpacked > ratioMattersFrom && unpacked > packed * limits.ratio
}

/** Streams one part unpacked; counts while inflating, so a part that lies about its size is refused too. */
export async function* unpackPart(
  bytes: ByteSource,
  entry: ZipEntry,
  limits: SheetLimits,
): AsyncGenerator<Buffer, void, undefined> {
  const header = await bytes.read(entry.headerAt, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) refuseSheet('file-damaged')
  const dataAt = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (dataAt + entry.packed > bytes.size) refuseSheet('file-truncated')
  const packed = bytes.stream(dataAt, entry.packed)
  let unpacked = 0
  let checksum = 0
  for await (const chunk of inflated(packed, entry)) {
    unpacked += chunk.length
    if (unpacked > limits.unpackedBytes || isBomb(unpacked, entry.packed, limits)) refuseSheet('file-bomb')
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  if (unpacked !== entry.unpacked || checksum !== entry.checksum) refuseSheet('file-damaged')
}

async function* inflated(
  packed: AsyncIterable<Buffer>,
  entry: ZipEntry,
): AsyncGenerator<Buffer, void, undefined> {
  if (entry.method === 0) return yield* packed
  if (entry.method !== 8) refuseSheet('file-damaged')
  const source = Readable.from(packed, { objectMode: false })
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  source.on('error', (error) => inflate.destroy(error))
  source.pipe(inflate)
  try {
    for await (const chunk of inflate) yield chunk as Buffer
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      refuseSheet(error.code === 'Z_BUF_ERROR' ? 'file-truncated' : 'file-damaged')
    }
    throw error
  } finally {
    source.destroy()
    inflate.destroy()
  }
}

/** The whole text of a small part; refuses one larger than may be held in memory. */
export async function readPart(bytes: ByteSource, entry: ZipEntry, limits: SheetLimits): Promise<string> {
  if (entry.unpacked > limits.heldBytes) refuseSheet('file-bomb')
  const chunks: Buffer[] = []
  for await (const chunk of unpackPart(bytes, entry, limits)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
