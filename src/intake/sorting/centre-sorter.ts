import type { Centre } from '../../charter/index.ts'
import { type CentreCatalogue, catalogueOf, liveModelOf, sortersOf } from '../../sorter/index.ts'
import type { Catalogue, CatalogueGroup, CatalogueTopic, RoutingDecision } from '../../triage/contract.ts'
import {
  changeCatalogue,
  compilePlaces,
  type Finder,
  routeCase,
  type RoutingFacts,
  type Sorter,
} from '../../triage/index.ts'
import { foldName, placeCore } from './fold-name.ts'

/** A code with the name people see. */
export type Named = { readonly code: string; readonly name: string }
/** A topic with its group. */
export type KnownTopic = Named & Pick<CatalogueTopic, 'kind' | 'emergency'> & { readonly group: string }

/** Everything that a centre's charter says about sorting, prepared once for an edition. */
export type CentreSorter = {
  readonly groups: readonly CatalogueGroup[]
  readonly topics: ReadonlyMap<string, KnownTopic>
  readonly groupNames: ReadonlyMap<string, string>
  readonly settlementNames: ReadonlyMap<string, string>
  /** Name of the settlement, where the centre has but one. */
  readonly onlySettlement: string | undefined
  readonly streetNames: ReadonlyMap<string, string>
  /** Folded name → code. */
  readonly groupByName: ReadonlyMap<string, string>
  readonly topicsByName: ReadonlyMap<string, readonly KnownTopic[]>
  readonly organisationByName: ReadonlyMap<string, string>
  readonly settlementByName: ReadonlyMap<string, string>
  /** What sorts messages: the centre's learned model joined with keywords, or keywords alone. */
  readonly sorter: Sorter
  /** Keywords alone: what sorts names of topics, which are no messages. */
  readonly keywords: Sorter
  readonly finder: Finder
  readonly route: (channel: string, facts: RoutingFacts) => RoutingDecision
  /** False only where the municipality (the region, for a regional centre) is surely another. */
  readonly isOurs: (place: { municipality?: string | undefined; region?: string | undefined }) => boolean
}

type OfCharter = Omit<CentreSorter, 'sorter' | 'keywords'>

const made = new WeakMap<Centre, CentreSorter>()
// Places and names outlive the learned model: a new one need not compile them again.
const ofCharters = new WeakMap<Centre['charter'], OfCharter>()

/** The sorter of a centre; the same for the same edition and learned model. */
export function sorterOf(centre: Centre): CentreSorter {
  let sorter = made.get(centre)
  if (!sorter) made.set(centre, (sorter = makeSorter(centre)))
  return sorter
}

function makeSorter(centre: Centre): CentreSorter {
  const { charter } = centre
  const catalogue = catalogueOf(centre)
  let ofCharter = ofCharters.get(charter)
  if (!ofCharter) ofCharters.set(charter, (ofCharter = readCharter(centre, catalogue)))
  const { precision } = charter.topics.learning
  return { ...ofCharter, ...sortersOf(catalogue, liveModelOf(centre), precision) }
}

function readCharter(centre: Centre, { base, changes }: CentreCatalogue): OfCharter {
  const { charter } = centre
  const groups = changeCatalogue(base, changes)
  const topics = groups.flatMap(({ code: group, topics: own }) =>
    own.map(({ code, name, kind, emergency }): KnownTopic => ({ code, name, group, kind, emergency })),
  )
  const settlementNames = new Map(charter.settlements.map(({ code, name }) => [code, name]))
  const organisationNames = charter.organisations.map(({ code, name, shortName, aliases }) => ({
    code,
    names: [name, ...(shortName ? [shortName] : []), ...aliases],
  }))
  return {
    groups,
    topics: new Map(topics.map((topic) => [topic.code, topic])),
    groupNames: new Map(groups.map(({ code, name }) => [code, name])),
    settlementNames,
    onlySettlement: charter.settlements.length === 1 ? charter.settlements[0]?.name : undefined,
    streetNames: new Map(charter.streets.map((street) => [streetCode(street), street.name])),
    groupByName: byName(
      groups.map(({ code, name }) => ({ code, names: [name, ...shippedName(base, code)] })),
    ),
    topicsByName: Map.groupBy(topics, ({ name }) => foldName(name)),
    organisationByName: byName(organisationNames),
    settlementByName: byName(
      charter.settlements.map(({ code, name, kind, aliases }) => ({
        code,
        names: [name, `${kind} ${name}`, ...aliases],
      })),
    ),
    finder: compilePlaces(placesOf(centre)),
    route: createRouter(centre, groups),
    isOurs: createOwnership(centre),
  }
}

// A renamed group is still known by the name that it was shipped with.
function shippedName(base: Catalogue, code: string): string[] {
  const name = base.groups.find((group) => group.code === code)?.name
  return name === undefined ? [] : [name]
}

const streetCode = (street: { settlement: string; name: string; kind: string }) =>
  `${street.settlement}/${street.kind}/${street.name}`

function placesOf({ charter }: Centre) {
  const aliased = charter.settlements.flatMap(({ code, name, kind, aliases }) =>
    [name, ...aliases].map((one) => ({ code, name: one, kind })),
  )
  return {
    settlements: aliased,
    streets: charter.streets.map((street) => ({ ...street, code: streetCode(street) })),
    houses: charter.streets.flatMap((street) =>
      street.houses.map((house) => ({ ...house, street: streetCode(street) })),
    ),
  }
}

function byName(list: readonly { code: string; names: readonly string[] }[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { code, names } of list) {
    for (const name of names.map(foldName)) if (!found.has(name)) found.set(name, code)
  }
  return found
}

function createRouter(centre: Centre, groups: readonly CatalogueGroup[]): CentreSorter['route'] {
  const { routing, settlements } = centre.charter
  const names = Object.fromEntries([
    ...groups.flatMap((group) => [group, ...group.topics].map(({ code, name }) => [code, name])),
    ...settlements.map(({ code, name }) => [code, name]),
  ]) as Record<string, string>
  const decided = new Map<string, RoutingDecision>()
  return (channel, facts) => {
    const key = [channel, facts.topicGroup, facts.topic, facts.settlement, facts.nature].join('|')
    const known = decided.get(key)
    if (known) return known
    const rules = routing.filter(({ when }) => when.channels?.includes(channel as never) ?? true)
    const decision = routeCase(rules, facts, names)
    decided.set(key, decision)
    return decision
  }
}

function createOwnership({ charter }: Centre): CentreSorter['isOurs'] {
  const { kind, municipality, municipalityAliases, region } = charter.centre
  const ours = new Set([municipality, ...municipalityAliases].map(placeCore))
  const regions = new Set([region, municipality, ...municipalityAliases].map(placeCore))
  return (place) => {
    const [given, known] = kind === 'regional' ? [place.region, regions] : [place.municipality, ours]
    return given === undefined || known.has(placeCore(given))
  }
}
