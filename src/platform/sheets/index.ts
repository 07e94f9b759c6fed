/**
 * Tables as people send and take them: XLSX and CSV. Owns the words sheet, row, value, delimiter and encoding. Promises
 * that rows stream in bounded memory, that a formula is never run on the way in or out, that a file is judged by its
 * bytes and never by its name, and that a file which is broken, cut off, encrypted, empty, a zip bomb or no table at all
 * is refused with one sentence before anything is changed.
 */
import { openBytes } from './byte-source.ts'
import { openCsv } from './csv-reader.ts'
import { recognise } from './recognise.ts'
import { defaultSheetLimits, type Sheet, type SheetLimits } from './sheet.ts'
import { refuseSheet } from './sheet-refusals.ts'
import { openXlsx } from './xlsx-reader.ts'

export { fromSerial } from './serial-date.ts'
export {
  defaultSheetLimits,
  type Delimiter,
  type Sheet,
  type SheetEncoding,
  type SheetLimits,
  type SheetRow,
  type SheetValue,
} from './sheet.ts'
export type { SheetRefusalReason } from './sheet-refusals.ts'
export { guardFormula, type RowsToWrite, writeCsv, writeXlsx } from './write-sheet.ts'

/** Recognises a table in a path or bytes; a refusal about its inside may also come while `rows()` is read. */
export async function readSheet(
  input: string | Uint8Array,
  options: { fileName: string; limits?: Partial<SheetLimits>; sheet?: string },
): Promise<Sheet> {
  const limits = { ...defaultSheetLimits, ...options.limits }
  const bytes = await openBytes(input)
  if (bytes.size > limits.fileBytes)
    refuseSheet('file-too-large', { bytes: bytes.size, limit: limits.fileBytes })
  const kind = await recognise(bytes)
  return kind === 'zip' ? openXlsx(bytes, { ...options, limits }) : openCsv(bytes, { ...options, limits })
}
