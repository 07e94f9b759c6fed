import type { Channel, Nature, Outcome, Regime } from '../charter/contract.ts'
import type { ProposalData } from './contract-card.ts'

/** Who wrote to us, as far as they told. */
export interface GivenContacts {
  name?: string | undefined
  phone?: string | undefined
  email?: string | undefined
  address?: string | undefined
}

/** One inbound item as it came: `raw` is the whole of it, `words` what was said, cleaned for reading. */
export interface Inbound {
  id?: string
  channel: Channel
  network?: string | null
  source?: string | null
  externalId?: string | null
  receivedAt: Temporal.Instant
  /** Keyed digest that tells an unchanged row of a newer export; of `raw` when left out. */
  contentDigest?: Buffer
  importRunId?: string | null
  /** Keyed digest of the words and the place, by which exact repeats meet. */
  repeatDigest?: Buffer | null
  raw: string
  words: string
  /** `words` masked, when the caller has masked them already. */
  masked?: string
  contacts?: GivenContacts | null
}

/** What was decided on a case before it came to us, with the times of the source. */
export interface LaterState {
  state: 'in_work' | 'answered' | 'postponed' | 'forwarded' | 'closed'
  outcome?: Outcome | null
  answeredAt?: Temporal.Instant | null
  /** When the first answer was given, an interim one where the case is still open. */
  firstAnsweredAt?: Temporal.Instant | null
  closedAt?: Temporal.Instant | null
  promisedOn?: Temporal.PlainDate | null
  answer?: { text: string; author?: string; delivery: 'sent' | 'published' } | null
}

/** A submission with what is already known of its case: the input of registration, sorted beforehand. */
export interface Registration {
  submission: Inbound
  regime: Regime
  subtype?: string | null
  nature?: Nature | null
  topicGroup?: string | null
  topic?: string | null
  settlement?: string | null
  street?: string | null
  house?: string | null
  lat?: number | null
  lon?: number | null
  organisation?: string | null
  sectorBlock?: string | null
  assigneeId?: string | null
  emergency?: boolean
  fastTrack?: boolean
  /** The applicant's mark of the answer, 1 to 5. */
  mark?: number | null
  foreignMunicipality?: string | null
  externalNumber?: string | null
  externalUrl?: string | null
  /** The closed case that this one goes on from. */
  continues?: string | null
  /** Moment of our registration, now when left out; its year in the centre's zone chooses the series. */
  registeredAt?: Temporal.Instant
  /** When the source registered it: norms that start on registration count from here. */
  registeredElsewhereAt?: Temporal.Instant | null
  proposal?: { sorter: string; decided: boolean; data: ProposalData } | null
  /** What a source system says of the case, without words or contacts. */
  sourceValues?: { source: string; data: Record<string, unknown>; conflicts?: readonly unknown[] } | null
  later?: LaterState | null
}

/** A case that registration made. */
export interface RegisteredCase {
  id: string
  number: string
  submissionId: string
  state: string
  revision: number
}
