import { type ChildProcess, fork } from 'node:child_process'
import { refuse } from '../refusal.ts'
import type { RenderDocument } from './document.ts'
import { refuseTooLarge } from './document-size.ts'
import type { RenderAnswer, RenderRequest } from './render-child.ts'

/** How the process is kept: milliseconds, documents, megabytes. */
export interface RenderLimits {
  /** A document that takes longer is given up. */
  time: number
  /** So many may wait for their turn. */
  waiting: number
  /** The process is let go when it had nothing to do for so long. */
  idle: number
  heap: number
}

export const renderLimits: RenderLimits = { time: 60_000, waiting: 50, idle: 120_000, heap: 768 }

/**
 * A renderer in a process of its own, so that the server goes on answering and lives on whatever native code does: started
 * with the first document, one document at a time, started anew after it broke or was given up. A broken document is
 * refused; the next one is not hurt by it.
 */
export function renderInProcess(
  limits: RenderLimits = renderLimits,
  script: URL = new URL('render-child.ts', import.meta.url),
): RenderDocument {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const stop = () => {
    child?.kill('SIGKILL')
    child = null
  }
  const renderNext = async (request: RenderRequest): Promise<Uint8Array> => {
    clearTimeout(idle)
    if (child?.connected !== true) child = start(script, limits.heap)
    const answer = await ask(child, request, limits.time)
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

/** Settings and secrets of the server are none of its business. */
const ownSettings = /^(?:OTKLIK|DATABASE|PG)_?/

// What native code says when it breaks may quote the document: it goes to no log.
function start(script: URL, heap: number): ChildProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ownSettings.test(name)))
  return fork(script, {
    env,
    execArgv: [`--max-old-space-size=${heap}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

type Lost = { lost: keyof typeof sentences; why: string }

function ask(child: ChildProcess, request: RenderRequest, time: number): Promise<RenderAnswer | Lost> {
  return new Promise((done) => {
    // Held while a document is under way, let go between them: an idle child keeps no process alive.
    child.ref()
    child.channel?.ref()
    const settle = (answer: RenderAnswer | Lost) => {
      clearTimeout(limit)
      child.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
      child.on('error', () => undefined)
      child.unref()
      child.channel?.unref()
      done(answer)
    }
    const limit = setTimeout(() => settle({ lost: 'time', why: `${time} ms` }), time)
    child.once('message', (answer) => settle(answer as RenderAnswer))
    child.once('error', (error) => settle({ lost: 'broken', why: String(error) }))
    child.once('exit', (code, signal) => settle({ lost: 'broken', why: `exit ${code ?? signal}` }))
    child.send(request, (error) => error && settle({ lost: 'broken', why: String(error) }))
  })
}
