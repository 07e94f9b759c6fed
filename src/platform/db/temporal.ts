import pg from 'pg'

// pg turns a parameter with a `toPostgres` method into text by calling it; without it an Instant would be sent as JSON.
for (const kind of [Temporal.Instant, Temporal.PlainDate, Temporal.PlainTime, Temporal.PlainDateTime]) {
  Object.defineProperty(kind.prototype, 'toPostgres', {
    configurable: true,
    value(this: { toString(): string }) {
      return this.toString()
    },
  })
}

type Parse = (text: string) => unknown

function parseInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`)
  return value
}

function parseInstant(text: string): unknown {
  return text.endsWith('infinity') ? text : Temporal.Instant.from(text)
}

function parseDate(text: string): unknown {
  return text.endsWith('infinity') ? text : Temporal.PlainDate.from(text)
}

const textArray = pg.types.getTypeParser(1009 as never) as (text: string) => (string | null)[]

function arrayOf(parse: Parse): Parse {
  return (text) => textArray(text).map((item) => (item === null ? null : parse(item)))
}

const asText: Parse = (text) => text

/** By type number: int8, timestamptz, date, interval, numeric and their arrays. */
const parsers = new Map<number, Parse>([
  [20, parseInteger],
  [1016, arrayOf(parseInteger)],
  [1184, parseInstant],
  [1185, arrayOf(parseInstant)],
  [1082, parseDate],
  [1182, arrayOf(parseDate)],
  [1186, asText],
  [1700, asText],
  [1231, arrayOf(asText)],
])

/** Moments arrive as Temporal.Instant, days as Temporal.PlainDate, bigint as number, numeric as string. */
export const temporalTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: string): never {
    const own = format === 'binary' ? undefined : parsers.get(oid)
    return (own ?? pg.types.getTypeParser(oid, format as 'text')) as never
  },
}
