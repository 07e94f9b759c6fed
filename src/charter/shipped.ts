import { readFileSync } from 'node:fs'
import { isMapping } from './paths.ts'
import type { Mapping } from './paths.ts'
import { readYaml } from './yaml-file.ts'

const folder = new URL('../../charters/shared/', import.meta.url)

/** Codes of groups and topics of a catalogue. */
export type TopicCodes = { groups: ReadonlySet<string>; topics: ReadonlySet<string> }

/** What the program ships for every centre: values for what its charter leaves open, and the catalogue of topics. */
export interface Shipped {
  defaults: Mapping
  catalogue: TopicCodes
}

let kept: Shipped | null = null

/** Reads what the program ships, once per process. */
export function shipped(): Shipped {
  kept ??= { defaults: readDefaults(), catalogue: readCatalogue() }
  return kept
}

function readDefaults(): Mapping {
  const file = readYaml('defaults.yaml', readFileSync(new URL('defaults.yaml', folder), 'utf8'))
  if (file.problems.length > 0 || !isMapping(file.data)) {
    throw new Error(`charters/shared/defaults.yaml: ${JSON.stringify(file.problems)}`)
  }
  return file.data
}

function readCatalogue(): TopicCodes {
  const text = readFileSync(new URL('topics-ru.json', folder), 'utf8')
  const { groups } = JSON.parse(text) as { groups: { code: string; topics: { code: string }[] }[] }
  return {
    groups: new Set(groups.map((group) => group.code)),
    topics: new Set(groups.flatMap((group) => group.topics.map((topic) => topic.code))),
  }
}
