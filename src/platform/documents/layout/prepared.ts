/** A document ready to be set: texts cleaned and bound, numbers told, figures drawn, tables measured. */
export interface PreparedDocument {
  letterhead: readonly string[]
  title: string
  subtitle: string | null
  registration: { number: string; date: string } | null
  addressees: readonly string[]
  approval: { position: string; name: string; moment: string } | null
  /** Runs of blocks that share the way the sheet is turned; there is at least one. */
  sections: readonly PreparedSection[]
  signatures: readonly { position: string; name: string | null }[]
  footer: string
  madeAt: Temporal.Instant
}

export interface PreparedSection {
  /** True where the sheet lies on its side for the sake of a wide table. */
  lying: boolean
  blocks: readonly PreparedBlock[]
}

export type PreparedBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; lines: readonly string[]; tone: 'plain' | 'note' | 'missing' }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'key-figures'; rows: readonly (readonly PreparedFigure[])[] }
  | PreparedTable
  | PreparedChart

export interface PreparedFigure {
  name: string
  value: string
  change: string | null
  tone: 'good' | 'bad' | 'even'
}

export interface PreparedTable {
  kind: 'table'
  /** «Таблица 1 — …» */
  caption: string
  columns: readonly PreparedColumn[]
  rows: readonly PreparedRow[]
  total: PreparedRow | null
  note: string | null
  /** Size of its letters in points: wide tables are set smaller. */
  points: number
  /** True where it needs a sheet on its side. */
  lying: boolean
  /** True where it is short enough to be kept on one page. */
  whole: boolean
}
export interface PreparedColumn {
  name: string
  align: 'left' | 'right'
  /** Millimetres. */
  width: number
}
export interface PreparedRow {
  cells: readonly string[]
  /** True where the row is so tall that it may run over to the next page. */
  splits: boolean
}

export interface PreparedChart {
  kind: 'chart'
  /** «Рисунок 1 — …» */
  caption: string
  description: string
  svg: string
  /** Pixels of the drawing, 96 to the inch. */
  width: number
  height: number
}

/** The sheet: A4, margins of GOST R 7.0.97-2016 for papers that are filed; millimetres. */
export const page = { width: 210, height: 297, left: 30, right: 15, top: 20, bottom: 20 } as const
export const textWidth = page.width - page.left - page.right
/** The same on a sheet that lies on its side. */
export const lyingWidth = page.height - page.left - page.right

/** Padding inside a table's cell, millimetres. */
export const cellPadding = { side: 1.4, top: 1 } as const

export const ink = {
  text: '1C2228',
  quiet: '5A636E',
  accent: '0D4A58',
  line: 'CBD3D8',
  hairline: 'E1E6E9',
  head: 'EDF2F4',
  zebra: 'F8FAFA',
  good: '0D4B29',
  bad: '8F1B14',
  missing: '8A5A00',
} as const
