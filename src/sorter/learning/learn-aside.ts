import { Worker } from 'node:worker_threads'
import { Refusal } from '../../platform/refusal.ts'
import type { Lesson, Outcome, Step } from './learn-model.ts'
import type { Told } from './learning-thread.ts'

/** Longest time that learning may take, milliseconds; 20,000 cases take about a minute. */
const longest = 15 * 60_000
/** Memory that the thread may hold beside its tables, MB. */
const mostMemory = 768

/** The thread was ended from outside: the program stops, or learning took too long. */
export class LearningStopped extends Error {}

/** Learns in a thread of its own, patiently: requests are answered meanwhile. `signal` ends it at once. */
export function learnAside(
  lesson: Lesson,
  { signal, onStep }: { signal: AbortSignal; onStep: (step: Step) => void },
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new LearningStopped('the program stops'))
    const thread = new Worker(new URL('learning-thread.ts', import.meta.url), {
      workerData: lesson,
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    })
    const late = AbortSignal.timeout(longest)
    const stop = () => void thread.terminate()
    const ends = AbortSignal.any([signal, late])
    ends.addEventListener('abort', stop)
    thread.on('message', (told: Told) => {
      if ('step' in told) onStep(told.step)
      else if ('outcome' in told) resolve(told.outcome)
      else reject(new Refusal(told.refusal.kind, told.refusal.reason, told.refusal.message))
    })
    thread.on('error', reject)
    thread.on('exit', () => {
      ends.removeEventListener('abort', stop)
      // After an outcome or an error this says nothing any more.
      reject(
        late.aborted
          ? new Error('learning took too long')
          : new LearningStopped(signal.aborted ? 'the program stops' : 'the thread ended'),
      )
    })
  })
}
