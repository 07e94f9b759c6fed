import { Worker } from 'node:worker_threads'
import { Refusal } from '../../platform/refusal.ts'
import { unpackPiece } from './crossing.ts'
import type { RowPiece } from './read-pieces.ts'
import type { FromThread, ThreadWork } from './thread-work.ts'

/** Pieces that the thread may be ahead of who takes them. */
const ahead = 40
/** Rows of a piece die young and at once: with the usual 16 MB a third of the thread's time went into collecting them. */
const youngMb = 64

/**
 * The pieces of `readPieces`, read by a thread of their own. The thread waits when it is too far ahead, ends with whoever takes
 * the pieces, and what it throws is thrown here: a refusal as a refusal.
 */
export async function* readBeside(work: ThreadWork): AsyncGenerator<RowPiece> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: work,
    name: 'otklik-rows',
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  })
  const messages: FromThread[] = []
  let failure: unknown
  let wake = () => {}
  const fail = (error: unknown) => {
    failure ??= error
    wake()
  }
  thread.on('message', (message: FromThread) => {
    messages.push(message)
    wake()
  })
  thread.on('error', fail)
  thread.on('exit', (code) => fail(new Error(`the reading thread ended with ${code}`)))
  try {
    for (let asked = 0; asked < ahead; asked += 1) thread.postMessage('more')
    for (;;) {
      const message = messages.shift()
      if (message === undefined) {
        if (failure) throw failure
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      if ('end' in message) return
      if ('refusal' in message) {
        const { kind, reason, message: sentence, details } = message.refusal
        throw new Refusal(kind, reason, sentence, details)
      }
      thread.postMessage('more')
      yield unpackPiece(message.piece)
    }
  } finally {
    await thread.terminate()
  }
}
