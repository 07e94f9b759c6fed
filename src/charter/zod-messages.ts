import type * as z from 'zod'

type Issue = z.core.$ZodIssue

const types: Record<string, string> = {
  string: 'текст',
  number: 'число',
  int: 'целое число',
  boolean: 'true или false',
  array: 'список (строки, начинающиеся с «- »)',
  object: 'набор ключей («ключ: значение»)',
  record: 'набор ключей («ключ: значение»)',
}

/** What to do about a value that zod refused. `source` is the value as written, `known` are the keys that may stand there. */
export function zodMessage(
  issue: Issue,
  value: unknown,
  source?: string,
  known: readonly string[] = [],
): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeMessage(issue.expected, value, source)
    case 'invalid_value':
      return valueMessage(issue.values.map(String), value)
    case 'unrecognized_keys':
      return unknownKeyMessage(issue.keys[0] ?? '', known)
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return `слишком много: должно быть ${issue.inclusive ? 'не больше' : 'меньше'} ${issue.maximum}`
    case 'invalid_key':
      return keyMessage(issue)
    case 'invalid_format':
      return formatMessage(issue)
    default:
      return issue.message
  }
}

function typeMessage(expected: string, value: unknown, source?: string): string {
  const wanted = types[expected] ?? expected
  if (value === undefined)
    return `нет обязательного значения: нужен ${wanted}`.replace('нужен число', 'нужно число')
  if (value === null)
    return `значение пустое: нужен ${wanted} (или удалите ключ)`.replace('нужен число', 'нужно число')
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `нужен текст: возьмите значение в кавычки, '${source ?? String(value)}'`
  }
  if (expected === 'int') return `нужно целое число, а здесь ${shown(value)}`
  return `нужен ${wanted}, а здесь ${shown(value)}`.replace('нужен число', 'нужно число')
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'список'
  if (typeof value === 'object' && value !== null) return 'набор ключей'
  return `«${String(value).slice(0, 60)}»`
}

function valueMessage(allowed: readonly string[], value: unknown): string {
  const list = allowed.join(', ')
  if (value === undefined)
    return `нет обязательного значения: ${allowed.length > 1 ? 'одно из' : 'напишите'} ${list}`
  const near = typeof value === 'string' ? nearest(value, allowed) : null
  if (near) return `${shown(value)} не подходит: возможно, «${near}»?`
  return `${shown(value)} не подходит: допустимо ${list}`
}

/** What to say of a key that does not belong here. */
export function unknownKeyMessage(key: string, known: readonly string[]): string {
  if (/\s/.test(key))
    return `«${key.slice(0, 40)}» прочитано как ключ: возьмите текст с запятой или двоеточием в кавычки`
  const near = nearest(key, known)
  if (near) return `неизвестный ключ «${key}»: возможно, «${near}»?`
  return known.length > 0 && known.length <= 30
    ? `неизвестный ключ «${key}»: удалите его; здесь допустимы ${known.join(', ')}`
    : `неизвестный ключ «${key}»: удалите его`
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'string') return 'текст пуст: заполните или удалите ключ'
  if (issue.origin === 'array') return `список пуст: нужно не меньше ${issue.minimum}`
  return `слишком мало: должно быть ${issue.inclusive ? 'не меньше' : 'больше'} ${issue.minimum}`
}

function keyMessage(issue: z.core.$ZodIssueInvalidKey): string {
  const inner = issue.issues[0]
  const key = String(issue.path.at(-1) ?? '')
  if (inner?.code === 'invalid_value') return valueMessage(inner.values.map(String), key)
  return `ключ «${key}» не подходит: ${inner?.message ?? 'исправьте его'}`
}

function formatMessage(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.format === 'includes') return 'в шаблоне номера нет {n}: добавьте его'
  // Our own schemas say the wanted form in Russian; zod's own sentence stands in English.
  return /[а-яё]/i.test(issue.message)
    ? `неверный вид: ${issue.message}`
    : 'неверный вид значения: сверьтесь со схемой'
}

/** The nearest of the known words, or null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: { word: string; distance: number } | null = null
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > 3) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (!best || distance < best.distance) best = { word: candidate, distance }
  }
  return best && best.distance <= (word.length > 3 ? 2 : 1) ? best.word : null
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[b.length] ?? 0
}
