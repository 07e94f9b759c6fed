import * as z from 'zod'
import { parseDocument } from 'yaml'
import { refuse } from '../../platform/refusal.ts'
import type { ImportMapping, MappingKind } from '../contract.ts'

const codes = z.record(z.string(), z.string().nullable()).default({})
/** A mapping as a person writes it: columns by field, and for each kind the source's value → our code (null: leave it). */
const mappingFile = z.strictObject({
  source: z.string().optional(),
  columns: z.record(z.string(), z.string()).optional(),
  topicGroups: codes,
  topics: codes,
  organisations: codes,
  settlements: codes,
})

const kinds: Record<'topicGroups' | 'topics' | 'organisations' | 'settlements', MappingKind> = {
  topicGroups: 'topic_group',
  topics: 'topic',
  organisations: 'organisation',
  settlements: 'settlement',
}

/** Reads a mapping written in YAML; refuses with the place of the first problem. */
export function readMappingFile(name: string, text: string): ImportMapping {
  const document = parseDocument(text, { strict: true })
  const [broken] = document.errors
  if (broken) {
    const line = broken.linePos?.[0].line ?? 1
    refuse('invalid', 'bad-mapping', `${name}, строка ${line}: это не YAML. Исправьте и повторите.`)
  }
  const read = mappingFile.safeParse(document.toJS() ?? {})
  if (!read.success) {
    const [issue] = read.error.issues
    const path = issue?.path.join('.') || '—'
    refuse(
      'invalid',
      'bad-mapping',
      `${name}: проверьте «${path}». Нужны разделы topicGroups, topics, organisations, settlements вида «значение: код» и, если надо, source и columns.`,
    )
  }
  const { source, columns } = read.data
  const sections = Object.keys(kinds) as (keyof typeof kinds)[]
  return {
    ...(source === undefined ? {} : { source }),
    ...(columns === undefined ? {} : { columns }),
    values: sections.flatMap((section) =>
      Object.entries(read.data[section]).map(([value, code]) => ({ kind: kinds[section], value, code })),
    ),
  }
}
