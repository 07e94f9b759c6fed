import type { ByteSource } from './byte-source.ts'
import { cutRecords, guessDelimiter } from './csv-records.ts'
import { hasWideMark } from './recognise.ts'
import type { Delimiter, Sheet, SheetEncoding, SheetLimits, SheetRow } from './sheet.ts'
import { refuseSheet } from './sheet-refusals.ts'

const sampleBytes = 256 * 1024

/** Opens a text table: encoding by its bytes (the whole file is looked at), delimiter by its first records. */
export async function openCsv(
  bytes: ByteSource,
  options: { fileName: string; limits: SheetLimits },
): Promise<Sheet> {
  const encoding = await detectEncoding(bytes)
  const head = await bytes.read(0, Math.min(bytes.size, sampleBytes))
  const sample = new TextDecoder(encoding).decode(head, { stream: true })
  if (sample.trim() === '') refuseSheet('file-empty')
  const declared = declaredDelimiter(sample)
  const delimiter = declared ?? guessDelimiter(sample)
  return {
    format: 'csv',
    fileName: options.fileName,
    encoding,
    delimiter,
    rows: () => streamRecords(bytes, encoding, delimiter, declared !== undefined, options.limits),
  }
}

// Excel writes «sep=;» as a first line of its own.
function declaredDelimiter(sample: string): Delimiter | undefined {
  return /^sep=([;,\t])\r?\n/i.exec(sample)?.[1] as Delimiter | undefined
}

/** UTF-8 if every byte agrees, else windows-1251; a text that begins as UTF-8 and breaks later is refused. */
export async function detectEncoding(bytes: ByteSource): Promise<SheetEncoding> {
  const mark = await bytes.read(0, Math.min(3, bytes.size))
  if (hasWideMark(mark)) return mark[0] === 0xff ? 'utf-16le' : 'utf-16be'
  const marked = mark[0] === 0xef && mark[1] === 0xbb && mark[2] === 0xbf
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let proven = marked
  let at = 0
  for await (const chunk of bytes.stream(0, bytes.size)) {
    try {
      const text = decoder.decode(chunk, { stream: true })
      proven ||= text.length < chunk.length - 3
    } catch {
      if (proven) refuseSheet('file-damaged', { nearByte: at })
      return 'windows-1251'
    }
    at += chunk.length
  }
  try {
    decoder.decode()
  } catch {
    if (proven) refuseSheet('file-truncated')
    return 'windows-1251'
  }
  return 'utf-8'
}

async function* streamRecords(
  bytes: ByteSource,
  encoding: SheetEncoding,
  delimiter: Delimiter,
  skipFirst: boolean,
  limits: SheetLimits,
): AsyncGenerator<SheetRow, void, undefined> {
  const decoder = new TextDecoder(encoding)
  let rest = ''
  let number = 0
  const take = (last: boolean): SheetRow[] => {
    const { records, consumed, openQuote } = cutRecords(rest, delimiter, last)
    rest = rest.slice(consumed)
    const tooLong = rest.length > limits.rowCharacters
    if (openQuote && (last || tooLong)) refuseSheet('quote-unclosed', { row: number + records.length + 1 })
    if (tooLong) refuseSheet('file-not-table')
    const rows: SheetRow[] = []
    for (const record of records) {
      number += 1
      if (number === 1 && skipFirst) continue
      if (record.some((value) => value !== ''))
        rows.push({ number, values: record.map((value) => value || null) })
    }
    return rows
  }
  for await (const chunk of bytes.stream(0, bytes.size)) {
    rest += decoder.decode(chunk, { stream: true })
    yield* take(false)
  }
  rest += decoder.decode()
  yield* take(true)
}
