import { parentPort } from 'node:worker_threads'
import type { DocumentFormat, OfficialDocument } from './document.ts'
import { renderHere } from './render.ts'

/** One document to make, as the thread is asked for it. */
export interface RenderRequest {
  document: OfficialDocument
  format: DocumentFormat
}
/** What the thread answers: the file, or why there is none. */
export type RenderAnswer = { file: Uint8Array } | { error: string }

parentPort?.on('message', ({ document, format }: RenderRequest) => {
  void answer(document, format)
})

async function answer(document: OfficialDocument, format: DocumentFormat): Promise<void> {
  try {
    // A copy of exact size: the buffer underneath may be shared with others.
    const file = new Uint8Array(await renderHere(document, format))
    parentPort?.postMessage({ file } satisfies RenderAnswer, [file.buffer])
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
    parentPort?.postMessage({ error: told } satisfies RenderAnswer)
  }
}
