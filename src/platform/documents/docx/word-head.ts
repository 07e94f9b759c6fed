import { type Paragraph, type Table, TableRow, VerticalAlignTable } from 'docx'
import { ink, type PreparedDocument, textWidth } from '../layout/prepared.ts'
import { paragraphOf } from './text-runs.ts'
import { bareCell, bareLayout } from './word-tables.ts'

const right = 78
const left = textWidth - right

/** What stands above the text: letterhead, number and date, approval and addressees, title. */
export function wordHead(document: PreparedDocument): (Paragraph | Table)[] {
  return [
    ...document.letterhead.map((line, index) => paragraphOf(letterheadStyle(index, document), line)),
    paragraphOf('LetterheadRule', ''),
    bareLayout(
      [left, right],
      [
        new TableRow({
          cantSplit: true,
          children: [
            bareCell(left, { children: [paragraphOf('Requisites', numberAndDate(document))] }),
            bareCell(right, { children: rightSide(document) }),
          ],
        }),
      ],
    ),
    paragraphOf('Title', document.title),
    ...(document.subtitle === null ? [] : [paragraphOf('Subtitle', document.subtitle)]),
  ]
}

function letterheadStyle(index: number, { letterhead }: PreparedDocument): string {
  if (index === 0) return 'LetterheadBody'
  return index === 1 && letterhead.length > 2 ? 'LetterheadUnit' : 'LetterheadContact'
}

function numberAndDate({ registration }: PreparedDocument): string {
  return registration ? `${registration.date} № ${registration.number}` : '____________ № ________'
}

function rightSide({ approval, addressees }: PreparedDocument): Paragraph[] {
  const approved = approval
    ? [
        paragraphOf('Requisites', 'УТВЕРЖДАЮ', {}, { bold: true }),
        paragraphOf('Requisites', approval.position),
        paragraphOf('Requisites', approval.name),
        paragraphOf('LetterheadContact', approval.moment, { alignment: 'left' }),
        ...(addressees.length > 0 ? [paragraphOf('Requisites', '')] : []),
      ]
    : []
  const all = [...approved, ...addressees.map((line) => paragraphOf('Requisites', line))]
  return all.length > 0 ? all : [paragraphOf('Requisites', '')]
}

const columns = [68, 5, 40, 6, 46] as const

/** The signatures at the end, each with a line to sign on; kept together on one page. */
export function wordSignatures(document: PreparedDocument): (Paragraph | Table)[] {
  if (document.signatures.length === 0) return []
  const line = { bottom: { style: 'single', size: 5, color: ink.text } } as const
  const last = document.signatures.length - 1
  const rows = document.signatures.map(({ position, name }, index) => {
    const keepNext = index < last
    const cell = (width: number, text: string, isLine: boolean) =>
      bareCell(width, {
        verticalAlign: VerticalAlignTable.BOTTOM,
        margins: { top: 480, bottom: 0, left: 0, right: 0 },
        children: [paragraphOf('Signature', text, { keepNext })],
        ...(isLine ? { borders: { ...noLines, ...line } } : {}),
      })
    return new TableRow({
      cantSplit: true,
      children: [
        cell(columns[0], position, false),
        cell(columns[1], '', false),
        cell(columns[2], '', true),
        cell(columns[3], '', false),
        cell(columns[4], name ?? '', name === null),
      ],
    })
  })
  return [
    paragraphOf('Signature', '', { keepNext: true }),
    bareLayout(columns, rows),
    paragraphOf('Note', ''),
  ]
}

const noLine = { style: 'none', size: 0, color: 'auto' } as const
const noLines = { top: noLine, bottom: noLine, left: noLine, right: noLine } as const
