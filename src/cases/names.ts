import type { Centre } from '../charter/index.ts'
import type { CatalogueGroup } from '../triage/contract.ts'

type Named = { code: string; name: string } | null

/** Names of the codes of a case in the edition in force; a code that the charter forgot is shown as itself. */
export interface Names {
  topicGroup(code: string | null): Named
  topic(code: string | null): Named
  settlement(code: string | null): Named
  organisation(code: string | null): Named
  sectorBlock(code: string | null): Named
}

const known = new WeakMap<Centre, Names>()

/** Names of a centre, prepared once for an edition. */
export function namesOf(centre: Centre, classifier: readonly CatalogueGroup[]): Names {
  const present = known.get(centre)
  if (present) return present
  const groups = new Map(classifier.map((group) => [group.code, group.name]))
  const topics = new Map(classifier.flatMap((group) => group.topics.map((topic) => [topic.code, topic.name])))
  const settlements = new Map(centre.charter.settlements.map((one) => [one.code, one.name]))
  const look = (names: { get(code: string): string | undefined }) => (code: string | null) =>
    code === null ? null : { code, name: names.get(code) ?? code }
  const names: Names = {
    topicGroup: look(groups),
    topic: look(topics),
    settlement: look(settlements),
    organisation: look({ get: (code) => shortName(centre, code) }),
    sectorBlock: look({ get: (code) => centre.sectorBlocks.get(code)?.name }),
  }
  known.set(centre, names)
  return names
}

function shortName(centre: Centre, code: string): string | undefined {
  const organisation = centre.organisations.get(code)
  return organisation?.shortName ?? organisation?.name
}
