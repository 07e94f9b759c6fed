import type { Delimiter } from './sheet.ts'

/** Complete records at the beginning of a text and how many characters they took. */
export type CsvPiece = {
  readonly records: string[][]
  readonly consumed: number
  readonly openQuote: boolean
}

type Field = { value: string; end: number }

/**
 * Cuts text into records (RFC 4180, forgiving: a quote inside an unquoted field is a letter, text behind a closing
 * quote is kept). Unless `last`, a record that the text may have cut off is left for the next call.
 */
export function cutRecords(text: string, delimiter: Delimiter, last: boolean): CsvPiece {
  const separator = delimiter.charCodeAt(0)
  const records: string[][] = []
  let consumed = 0
  let record: string[] = []
  let at = 0
  while (at < text.length || record.length > 0) {
    const field =
      text.charCodeAt(at) === 34 ? quotedField(text, at, separator) : bareField(text, at, separator)
    if (!field) return { records, consumed, openQuote: true }
    record.push(field.value)
    const stop = text.charCodeAt(field.end)
    if (stop === separator) {
      at = field.end + 1
      if (at >= text.length && !last) break
      continue
    }
    // A carriage return at the very end may be the first half of a line end.
    if (!last && (field.end >= text.length || (stop === 13 && field.end + 1 >= text.length))) break
    at = field.end + (stop === 13 && text.charCodeAt(field.end + 1) === 10 ? 2 : 1)
    records.push(record)
    record = []
    consumed = Math.min(at, text.length)
  }
  return { records, consumed, openQuote: false }
}

function bareField(text: string, from: number, separator: number): Field {
  let end = from
  while (end < text.length) {
    const unit = text.charCodeAt(end)
    if (unit === separator || unit === 10 || unit === 13) break
    end += 1
  }
  return { value: text.slice(from, end), end }
}

function quotedField(text: string, from: number, separator: number): Field | undefined {
  let close = text.indexOf('"', from + 1)
  let doubled = false
  while (close >= 0 && text.charCodeAt(close + 1) === 34) {
    doubled = true
    close = text.indexOf('"', close + 2)
  }
  if (close < 0) return undefined
  const inner = text.slice(from + 1, close)
  const tail = bareField(text, close + 1, separator)
  return { value: (doubled ? inner.replaceAll('""', '"') : inner) + tail.value, end: tail.end }
}

const candidates: readonly Delimiter[] = [';', '\t', ',']

/** The delimiter that cuts the beginning of a text into the most columns of one count; `;` if nothing does. */
export function guessDelimiter(sample: string): Delimiter {
  let best: Delimiter = ';'
  let bestScore = 0
  for (const candidate of candidates) {
    const score = scoreOf(sample, candidate)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

function scoreOf(sample: string, delimiter: Delimiter): number {
  const cut = cutRecords(sample, delimiter, false)
  const records = cut.records.length > 0 ? cut.records : cutRecords(sample, delimiter, true).records
  const looked = records.slice(0, 50)
  const counts = new Map<number, number>()
  for (const { length } of looked) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  return Math.max(
    0,
    ...Array.from(counts, ([columns, times]) => ((columns - 1) * times * times) / looked.length),
  )
}
