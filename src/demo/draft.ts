import type { Channel, Nature, Regime } from '../charter/contract.ts'
import type { DemoEvent } from './demo-case.ts'
import type { DemoPlace } from './place-words.ts'

/** A message as it is thought up, before anybody at the centre has seen it. */
export interface Draft {
  receivedAt: Temporal.Instant
  channel: Channel
  regime: Regime
  nature: Nature
  topic: string | null
  place: DemoPlace | null
  text: string
  event: DemoEvent | null
  /** The draft that this one repeats. */
  repeats: { of: Draft; exactly: boolean } | null
}
