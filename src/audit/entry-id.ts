import { randomBytes, randomInt } from 'node:crypto'

let counter = randomInt(2 ** 31)
let pool = Buffer.alloc(0)
let used = 0

/** A UUID version 7 of the given moment; ids of one process and one millisecond keep the order they were made in. */
export function entryId(at: Temporal.Instant): string {
  counter = (counter + 1) % 2 ** 32
  // 6 bytes of the clock, 4 bits of version, 12 + 20 bits of the counter around 2 bits of variant, 42 random bits.
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(at.epochMilliseconds, 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter >>> 20), 6)
  bytes.writeUInt32BE(((0x80000000 | ((counter & 0xfffff) << 10)) >>> 0) + randomBits(10), 8)
  bytes.writeUInt32BE(randomBits(32), 12)
  return asUuid(bytes)
}

/** The least id of a moment: entries from it on have ids not below. */
export function leastEntryId(at: Temporal.Instant): string {
  const bytes = Buffer.alloc(16)
  // An id has room for the years from 1970 to 10889; people ask for any.
  bytes.writeUIntBE(Math.min(Math.max(at.epochMilliseconds, 0), 2 ** 48 - 1), 0, 6)
  bytes[6] = 0x70
  bytes[8] = 0x80
  return asUuid(bytes)
}

function randomBits(bits: number): number {
  if (used + 4 > pool.length) {
    pool = randomBytes(4096)
    used = 0
  }
  const value = pool.readUInt32BE(used)
  used += 4
  return bits === 32 ? value : value & ((1 << bits) - 1)
}

function asUuid(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
