/** Where values are written one after another; the buffer grows as they come. */
type Bytes = { buffer: Buffer; at: number }

type Codec = { readonly oid: number; readonly write: (value: never, into: Bytes) => void }

const epoch = Temporal.PlainDate.from('2000-01-01')
const epochMicroseconds = 946_684_800_000_000n
const epochMilliseconds = 946_684_800_000
/** More microseconds than any moment lies before 1970. */
const above = 10n ** 19n

/** How PostgreSQL takes a value of each type in binary, by the type's name, with the type's number in its catalogue. */
const codecs = {
  bool: { oid: 16, write: (value: boolean, into) => writeByte(value ? 1 : 0, into) },
  bytea: { oid: 17, write: writeBytes },
  int8: { oid: 20, write: (value: number, into) => writeLong(BigInt(value), into) },
  int4: { oid: 23, write: writeInt },
  text: { oid: 25, write: writeText },
  float8: { oid: 701, write: writeDouble },
  date: { oid: 1082, write: (value: Temporal.PlainDate, into) => writeInt(value.since(epoch).days, into) },
  timestamptz: { oid: 1184, write: writeInstant },
  uuid: { oid: 2950, write: writeUuid },
  jsonb: { oid: 3802, write: writeJson },
} satisfies Record<string, Codec>

/** A type of column that is written in binary. */
export type ColumnType = keyof typeof codecs

export const isColumnType = (name: string): name is ColumnType => Object.hasOwn(codecs, name)

/** Writes values and arrays of values as parameters of statements; all share one growing buffer, of `size` bytes at first. */
export function parameterWriter(size: number) {
  const into: Bytes = { buffer: Buffer.allocUnsafe(size), at: 0 }
  const written = (from: number) => into.buffer.subarray(from, into.at)
  return {
    value(type: ColumnType, value: unknown): Buffer {
      const from = into.at
      codecs[type].write(value as never, into)
      return written(from)
    },
    array(type: ColumnType, values: readonly unknown[]): Buffer {
      const { oid, write } = codecs[type]
      const from = into.at
      // One dimension, nulls may occur, the items' type, their count, numbered from 1.
      for (const word of [1, 1, oid, values.length, 1]) writeInt(word, into)
      for (const value of values) {
        writeInt(-1, into)
        if (value === null) continue
        const begins = into.at
        write(value as never, into)
        into.buffer.writeInt32BE(into.at - begins, begins - 4)
      }
      return written(from)
    },
  }
}

function makeRoom(bytes: number, into: Bytes): void {
  if (into.at + bytes <= into.buffer.length) return
  const larger = Buffer.allocUnsafe(Math.max(into.buffer.length * 2, into.at + bytes))
  into.buffer.copy(larger, 0, 0, into.at)
  into.buffer = larger
}

function writeByte(value: number, into: Bytes): void {
  makeRoom(1, into)
  into.at = into.buffer.writeUInt8(value, into.at)
}

function writeInt(value: number, into: Bytes): void {
  makeRoom(4, into)
  into.at = into.buffer.writeInt32BE(value, into.at)
}

function writeLong(value: bigint, into: Bytes): void {
  makeRoom(8, into)
  into.at = into.buffer.writeBigInt64BE(value, into.at)
}

function writeDouble(value: number, into: Bytes): void {
  makeRoom(8, into)
  into.at = into.buffer.writeDoubleBE(value, into.at)
}

// No character takes more than three bytes for each of its units.
function writeText(value: string, into: Bytes): void {
  makeRoom(value.length * 3, into)
  into.at += into.buffer.write(value, into.at)
}

function writeBytes(value: Uint8Array, into: Bytes): void {
  makeRoom(value.length, into)
  into.buffer.set(value, into.at)
  into.at += value.length
}

// To the nearest microsecond, as the database reads text; division cuts towards zero, so it is done above it.
function writeInstant(value: Temporal.Instant, into: Bytes): void {
  const milliseconds = value.epochMilliseconds
  // Sources tell whole milliseconds: that needs no long division.
  if (value.epochNanoseconds === BigInt(milliseconds) * 1_000_000n) {
    const microseconds = (milliseconds - epochMilliseconds) * 1000
    writeInt(Math.floor(microseconds / 2 ** 32), into)
    writeInt(microseconds | 0, into)
    return
  }
  writeLong((value.epochNanoseconds + 500n + above * 1000n) / 1000n - above - epochMicroseconds, into)
}

// Eight ids a case: made of their digits, without a text in between.
function writeUuid(value: string, into: Bytes): void {
  makeRoom(16, into)
  const { buffer } = into
  let high = -1
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at)
    if (code === 45) continue
    const digit = code <= 57 ? code - 48 : (code | 32) - 87
    if (high < 0) high = digit
    else {
      buffer[into.at++] = (high << 4) | digit
      high = -1
    }
  }
}

// The format's version, then text. A string is the text of JSON already.
function writeJson(value: unknown, into: Bytes): void {
  writeByte(1, into)
  writeText(typeof value === 'string' ? value : JSON.stringify(value), into)
}
