import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../platform/refusal.ts'
import { learnModel, type Lesson, type Outcome, type Step } from './learn-model.ts'

/** What the thread tells: a step begun, the end, or a refusal. */
export type Told =
  | { step: Step }
  | { outcome: Outcome }
  | { refusal: { kind: Refusal['kind']; reason: string; message: string } }

/** Yields to every other thread of the program: on Linux a priority belongs to the thread. */
const patient = 15

if (parentPort) {
  const port = parentPort
  try {
    setPriority(0, patient)
  } catch {
    // Where priorities are not ours to give, learning goes on at the usual one.
  }
  const tell = (told: Told, moved: ArrayBuffer[] = []) => port.postMessage(told, moved)
  const processorTime = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  try {
    const outcome = learnModel(workerData as Lesson, { tell: (step) => tell({ step }), processorTime })
    tell({ outcome }, [outcome.model.buffer as ArrayBuffer, outcome.twin.buffer as ArrayBuffer])
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { kind, reason, message } = error
    tell({ refusal: { kind, reason, message } })
  }
}
