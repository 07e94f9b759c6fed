import type { Selectable } from 'kysely'
import type { Channel, Nature, Outcome, Regime } from '../charter/contract.ts'
import type { TimeNorm } from '../deadlines/contract.ts'
import type { Tables } from '../platform/db/tables.ts'
import type { CaseState } from './states.ts'

type Columns = Selectable<Tables['cases']>

/** The present state of a case as its table holds it, with the words of its columns narrowed. */
export type CaseRow = Omit<Columns, 'regime' | 'state' | 'nature' | 'outcome' | 'channel'> & {
  regime: Regime
  state: CaseState
  nature: Nature | null
  outcome: Outcome | null
  channel: Channel
}

/** What a command may change; identity, origin and bookkeeping are not among it. */
export type CaseChange = Partial<
  Omit<
    CaseRow,
    'centre_id' | 'id' | 'revision' | 'updated_at' | 'due_at' | 'due_clock' | 'submission_id' | 'gist'
  >
>

/** One pause as kept with a deadline; moments are ISO. */
export interface KeptPause {
  from: string
  to: string | null
  why: string
}
/** One extension as kept with a deadline; `days` is in the norm's unit. */
export interface KeptExtension {
  days: number
  at: string
  why: string
}

/** A clock of a case: the norm as it stood when it started, and how it stands. */
export type ClockRow = Omit<
  Selectable<Tables['deadlines']>,
  'norm_copy' | 'state' | 'pauses' | 'extensions'
> & {
  norm_copy: TimeNorm & { basis?: string }
  state: 'running' | 'paused' | 'met' | 'missed' | 'cancelled'
  pauses: KeptPause[]
  extensions: KeptExtension[]
}
