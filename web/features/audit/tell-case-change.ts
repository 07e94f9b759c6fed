import type { Translate } from '../../ui/words.ts'
import type { TellCode } from './code-names.ts'
import type { journalWords } from './journal-words.ts'

export type JournalTranslate = Translate<keyof (typeof journalWords)['ru']>
type Columns = Record<string, unknown>

/** Columns told in this order; the others (state, numbers, moments, revisions) repeat what the action says anyway. */
const toldColumns = [
  'channel',
  'regime',
  'subtype',
  'nature',
  'topic',
  'organisation',
  'sector_block',
  'assignee_id',
  'outcome',
  'promised_on',
  'due_at',
  'emergency',
  'fast_track',
  'external_number',
  'mark',
] as const
const placeColumns = ['settlement', 'street', 'house'] as const

/** What became of a case, as short phrases: «исполнитель: Специалист МЦУ → Дежурный». */
export function tellCaseChange(data: Columns, t: JournalTranslate, code: TellCode): string[] {
  const set = columnsOf(data.set)
  const was = columnsOf(data.was)
  const told = toldColumns.flatMap((field) => {
    if (!(field in set) || (isNothing(set[field]) && isNothing(was[field]))) return []
    const now = field === 'topic' ? topicOf(set, code) : code(field, set[field])
    const before = isNothing(was[field]) || field === 'due_at' ? null : code(field, was[field])
    if (before === now) return []
    const name = t(`field.${field}`)
    return [
      before === null
        ? t('is.now', { field: name, now })
        : t('was.became', { field: name, was: before, now }),
    ]
  })
  return [...told, ...tellPlace(set, t, code)]
}

function topicOf(set: Columns, code: TellCode): string {
  return isNothing(set.topic) ? code('topic_group', set.topic_group) : code('topic', set.topic)
}

function tellPlace(set: Columns, t: JournalTranslate, code: TellCode): string[] {
  const now = placeColumns
    .filter((field) => !isNothing(set[field]))
    .map((field) => code(field, set[field]))
    .join(', ')
  return now === '' ? [] : [t('is.now', { field: t('field.place'), now })]
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === false
}

/** A record of columns, empty where there is none. */
export function columnsOf(value: unknown): Columns {
  return typeof value === 'object' && value !== null ? (value as Columns) : {}
}
