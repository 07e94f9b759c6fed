import { randomBytes, randomInt } from 'node:crypto'

let counter = randomInt(2 ** 31)
let pool = Buffer.alloc(0)
let used = 0

/** A UUID version 7 of the given moment; ids of one process and one millisecond keep the order they were made in. */
export function entryId(at: Temporal.Instant): string {
  counter = (counter + 1) % 2 ** 32
  // 6 bytes of the clock, 4 bits of version, 12 + 20 bits of the counter around 2 bits of variant, 42 random bits.
  const middle = hex(((0x80000000 | ((counter & 0xfffff) << 10)) >>> 0) + randomBits(10), 8)
  const version = hex(0x7000 | (counter >>> 20), 4)
  return `${clockPart(at.epochMilliseconds)}-${version}-${middle.slice(0, 4)}-${middle.slice(4)}${hex(randomBits(32), 8)}`
}

let lastClock = { milliseconds: -1, text: '' }

// A case takes eight ids at one moment.
function clockPart(milliseconds: number): string {
  if (lastClock.milliseconds !== milliseconds) {
    const digits = hex(milliseconds, 12)
    lastClock = { milliseconds, text: `${digits.slice(0, 8)}-${digits.slice(8)}` }
  }
  return lastClock.text
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

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
