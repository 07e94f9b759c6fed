import { HeadingLevel, ImageRun, Paragraph, type Table } from 'docx'
import { drawPng } from '../charts/draw-png.ts'
import type { PreparedBlock, PreparedChart, PreparedTable } from '../layout/prepared.ts'
import { paragraphOf, runsOf } from './text-runs.ts'
import { wordTable, wordTiles } from './word-tables.ts'

// Braces are what the library looks for in the finished text: a private letter keeps the name out of anybody's reach.
/** The reference of the list that is marked by dashes. */
export const dashes = '\uE000dashes'

/**
 * A block of the document as paragraphs and tables; `pictureId` numbers the pictures of the file from 1, `leads` says that
 * its end stays with what follows.
 */
export function wordBlock(
  block: PreparedBlock,
  pictureId: () => number,
  leads: boolean,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: runsOf(block.text),
        }),
      ]
    case 'paragraph':
      return paragraphs(block, leads)
    case 'list':
      return block.items.map((item, index) =>
        paragraphOf('DashList', item, {
          numbering: { reference: dashes, level: 0 },
          keepNext: leads && index === block.items.length - 1,
        }),
      )
    case 'key-figures':
      return block.rows.flatMap(wordTiles)
    case 'table':
      return tableWithCaption(block, leads)
    case 'chart':
      return [picture(block, pictureId()), paragraphOf('FigureCaption', block.caption, { keepNext: leads })]
  }
}

function paragraphs(
  { lines, tone }: Extract<PreparedBlock, { kind: 'paragraph' }>,
  leads: boolean,
): Paragraph[] {
  if (tone === 'missing') return [paragraphOf('Missing', lines.join('\n'), { keepNext: leads })]
  return lines.map((line, index) =>
    paragraphOf(tone === 'note' ? 'Remark' : 'BodyText', line, {
      keepNext: leads && index === lines.length - 1,
    }),
  )
}

function tableWithCaption(table: PreparedTable, leads: boolean): (Paragraph | Table)[] {
  return [
    paragraphOf('TableCaption', table.caption),
    ...(table.columns.length > 0 ? [wordTable(table, leads)] : []),
    paragraphOf('Note', table.note ?? '', { keepNext: leads }),
  ]
}

function picture(chart: PreparedChart, id: number): Paragraph {
  return new Paragraph({
    style: 'Figure',
    children: [
      new ImageRun({
        type: 'png',
        data: drawPng(chart.svg, chart.width),
        transformation: { width: chart.width, height: chart.height },
        altText: {
          id: String(id),
          name: `Рисунок ${id}`,
          title: chart.caption,
          description: chart.description,
        },
      }),
    ],
  })
}
