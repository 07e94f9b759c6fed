import type { ByteSource } from './byte-source.ts'
import { refuseSheet } from './sheet-refusals.ts'

/** One part of an archive as its central directory declares it; sizes in bytes. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly checksum: number
  readonly packed: number
  readonly unpacked: number
  readonly headerAt: number
}

const endSignature = 0x06054b50
const wideLocatorSignature = 0x07064b50
const entrySignature = 0x02014b50
const wide = 0xffffffff

/** The parts of an archive by name; refuses one that is cut off or whose directory makes no sense. */
export async function readZipDirectory(bytes: ByteSource): Promise<Map<string, ZipEntry>> {
  const tailAt = Math.max(0, bytes.size - 65_557 - 20)
  const tail = await bytes.read(tailAt, bytes.size - tailAt)
  const endAt = findEnd(tail)
  if (endAt < 0) refuseSheet('file-truncated')
  const { offset, length } = await locateDirectory(bytes, tail, endAt)
  if (offset + length > bytes.size) refuseSheet('file-truncated')
  return parseEntries(await bytes.read(offset, length))
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at -= 1) if (tail.readUInt32LE(at) === endSignature) return at
  return -1
}

async function locateDirectory(bytes: ByteSource, tail: Buffer, endAt: number) {
  const length = tail.readUInt32LE(endAt + 12)
  const offset = tail.readUInt32LE(endAt + 16)
  if (length !== wide && offset !== wide) return { offset, length }
  if (endAt < 20 || tail.readUInt32LE(endAt - 20) !== wideLocatorSignature) refuseSheet('file-damaged')
  const record = await bytes.read(Number(tail.readBigUInt64LE(endAt - 12)), 56)
  if (record.length < 56) refuseSheet('file-damaged')
  return { offset: Number(record.readBigUInt64LE(48)), length: Number(record.readBigUInt64LE(40)) }
}

function parseEntries(directory: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    if (extraEnd > directory.length) refuseSheet('file-damaged')
    const sizes = readSizes(directory, at, directory.subarray(nameEnd, extraEnd))
    const name = directory.toString('utf8', at + 46, nameEnd)
    entries.set(name, {
      name,
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      checksum: directory.readUInt32LE(at + 16),
      ...sizes,
    })
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  if (entries.size === 0) refuseSheet('file-damaged')
  return entries
}

// Sizes that do not fit 32 bits stand in an extra field, only those and always in this order.
function readSizes(directory: Buffer, at: number, extra: Buffer) {
  let unpacked = directory.readUInt32LE(at + 24)
  let packed = directory.readUInt32LE(at + 20)
  let headerAt = directory.readUInt32LE(at + 42)
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== 1) continue
    let value = field + 4
    const next = (): number => {
      if (value + 8 > extra.length) refuseSheet('file-damaged')
      value += 8
      return Number(extra.readBigUInt64LE(value - 8))
    }
    if (unpacked === wide) unpacked = next()
    if (packed === wide) packed = next()
    if (headerAt === wide) headerAt = next()
    break
  }
  return { unpacked, packed, headerAt }
}
