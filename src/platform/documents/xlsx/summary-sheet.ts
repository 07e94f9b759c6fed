import type { Cell, WriteSheet } from 'hucre/xlsx'
import type { OfficialDocument } from '../document.ts'
import { plainLine } from '../text/plain-text.ts'
import { tellMoment } from '../text/tell-cell.ts'
import { cellText } from './cell-text.ts'
import { cell, Grid } from './grid.ts'
import { headLook, look } from './sheet-look.ts'

/** A sheet of the workbook as the summary lists it. */
export interface Listed {
  name: string
  title: string
}

export const summaryName = 'Сводка'

/** The first sheet: who, what, whether it is a draft; key figures; what is missing; where each table is. */
export function summarySheet(document: OfficialDocument, listed: readonly Listed[]): WriteSheet {
  const grid = new Grid()
  const merges: NonNullable<WriteSheet['merges']> = []
  const wide = (text: string, style: NonNullable<Cell['style']>, lineHeight: number) => {
    const told = cellText(plainLine(text))
    const perLine = 1150 / lineHeight
    const row = grid.add([cell(told, style)], lineHeight * Math.max(1, Math.ceil(told.length / perLine)))
    merges.push({ startRow: row, startCol: 0, endRow: row, endCol: 2 })
  }
  if (document.registration === null) wide('ПРОЕКТ', look.draft, 18)
  for (const line of document.letterhead) wide(line, look.quiet, 13)
  grid.add()
  wide(document.title, look.title, 22)
  if (document.subtitle !== null) wide(document.subtitle, look.plain, 15)
  grid.add()
  for (const [name, value] of requisites(document)) {
    const told = cellText(plainLine(value))
    const row = grid.add(
      [cell(name, look.quiet), cell(told, look.plain)],
      14 * Math.max(1, Math.ceil(told.length / 44)),
    )
    merges.push({ startRow: row, startCol: 1, endRow: row, endCol: 2 })
  }
  addFigures(grid, document)
  addMissing(document, (text, style) => wide(text, style, 15), grid)
  addContents(grid, listed)
  grid.add()
  wide(document.footer, look.quiet, 13)
  return {
    name: summaryName,
    ...grid.parts(),
    merges,
    columns: [{ width: 42 }, { width: 22 }, { width: 26 }],
    view: { showGridLines: false },
  }
}

function requisites({
  registration,
  addressees,
  approval,
  signatures,
}: OfficialDocument): [string, string][] {
  const rows: [string, string][] = []
  if (registration)
    rows.push(['Регистрационный номер', registration.number], ['Дата', tellMoment(registration.date)])
  if (addressees.length > 0) rows.push(['Кому', addressees.map(plainLine).join(', ')])
  if (approval)
    rows.push(['Утверждено', `${approval.position}, ${approval.name}, ${tellMoment(approval.moment)}`])
  for (const { position, name } of signatures)
    rows.push(['Подпись', name === null ? position : `${position}, ${name}`])
  return rows
}

function addFigures(grid: Grid, { blocks }: OfficialDocument): void {
  const figures = blocks.flatMap((block) => (block.kind === 'key-figures' ? block.items : []))
  if (figures.length === 0) return
  grid.add()
  grid.add([
    cell('Показатель', headLook(false)),
    cell('Значение', headLook(true)),
    cell('Изменение', headLook(true)),
  ])
  const toRight = { ...look.plain, alignment: { ...look.plain.alignment, horizontal: 'right' } } as const
  for (const { name, value, change } of figures)
    grid.add([
      cell(cellText(plainLine(name)), look.plain),
      cell(cellText(plainLine(value)), { ...toRight, font: look.strong.font }),
      cell(change === null ? null : cellText(plainLine(change)), toRight),
    ])
}

type AddWide = (text: string, style: NonNullable<Cell['style']>) => void

function addMissing({ blocks }: OfficialDocument, wide: AddWide, grid: Grid): void {
  const missing = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.tone === 'missing' ? [block.text] : [],
  )
  if (missing.length === 0) return
  grid.add()
  grid.add([cell('Нет сведений', headLook(false)), cell(null, headLook(false)), cell(null, headLook(false))])
  for (const text of missing) wide(text, look.plain)
}

function addContents(grid: Grid, listed: readonly Listed[]): void {
  if (listed.length === 0) return
  grid.add()
  grid.add([cell('Листы книги', headLook(false)), cell(null, headLook(false)), cell(null, headLook(false))])
  for (const { name, title } of listed) {
    const row = grid.add([
      cell(name, look.link),
      cell(cellText(title), { ...look.plain, alignment: { vertical: 'top' } }),
    ])
    grid.cells.set(`${row},0`, {
      value: name,
      style: look.link,
      hyperlink: { target: '', location: `'${name}'!A1` },
    })
  }
}
