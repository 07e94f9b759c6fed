import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { refuse } from '../platform/refusal.ts'
import { readSheet } from '../platform/sheets/index.ts'

/** Texts of a table with the values of some columns, row by row; an empty cell is null, rows without text are left out. */
export type LabelledFile = { texts: string[]; columns: (string | null)[][] }

/** Reads a CSV or XLSX with its names in the first row; refuses a missing file or column, naming the columns there are. */
export async function readLabelled(path: string, text: string, labels: string[]): Promise<LabelledFile> {
  if ((await stat(path).catch(() => null)) === null)
    refuse('not-found', 'no-file', `Файла ${path} нет: проверьте имя.`)
  const sheet = await readSheet(path, { fileName: basename(path) })
  const read: LabelledFile = { texts: [], columns: labels.map(() => []) }
  let places: number[] | null = null
  for await (const { values } of sheet.rows()) {
    const cells = values.map((value) => (value === null ? '' : String(value).trim()))
    if (places === null) {
      places = [text, ...labels].map((name) => placeOf(name, cells))
      continue
    }
    const [body = '', ...answers] = places.map((at) => cells[at] ?? '')
    if (body === '') continue
    read.texts.push(body)
    for (const [at, answer] of answers.entries()) read.columns[at]!.push(answer === '' ? null : answer)
  }
  if (read.texts.length === 0) refuse('invalid', 'no-texts', `В столбце «${text}» нет ни одного текста.`)
  return read
}

function placeOf(name: string, header: string[]): number {
  const at = header.indexOf(name)
  if (at >= 0) return at
  const named = header.filter((one) => one !== '').map((one) => `«${one}»`)
  return refuse('invalid', 'no-column', `В файле нет столбца «${name}». Есть: ${named.join(', ')}.`)
}
