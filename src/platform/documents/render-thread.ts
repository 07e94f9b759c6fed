import { Worker } from 'node:worker_threads'
import { refuse } from '../refusal.ts'
import type { RenderDocument } from './document.ts'
import { refuseTooLarge } from './document-size.ts'
import type { RenderAnswer, RenderRequest } from './render-worker.ts'

/** How the thread is kept: milliseconds, documents, megabytes. */
export interface RenderLimits {
  /** A document that takes longer is given up. */
  time: number
  /** So many may wait for their turn. */
  waiting: number
  /** The thread is let go when it had nothing to do for so long. */
  idle: number
  heap: number
}

export const renderLimits: RenderLimits = { time: 60_000, waiting: 50, idle: 120_000, heap: 768 }

/**
 * A renderer in a thread of its own, so that the server goes on answering: started with the first document, one document
 * at a time, started anew after it broke or was given up. A broken document is refused; the next one is not hurt by it.
 */
export function renderInThread(
  limits: RenderLimits = renderLimits,
  script: URL = new URL('render-worker.ts', import.meta.url),
): RenderDocument {
  let thread: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const stop = () => {
    void thread?.terminate()
    thread = null
  }
  const start = (): Worker => {
    const started = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: limits.heap } })
    started.unref()
    return started
  }
  const renderNext = async (request: RenderRequest): Promise<Uint8Array> => {
    clearTimeout(idle)
    thread ??= start()
    const answer = await ask(thread, request, limits.time)
    if ('lost' in answer) stop()
    idle = setTimeout(stop, limits.idle).unref()
    if ('file' in answer) return answer.file
    if ('error' in answer) throw new Error(`the document could not be made: ${answer.error}`)
    return refuse('unavailable', 'document-not-made', sentences[answer.lost], answer.why)
  }

  return async (document, format) => {
    refuseTooLarge(document, format)
    if (waiting >= limits.waiting)
      refuse('too-many', 'documents-busy', 'Сейчас собирается много документов: повторите через минуту.')
    waiting += 1
    const rendered = turn.then(() => renderNext({ document, format }))
    turn = rendered.catch(() => undefined).finally(() => (waiting -= 1))
    return rendered
  }
}

const sentences = {
  time: 'Документ собирается слишком долго и не был закончен: уменьшите период или число таблиц и повторите.',
  broken: 'Документ не собран: программа вёрстки остановилась. Повторите; если не поможет, уменьшите период.',
} as const

type Lost = { lost: keyof typeof sentences; why: string }

function ask(thread: Worker, request: RenderRequest, time: number): Promise<RenderAnswer | Lost> {
  return new Promise((done) => {
    // Held while a document is under way, let go between them: an idle thread keeps no process alive.
    thread.ref()
    const settle = (answer: RenderAnswer | Lost) => {
      clearTimeout(limit)
      thread.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
      thread.on('error', () => undefined)
      thread.unref()
      done(answer)
    }
    const limit = setTimeout(() => settle({ lost: 'time', why: `${time} ms` }), time)
    thread.once('message', settle)
    thread.once('error', (error) => settle({ lost: 'broken', why: String(error) }))
    thread.once('exit', (code) => settle({ lost: 'broken', why: `exit code ${code}` }))
    thread.postMessage(request)
  })
}
