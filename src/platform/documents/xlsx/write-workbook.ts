import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { OfficialDocument } from '../document.ts'
import { plainLine } from '../text/plain-text.ts'
import { printedLine, sheetNames } from './cell-text.ts'
import { chartsName, chartsSheet } from './charts-sheet.ts'
import { look } from './sheet-look.ts'
import { type Listed, summaryName, summarySheet } from './summary-sheet.ts'
import { tableSheet } from './table-sheet.ts'

/** Writes the figures of a document as a workbook: a summary, a sheet for each table, the charts. */
export async function writeWorkbook(document: OfficialDocument): Promise<Uint8Array> {
  const nameOf = sheetNames([summaryName, chartsName])
  const tables = document.blocks.filter((block) => block.kind === 'table')
  const charts = chartsSheet(document.blocks.filter((block) => block.kind === 'chart'))
  const sheets = tables.map((table, index) => tableSheet(table, nameOf(table.sheet), index + 1))
  const listed: Listed[] = [
    ...sheets.map(({ name }, index) => ({
      name,
      title: `Таблица ${index + 1} — ${plainLine(tables[index]?.caption ?? '')}`,
    })),
    ...(charts ? [{ name: chartsName, title: 'Рисунки и их числа' }] : []),
  ]
  const made = new Date(Temporal.Instant.from(document.madeAt).epochMilliseconds)
  return writeXlsx({
    sheets: [summarySheet(document, listed), ...sheets, ...(charts ? [charts] : [])].map((sheet) =>
      printable(sheet, document),
    ),
    // The library leaves names of sheets unquoted in the rows it repeats on each page.
    namedRanges: sheets.map(({ name }) => ({
      name: '_xlnm.Print_Titles',
      range: `'${name}'!$3:$3`,
      scope: name,
    })),
    defaultFont: look.defaultFont,
    properties: {
      title: plainLine(document.title),
      ...(document.subtitle === null ? {} : { subject: plainLine(document.subtitle) }),
      creator: document.letterhead.slice(0, 2).map(plainLine).join(', '),
      created: made,
      modified: made,
    },
  })
}

function printable(sheet: WriteSheet, document: OfficialDocument): WriteSheet {
  const isSummary = sheet.name === summaryName
  return {
    ...sheet,
    pageSetup: {
      paperSize: 'a4',
      orientation: isSummary ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: {
        left: isSummary ? 1.18 : 0.79,
        right: 0.59,
        top: 0.79,
        bottom: 0.79,
        header: 0.4,
        footer: 0.4,
      },
    },
    headerFooter: {
      ...(document.registration === null ? { oddHeader: '&R&"Arial,Bold"&9ПРОЕКТ' } : {}),
      oddFooter: `&L&8${footText(document.footer)}&R&8Страница &P из &N`,
    },
  }
}

// A figure after a size would be read as a part of the size.
const footText = (footer: string) => printedLine(footer).replace(/^(?=\d)/, ' ')
