import type { DocumentFormat, OfficialDocument } from './document.ts'
import { renderHere } from './render.ts'

/** One document to make, as the process is asked for it. */
export interface RenderRequest {
  document: OfficialDocument
  format: DocumentFormat
}
/** What the process answers: the file, or why there is none. */
export type RenderAnswer = { file: Uint8Array } | { error: string }

process.on('message', ({ document, format }: RenderRequest) => {
  void answer(document, format)
})
process.on('disconnect', () => process.exit(0))

async function answer(document: OfficialDocument, format: DocumentFormat): Promise<void> {
  try {
    process.send?.({ file: await renderHere(document, format) } satisfies RenderAnswer)
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.send?.({ error: told } satisfies RenderAnswer)
  }
}
