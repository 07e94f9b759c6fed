/**
 * Official documents as files. Owns the words document, block, key figures, table, chart. Promises that one value becomes
 * DOCX, PDF and XLSX that say the same; that the same value becomes the same bytes on any day, in any time zone and in any
 * process; that no text in it is ever read as markup or as a formula; that the server goes on answering meanwhile.
 */
import { renderInProcess } from './render-process.ts'

export type {
  Block,
  Cell,
  Chart,
  Column,
  DocumentFormat,
  Heading,
  KeyFigures,
  List,
  OfficialDocument,
  Paragraph,
  RenderDocument,
  Signature,
  Table,
} from './document.ts'

/** Makes the file of one format in a process of its own; refuses when it takes longer than a minute. */
export const renderDocument = renderInProcess()
