import * as z from 'zod'
import { charter } from './contract.ts'
import type { Keys } from './paths.ts'

type JsonSchema = { [key: string]: unknown; properties?: Record<string, JsonSchema>; required?: string[] }

/** Sections that shipped defaults fill in: nothing in them is obligatory, and a record may be dropped with `null`. */
const filled = [
  'workingHours',
  'topics',
  'channels',
  'repeats',
  'norms',
  'numbering',
  'retention',
  'approval',
] as const
const dropped: ReadonlySet<string> = new Set(['channels', 'norms', 'numbering'])

/** The JSON Schema of `charter.yaml` for editors, from the same zod shapes that check it. */
export function charterJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(charter, { io: 'input', target: 'draft-7' }) as JsonSchema
  schema.title = 'Otklik charter'
  schema.required = (schema.required ?? []).filter((name) => !(filled as readonly string[]).includes(name))
  for (const name of filled) {
    const section = schema.properties?.[name]
    if (section) relax(section, dropped.has(name))
  }
  return schema
}

function relax(section: JsonSchema, records: boolean): void {
  delete section.required
  if (!records) return
  const allowNull = (record: JsonSchema): JsonSchema => {
    delete record.required
    return { anyOf: [record, { type: 'null' }] }
  }
  for (const [name, record] of Object.entries(section.properties ?? {})) {
    if (section.properties) section.properties[name] = allowNull(record)
  }
  if (isSchema(section.additionalProperties)) {
    section.additionalProperties = allowNull(section.additionalProperties)
  }
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null
}

let plain: JsonSchema | null = null

/** Keys that may stand in the mapping at a place of a charter. */
export function knownKeys(keys: Keys): string[] {
  plain ??= z.toJSONSchema(charter, { io: 'input', target: 'draft-7' }) as JsonSchema
  let schema: unknown = plain
  for (const key of keys) {
    if (!isSchema(schema)) return []
    schema =
      typeof key === 'number' ? schema.items : (schema.properties?.[key] ?? schema.additionalProperties)
  }
  if (!isSchema(schema)) return []
  const named = isSchema(schema.propertyNames) ? schema.propertyNames.enum : undefined
  return Array.isArray(named) ? named.map(String) : Object.keys(schema.properties ?? {})
}
