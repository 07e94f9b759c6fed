import { drawChart } from '../charts/draw-chart.ts'
import type { Block, KeyFigures, OfficialDocument } from '../document.ts'
import { cutLine, plainLine, plainText } from '../text/plain-text.ts'
import { tellMoment } from '../text/tell-cell.ts'
import { bindUnits, bindWords } from '../text/typography.ts'
import { prepareTable } from './prepare-table.ts'
import type { PreparedBlock, PreparedDocument, PreparedSection } from './prepared.ts'

/** Letters: a PDF keeps no longer names than 32,767 bytes, and nobody reads them. */
const longestTitle = 600
const longestDescription = 2000

/** Makes a document ready for a page of paper; numbers its tables and figures in the order in which they stand. */
export function prepareDocument(document: OfficialDocument): PreparedDocument {
  const { registration, approval } = document
  const tables = numbering()
  const figures = numbering()
  return {
    name: cutLine(document.title, longestTitle).replaceAll('\u00A0', ' '),
    letterhead: lines(document.letterhead),
    title: bindWords(cutLine(document.title, longestTitle)),
    subtitle: document.subtitle === null ? null : bindWords(cutLine(document.subtitle, longestTitle)),
    registration: registration && {
      number: plainLine(registration.number),
      date: tellMoment(plainLine(registration.date)),
    },
    addressees: lines(document.addressees),
    approval: approval && {
      position: bindWords(plainLine(approval.position)),
      name: bindUnits(plainLine(approval.name)),
      moment: tellMoment(plainLine(approval.moment)),
    },
    sections: sectionsOf(document.blocks.map((block) => prepareBlock(block, tables, figures))),
    signatures: document.signatures.map(({ position, name }) => ({
      position: bindWords(plainLine(position)),
      name: name === null ? null : bindUnits(plainLine(name)) || null,
    })),
    footer: bindUnits(cutLine(document.footer, longestTitle)),
    madeAt: momentOf(document.madeAt),
  }
}

function numbering(): () => number {
  let last = 0
  return () => (last += 1)
}

const lines = (texts: readonly string[]) =>
  texts.map((text) => bindUnits(cutLine(text, longestTitle))).filter((text) => text !== '')

function momentOf(madeAt: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(madeAt)
  } catch {
    throw new Error('a document must say when it was made, as an instant of ISO 8601')
  }
}

function prepareBlock(block: Block, tables: () => number, figures: () => number): PreparedBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: block.level, text: bindWords(cutLine(block.text, longestTitle)) }
    case 'paragraph':
      return {
        kind: 'paragraph',
        lines: bindUnits(plainText(block.text)).split(/\n+/),
        tone: block.tone ?? 'plain',
      }
    case 'list':
      return { kind: 'list', items: block.items.map((item) => bindUnits(plainLine(item))).filter(Boolean) }
    case 'key-figures':
      return prepareFigures(block)
    case 'table':
      return prepareTable(block, tables())
    case 'chart':
      return {
        kind: 'chart',
        caption: `Рисунок\u00A0${figures()} — ${bindWords(cutLine(block.caption, longestTitle))}`,
        description: cutLine(block.description, longestDescription) || cutLine(block.caption, longestTitle),
        ...drawChart(block),
      }
  }
}

/** Parts the blocks where the sheet is turned; a heading goes with the table it leads. */
function sectionsOf(blocks: readonly PreparedBlock[]): PreparedSection[] {
  const sections: { lying: boolean; blocks: PreparedBlock[] }[] = [{ lying: false, blocks: [] }]
  blocks.forEach((block, index) => {
    const led = block.kind === 'heading' ? blocks.slice(index).find(({ kind }) => kind !== 'heading') : block
    const lying = led?.kind === 'table' && led.lying
    const last = sections[sections.length - 1]
    if (last?.lying === lying) last.blocks.push(block)
    else sections.push({ lying, blocks: [block] })
  })
  return sections
}

const mostTiles = 5

/** Tiles stand in rows as even as can be: seven become four and three. */
function prepareFigures(block: KeyFigures): PreparedBlock {
  const items = block.items.map(({ name, value, change, tone }) => ({
    name: bindUnits(plainLine(name)),
    value: bindUnits(plainLine(value)),
    change: change === null ? null : bindUnits(plainLine(change)) || null,
    tone,
  }))
  const rowCount = Math.ceil(items.length / mostTiles)
  const perRow = Math.ceil(items.length / Math.max(1, rowCount))
  return {
    kind: 'key-figures',
    rows: Array.from({ length: rowCount }, (_, row) => items.slice(row * perRow, (row + 1) * perRow)),
  }
}
