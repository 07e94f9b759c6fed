import { plainText } from '../text/plain-text.ts'

const longestCell = 32_767

/** A text as a cell holds it: never longer than a cell may be, and never read as one of the escapes `_x0041_`. */
export function cellText(text: string): string {
  const plain = plainText(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return plain.length > longestCell ? `${plain.slice(0, longestCell - 1).toWellFormed()}…` : plain
}

const forbidden = /[[\]:*?/\\']/g
const longestName = 31

/** Names of sheets as a workbook allows them: without forbidden signs, short, each used once. */
export function sheetNames(taken: readonly string[] = []): (wanted: string) => string {
  const used = new Set(['history', ...taken.map((name) => name.toLowerCase())])
  return (wanted) => {
    const base = plainText(wanted).replaceAll(/\n/g, ' ').replaceAll(forbidden, ' ').trim() || 'Таблица'
    let name = cut(base, longestName)
    for (let copy = 2; used.has(name.toLowerCase()); copy += 1) {
      const mark = ` ${copy}`
      name = `${cut(base, longestName - mark.length)}${mark}`
    }
    used.add(name.toLowerCase())
    return name
  }
}

const cut = (text: string, length: number) => text.slice(0, length).toWellFormed().trim()

/** A text at the head or foot of a printed sheet, where `&` begins a command; at most `length` characters. */
export function printedLine(text: string, length = 180): string {
  return plainText(text).replaceAll('\n', ' ').slice(0, length).toWellFormed().replaceAll('&', '&&')
}
