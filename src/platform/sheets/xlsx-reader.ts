import type { ByteSource } from './byte-source.ts'
import type { Sheet, SheetLimits, SheetRow } from './sheet.ts'
import { refuseSheet } from './sheet-refusals.ts'
import { type CellContext, joinTexts, readCells } from './xlsx-cells.ts'
import { parseDateStyles, parseWorkbook } from './xlsx-parts.ts'
import { createElementScanner } from './xml-elements.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'
import { checkDeclaredSizes, readPart, unpackPart } from './zip-part.ts'

type Archive = { bytes: ByteSource; entries: Map<string, ZipEntry>; limits: SheetLimits }

/** Opens a workbook; the first visible worksheet is taken unless one is named. */
export async function openXlsx(
  bytes: ByteSource,
  options: { fileName: string; limits: SheetLimits; sheet?: string },
): Promise<Sheet> {
  const { fileName, limits } = options
  const archive: Archive = { bytes, entries: await readZipDirectory(bytes), limits }
  refuseOtherArchives(archive.entries)
  checkDeclaredSizes(archive.entries.values(), limits)
  const { sheets, date1904 } = parseWorkbook(
    await textOf(archive, 'xl/workbook.xml'),
    await textOf(archive, 'xl/_rels/workbook.xml.rels'),
  )
  const tables = sheets.filter((sheet) => archive.entries.has(sheet.part))
  const chosen =
    options.sheet === undefined
      ? (tables.find((sheet) => !sheet.hidden) ?? tables[0])
      : tables.find((sheet) => sheet.name === options.sheet)
  if (!chosen) refuseSheet(options.sheet === undefined ? 'file-damaged' : 'sheet-missing')
  return {
    format: 'xlsx',
    fileName,
    encoding: 'utf-8',
    sheetName: chosen.name,
    sheetNames: tables.map((sheet) => sheet.name),
    rows: () => streamRows(archive, chosen.part, date1904),
  }
}

function refuseOtherArchives(entries: Map<string, ZipEntry>): void {
  if (entries.has('xl/workbook.xml')) return
  if (entries.has('xl/workbook.bin')) refuseSheet('file-old-excel')
  if (entries.has('word/document.xml')) refuseSheet('file-is-document')
  if (entries.has('ppt/presentation.xml')) refuseSheet('file-is-presentation')
  if (entries.has('mimetype') && entries.has('content.xml')) refuseSheet('file-open-document')
  refuseSheet('file-is-archive')
}

async function textOf({ bytes, entries, limits }: Archive, name: string): Promise<string> {
  const entry = entries.get(name)
  return entry ? readPart(bytes, entry, limits) : ''
}

async function* streamRows(
  archive: Archive,
  part: string,
  date1904: boolean,
): AsyncGenerator<SheetRow, void, undefined> {
  const context: CellContext = {
    sharedStrings: await readSharedStrings(archive),
    dateStyles: parseDateStyles(await textOf(archive, 'xl/styles.xml')),
    date1904,
  }
  let ready: SheetRow[] = []
  let number = 0
  const scanner = createElementScanner('sheetData', 'row', archive.limits.rowCharacters, (tag, content) => {
    number = rowNumber(tag) ?? number + 1
    const values = readCells(content, context)
    if (values.some((value) => value !== null)) ready.push({ number, values })
  })
  const decoder = new TextDecoder('utf-8')
  const entry = archive.entries.get(part)
  if (!entry) refuseSheet('file-damaged')
  for await (const chunk of unpackPart(archive.bytes, entry, archive.limits)) {
    scanner.push(decoder.decode(chunk, { stream: true }))
    for (const row of ready) yield row
    ready = []
  }
  scanner.end()
}

function rowNumber(tag: string): number | undefined {
  const found = /\sr="(\d+)"/.exec(tag)
  return found ? Number(found[1]) : undefined
}

async function readSharedStrings({ bytes, entries, limits }: Archive): Promise<string[]> {
  const entry = entries.get('xl/sharedStrings.xml')
  if (!entry) return []
  if (entry.unpacked > limits.heldBytes) refuseSheet('file-bomb')
  const strings: string[] = []
  const scanner = createElementScanner('sst', 'si', limits.rowCharacters, (tag, content) => {
    strings.push(joinTexts(content, tag.includes(':') ? tag.slice(0, tag.indexOf(':') + 1) : ''))
  })
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of unpackPart(bytes, entry, limits))
    scanner.push(decoder.decode(chunk, { stream: true }))
  scanner.end()
  return strings
}
