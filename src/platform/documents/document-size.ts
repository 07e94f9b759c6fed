import { refuse } from '../refusal.ts'
import type { Block, DocumentFormat, OfficialDocument } from './document.ts'

/**
 * The largest document that is made, so that one report does not take the memory of the whole server: measured, 25,000
 * cells on pages take about 3 seconds and 500 MB.
 */
export const largestDocument: Record<DocumentFormat, { cells: number; letters: number }> = {
  docx: { cells: 30_000, letters: 3_000_000 },
  pdf: { cells: 30_000, letters: 3_000_000 },
  xlsx: { cells: 300_000, letters: 20_000_000 },
}

/** Refuses a document that is too large for its format. */
export function refuseTooLarge(document: OfficialDocument, format: DocumentFormat): void {
  const most = largestDocument[format]
  const cells = document.blocks.reduce((sum, block) => sum + cellsOf(block), 0)
  if (cells > most.cells || lettersOf(document.blocks) > most.letters)
    refuse('too-large', 'document-too-large', sentences[format], { cells })
}

const paged = 'Таблицы слишком длинны для документа на страницах: выгрузите их в XLSX или сократите период.'
const sentences = {
  docx: paged,
  pdf: paged,
  xlsx: 'Таблицы слишком длинны для одной книги: сократите период или выберите меньше разрезов.',
}

function cellsOf(block: Block): number {
  if (block.kind === 'table') return (block.rows.length + 1) * block.columns.length
  return block.kind === 'chart' ? block.categories.length * (block.series.length + 1) : 1
}

function lettersOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, one: unknown) => sum + lettersOf(one), 0)
}
