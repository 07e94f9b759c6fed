import type { Registration } from '../../cases/index.ts'
import type { Centre } from '../../charter/index.ts'
import type { Nature } from '../../charter/contract.ts'
import { isFastTrack } from '../../cases/index.ts'
import type {
  NatureProposal,
  PlaceProposal,
  RoutingDecision,
  TopicCandidate,
  TopicProposal,
} from '../../triage/contract.ts'
import { cleanText, findPlace, maskPersonal, normaliseHouse, proposeNature } from '../../triage/index.ts'
import type { SourceRow } from '../sources/source.ts'
import { type CentreSorter, sorterOf } from './centre-sorter.ts'
import { type ChosenValues, type KnownValues, readValues, topicValue } from './known-values.ts'

/** Least confidence at which the machine sets a nature, and a place found in the text, without a person. */
const natureConfidence = 0.6
const placeConfidence = 0.7

/** A row as it will become a case, before anything is written. */
export type SortedRow = {
  readonly row: SourceRow
  readonly words: string
  readonly masked: string
  readonly known: KnownValues
  readonly topicBy: 'source' | 'text' | 'nobody'
  readonly routing: RoutingDecision | null
  readonly foreign: string | null
  readonly facts: Pick<
    Registration,
    | 'nature'
    | 'topicGroup'
    | 'topic'
    | 'settlement'
    | 'street'
    | 'house'
    | 'lat'
    | 'lon'
    | 'organisation'
    | 'sectorBlock'
    | 'emergency'
    | 'fastTrack'
    | 'foreignMunicipality'
    | 'proposal'
  >
}

/** Sorts a row by the source's own words, by its text and by the charter. Pure: the same row gives the same facts. */
export function sortRow(row: SourceRow, centre: Centre, chosen: ChosenValues): SortedRow {
  const sorter = sorterOf(centre)
  const words = cleanText(row.text)
  const { masked } = maskPersonal(words)
  const known = readValues(row, sorter, chosen)
  const proposed = sorter.sorter.propose(words, { masked, sourceTopic: topicValue(row) })
  const topic = topicOf(known, proposed)
  const proposedNature = proposeNature(words, sorter.topics.get(topic.topic ?? ''))
  const nature = natureOf(row, proposedNature)
  const foreign = sorter.isOurs(row) ? null : (row.municipality ?? row.region ?? null)
  const place = foreign === null ? placeOf(row, words, known, sorter) : nowhere(row)
  const routing =
    foreign === null && topic.topicGroup !== null
      ? sorter.route(row.channel, { ...topic, settlement: place.settlement, nature })
      : null
  return {
    row,
    words,
    masked,
    known,
    topicBy: topic.by,
    routing,
    foreign,
    facts: {
      nature,
      topicGroup: topic.topicGroup,
      topic: topic.topic,
      settlement: place.settlement,
      street: place.street,
      house: place.house,
      lat: place.lat,
      lon: place.lon,
      organisation: foreign === null ? (known.organisation ?? routing?.organisation ?? null) : null,
      sectorBlock: routing?.block ?? null,
      emergency: topic.emergency,
      fastTrack: row.fastTrack || isFastTrack(centre.charter.fastTrack, topic.topicGroup, topic.topic),
      foreignMunicipality: foreign,
      proposal: {
        sorter: topic.by === 'source' ? sourceOf(known) : proposed.sorter,
        decided: topic.by !== 'nobody',
        data: {
          topics: proposed.best,
          topicDecided: topic.isTopicSure,
          place: place.proposal,
          routing,
          nature: proposedNature,
        },
      },
    },
  }
}

/** Who named the topic: the source the whole of it, or its group alone, inside which the machine chose. */
const sourceOf = ({ topic }: KnownValues) => (topic ? 'source' : 'source-group')

type Topic = {
  topicGroup: string | null
  topic: string | null
  emergency: boolean
  /** Nothing of the topic is left to a person. */
  isTopicSure: boolean
  by: SortedRow['topicBy']
}

function topicOf({ group, topic }: KnownValues, { best, decided, topicDecided }: TopicProposal): Topic {
  if (topic) {
    const { group: topicGroup, code, emergency } = topic
    return { topicGroup, topic: code, emergency, isTopicSure: true, by: 'source' }
  }
  if (group !== null) {
    const inside = best.find((one) => one.group === group)
    // Keywords name a topic or none; a learned model must be sure of it.
    const isSure = inside?.probability === undefined || (topicDecided && inside === best[0])
    return topicIn(group, inside, isSure, 'source')
  }
  const [first] = best
  return first && decided
    ? topicIn(first.group, first, topicDecided, 'text')
    : { topicGroup: null, topic: null, emergency: false, isTopicSure: topicDecided, by: 'nobody' }
}

function topicIn(
  topicGroup: string,
  found: TopicCandidate | undefined,
  isTopicSure: boolean,
  by: Topic['by'],
): Topic {
  const told = isTopicSure ? found : undefined
  return { topicGroup, topic: told?.topic ?? null, emergency: told?.emergency ?? false, isTopicSure, by }
}

// «Не решаемый» says what the nature is not: then a text that sounds solvable is left to a person.
function natureOf(row: SourceRow, proposed: NatureProposal): Nature | null {
  if (row.nature) return row.nature
  if (proposed.confidence < natureConfidence) return null
  return row.natureCame !== undefined && proposed.nature === 'solvable' ? null : proposed.nature
}

type Place = Omit<PlaceProposal, 'confidence' | 'words'> & { proposal: PlaceProposal | null }

function nowhere(row: SourceRow): Place {
  const { lat = null, lon = null } = row
  return { settlement: null, street: null, house: null, lat, lon, proposal: null }
}

function placeOf(row: SourceRow, text: string, known: KnownValues, sorter: CentreSorter): Place {
  // A centre of one settlement need not hear its name in every text.
  const settled =
    sorter.settlementNames.get(known.settlement ?? '') ?? row.settlement ?? sorter.onlySettlement
  const { street, house, address } = row
  const hints = { text, settlement: settled, street, house, address }
  const [found] = findPlace(sorter.finder, hints)
  const sure = found && found.confidence >= placeConfidence ? found : null
  return {
    settlement: known.settlement ?? sure?.settlement ?? null,
    ...streetOf(row, sure, sorter),
    ...(row.lat !== undefined && row.lon !== undefined
      ? { lat: row.lat, lon: row.lon }
      : { lat: sure?.lat ?? null, lon: sure?.lon ?? null }),
    proposal: found ?? null,
  }
}

// A street that the address list does not know is kept as the source wrote it.
function streetOf(row: SourceRow, sure: PlaceProposal | null, sorter: CentreSorter) {
  const street = sure?.street ? sorter.streetNames.get(sure.street) : undefined
  if (street !== undefined) return { street, house: sure?.house ?? null }
  return { street: row.street ?? null, house: row.house === undefined ? null : normaliseHouse(row.house) }
}
