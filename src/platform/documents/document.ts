/**
 * A document before it is a file: an official text of headings, words, numbered tables and figures. The same value becomes
 * DOCX, PDF and XLSX; the same value twice becomes the same bytes. Plain data, so it can be kept as JSON. Texts are plain:
 * nothing in them is markup, whoever wrote them.
 */
export interface OfficialDocument {
  /** Who issues it, line by line: body, centre, address, contacts. */
  letterhead: readonly string[]
  title: string
  /** Under the title: the period, the occasion. */
  subtitle: string | null
  /** Null while it is a draft: drafts say so on every page. */
  registration: { number: string; date: string } | null
  /** To whom it goes, line by line. */
  addressees: readonly string[]
  /** «УТВЕРЖДАЮ»: position, name, moment; null until approved. */
  approval: { position: string; name: string; moment: string } | null
  blocks: readonly Block[]
  signatures: readonly Signature[]
  /** At the foot of every page: what made it, of which moment the figures are. */
  footer: string
  /** Stands in the files as the moment of their making, ISO 8601 with zone. */
  madeAt: string
}

export interface Signature {
  position: string
  /** Null leaves a line to sign on. */
  name: string | null
}

export type Block = Heading | Paragraph | List | KeyFigures | Table | Chart

export interface Heading {
  kind: 'heading'
  level: 1 | 2
  text: string
}
export interface Paragraph {
  kind: 'paragraph'
  text: string
  tone?: 'plain' | 'note' | 'missing'
}
export interface List {
  kind: 'list'
  items: readonly string[]
}
/** The head of a report: a handful of figures side by side. */
export interface KeyFigures {
  kind: 'key-figures'
  items: readonly { name: string; value: string; change: string | null; tone: 'good' | 'bad' | 'even' }[]
}

/**
 * Numbered «Таблица N»; also a sheet of the workbook, named by `sheet` (best unique and within 31 characters: another name
 * is made lawful). A row has a cell for each column. Too wide for the page, it lies on a sheet on its side.
 */
export interface Table {
  kind: 'table'
  caption: string
  sheet: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  /**
   * The last row, set apart; a column with `sum` holds a living formula in the workbook, where the figure given here is
   * the sum of the rows. Null in it is left empty.
   */
  total: readonly Cell[] | null
  note: string | null
}
export interface Column {
  name: string
  kind: 'text' | 'number' | 'percent' | 'hours' | 'date'
  /** Share of the width, 1 when left out. */
  width?: number
  sum?: boolean
}
/** Percent as 12.5 for 12,5 % (0.125 in the workbook); hours as hours; dates as 2026-11-13; null is shown as a dash. */
export type Cell = string | number | null

/** Numbered «Рисунок N»; in the workbook a chart over its own numbers, on a sheet of all charts. Null is a gap. */
export interface Chart {
  kind: 'chart'
  caption: string
  shape: 'columns' | 'stacked-columns' | 'bars' | 'lines'
  categories: readonly string[]
  series: readonly { name: string; values: readonly (number | null)[] }[]
  unit: string
  /** What the picture says in words, for those who cannot see it. */
  description: string
}

export type DocumentFormat = 'docx' | 'xlsx' | 'pdf'
/**
 * Makes the file of one format: same document, same bytes. Refuses `document-too-large`, `documents-busy` and, when the
 * making takes too long or breaks, `document-not-made`.
 */
export type RenderDocument = (document: OfficialDocument, format: DocumentFormat) => Promise<Uint8Array>
