import fc from 'fast-check'
import * as z from 'zod'

/** Text that has broken programs: half of a pair, quotes, wildcards, directions, formulas, emoji at any offset. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    "'; drop table cases; --",
    '%',
    '\\',
    '\u202e',
    '=1+1',
    '',
    ' ',
    'none',
    '🏚',
    '[club1|я]',
    '<b>',
  ),
  fc.constantFrom('\u0000', 'а\u0000б', '\ud800', 'яма '.repeat(100)),
  fc.nat(3).map((shift) => 'а'.repeat(shift) + '🏚'.repeat(200)),
)

const days = ['2026-11-20', '2026-12-31', '0001-01-01', '9999-12-31', '1999-02-28', '2026-02-30']
const moments = [
  '0001-01-01T00:00:00Z',
  '1900-01-01T00:00:00+03:00',
  '2026-11-20T05:00:00Z',
  '9999-12-31T23:59:59Z',
]
const anything = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, 0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308),
  fc.constant([]),
)

type Schema = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  maximum?: number
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
}

/** Values that a shape mostly lets through, hostile where it leaves room; one in ten is anything at all. */
export function hostileValues(shape: z.ZodType, known: Record<string, string>): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema
  return of(schema, known, '')
}

function of(schema: Schema, known: Record<string, string>, name: string): fc.Arbitrary<unknown> {
  const fit = fitting(schema, known, name)
  return fc.oneof({ arbitrary: fit, weight: 19 }, { arbitrary: anything, weight: 1 })
}

function fitting(schema: Schema, known: Record<string, string>, name: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one) => of(one, known, name)))
  switch (schema.type) {
    case 'string':
      return ofText(schema, known, name)
    case 'integer':
    case 'number':
      return name === 'revision' ? fc.constant(Number(known['revision'])) : ofNumber(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(of(schema.items ?? {}, known, name), { minLength: schema.minItems ?? 0, maxLength: 3 })
    case 'object':
      return ofObject(schema, known)
    default:
      return anything
  }
}

function ofText({ format, minLength = 0 }: Schema, known: Record<string, string>, name: string) {
  if (format === 'uuid') return fc.constant(known[name] ?? '00000000-0000-4000-8000-000000000000')
  if (format === 'date') return fc.constantFrom(...days)
  if (format === 'date-time') return fc.constantFrom(...moments)
  const words = minLength > 1 ? hostileText.map((text) => `слова ${text}`) : hostileText
  const real = known[name]
  return real === undefined ? words : fc.oneof(words, fc.constant(real))
}

function ofNumber({ type, minimum = -1000, maximum = 1000 }: Schema): fc.Arbitrary<number> {
  const [min, max] = [Math.max(minimum, -(2 ** 53)), Math.min(maximum, 2 ** 53)]
  return type === 'integer'
    ? fc.oneof(fc.constantFrom(min, max), fc.integer({ min: Math.max(min, -1000), max: Math.min(max, 1000) }))
    : fc.double({ min, max, noNaN: true })
}

function ofObject(schema: Schema, known: Record<string, string>): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties } = schema
  if (!properties) {
    const inner = typeof additionalProperties === 'object' ? of(additionalProperties, known, '') : hostileText
    return fc.dictionary(hostileText, inner, { maxKeys: 3 })
  }
  const model = Object.entries(properties).map(([name, one]) => [name, of(one, known, name)] as const)
  return fc.record(Object.fromEntries(model), { requiredKeys: required })
}
