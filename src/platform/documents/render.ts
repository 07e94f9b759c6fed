import type { DocumentFormat, OfficialDocument } from './document.ts'
import { writeDocx } from './docx/write-docx.ts'
import { prepareDocument } from './layout/prepare.ts'
import { writePdf } from './pdf/write-pdf.ts'
import { writeWorkbook } from './xlsx/write-workbook.ts'

/** Makes the file where it is called; blocks the thread for as long as it takes. */
export async function renderHere(document: OfficialDocument, format: DocumentFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return writeWorkbook(document)
  const prepared = prepareDocument(document)
  return format === 'pdf' ? writePdf(prepared) : writeDocx(prepared)
}
