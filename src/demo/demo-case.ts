import type { Inbound, Registration } from '../cases/index.ts'
import type { Outcome } from '../charter/contract.ts'

/** What a person of the demo centre did to a case, and when. */
export type DemoStep = { at: Temporal.Instant; by: string } & DemoAct
export type DemoAct =
  | { act: 'take' | 'submit' | 'approve' | 'resume' }
  | { act: 'draft'; kind: 'interim' | 'final'; text: string; outcome?: Outcome; promisedOn?: string }
  | { act: 'return'; remarks: string }
  | { act: 'deliver'; delivery: 'sent' | 'published' }
  | { act: 'close'; outcome?: Outcome }
  | { act: 'reopen'; reason: string }
  | { act: 'forward'; organisation: string; reason: string }
  | { act: 'join'; into: number }
  | { act: 'note'; text: string }
  /** The same words came again and were added to the open case by the machine. */
  | { act: 'repeat'; submission: Inbound }

/** Which of the things hidden in the half-year a case belongs to. */
export type DemoEvent = 'leak' | 'bus' | 'weather'

/** An invented case: how it is registered, who has it, and what was done since. */
export interface DemoCase {
  /** Its place in the order of registration, from 1. */
  key: number
  registration: Registration
  /** Login of who has it. */
  assignee: string | null
  steps: DemoStep[]
  event: DemoEvent | null
  /** The earlier case that says the same, word for word or in other words. */
  repeats: { key: number; exactly: boolean } | null
}
