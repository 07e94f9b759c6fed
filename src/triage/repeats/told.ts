import { streetName, type Whereabouts } from './place-relation.ts'
import { readSaid, sorted, type Sorted, stemsOf } from './said.ts'

/** A topic that a message may be of; of several, `share` says how sure each is, all together 1. */
export type TopicShare = { readonly group: string; readonly topic: string | null; readonly share: number }

/** A message as it is compared: its words, where, of what topic, when. */
export type Told = {
  readonly said: Sorted
  readonly place: Whereabouts
  /** Stems of the street that was decided and of those that the text names. */
  readonly streets: ReadonlySet<number>
  readonly topics: readonly TopicShare[]
  readonly receivedAt: Temporal.Instant
}

/** Reads a masked message; `known` are stems of the names of the centre's streets. */
export function readTold(
  message: {
    masked: string
    place: Whereabouts
    topics: readonly TopicShare[]
    receivedAt: Temporal.Instant
  },
  known: ReadonlySet<number>,
): Told {
  const { masked, place, topics, receivedAt } = message
  const said = sorted(readSaid(masked))
  const decided = streetName(place.street)
  const streets = new Set(decided === null ? [] : stemsOf([decided]))
  for (const stem of said.stems) if (known.has(stem)) streets.add(stem)
  return { said, place, streets, topics, receivedAt }
}
