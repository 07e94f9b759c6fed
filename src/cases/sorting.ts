import type { Centre } from '../charter/index.ts'
import type { CatalogueGroup, RoutingDecision } from '../triage/contract.ts'
import type { ProposalData } from './contract-card.ts'

/** What a sorter says of a text, and what of it may be set without a person. */
export interface Sorting {
  sorter: string
  /** Sure enough for the charter's threshold: topic group and route may be set by the machine. */
  decided: boolean
  /** The same of the topic inside the group. */
  topicDecided: boolean
  data: ProposalData
}

/** What the charter's routing looks at. */
export interface RouteFacts {
  channel: string
  topicGroup: string | null
  topic: string | null
  settlement: string | null
  nature: string | null
}

/** Triage as cases need it; given by the application, which knows how a centre's catalogue and places are compiled. */
export interface CaseSorting {
  classifier(centre: Centre): readonly CatalogueGroup[]
  /** Where the charter sends a case of these facts. */
  route(centre: Centre, facts: RouteFacts): RoutingDecision
  sort(centre: Centre, text: string, facts: { channel: string; settlement?: string | undefined }): Sorting
}
