import type { DocumentFormat, OfficialDocument } from './document.ts'
import { prepareDocument } from './layout/prepare.ts'

/**
 * Makes the file where it is called; blocks the thread for as long as it takes. Each engine is loaded with the first document
 * that needs it: a process that ended with the typesetting engine loaded and never used crashed on its way out.
 */
export async function renderHere(document: OfficialDocument, format: DocumentFormat): Promise<Uint8Array> {
  if (format === 'xlsx') {
    const { writeWorkbook } = await import('./xlsx/write-workbook.ts')
    return writeWorkbook(document)
  }
  const prepared = prepareDocument(document)
  if (format === 'pdf') {
    const { writePdf } = await import('./pdf/write-pdf.ts')
    return writePdf(prepared)
  }
  const { writeDocx } = await import('./docx/write-docx.ts')
  return writeDocx(prepared)
}
