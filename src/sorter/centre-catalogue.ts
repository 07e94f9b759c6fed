import { readFileSync } from 'node:fs'
import type { Centre } from '../charter/index.ts'
import { catalogue, type Catalogue, type CatalogueChanges, type CatalogueGroup } from '../triage/contract.ts'
import { catalogueSorter, compileCatalogue, type KeywordRule, type Sorter } from '../triage/index.ts'

let shippedCatalogue: Catalogue | undefined

/** The catalogue that the product brings along. */
export function shippedTopics(): Catalogue {
  const path = new URL('../../charters/shared/topics-ru.json', import.meta.url)
  return (shippedCatalogue ??= catalogue.parse(JSON.parse(readFileSync(path, 'utf8'))))
}

/** What a centre sorts by without any history: plain data, so that it may go to another thread. */
export type CentreCatalogue = {
  readonly base: Catalogue
  readonly changes: Partial<CatalogueChanges>
  readonly rule: KeywordRule
  readonly version: string
}

/** The catalogue of a centre as its charter wants it. */
export function catalogueOf({ slug, edition, charter }: Centre): CentreCatalogue {
  const { catalogue: wanted, renames, hidden, own, autoScore, autoLead } = charter.topics
  const base = wanted === 'none' ? { ...shippedTopics(), groups: [] } : shippedTopics()
  return {
    base,
    changes: { renames, hidden: [...hidden], extra: own.map(ownGroup) },
    rule: { score: autoScore, lead: autoLead },
    version: `${slug}-${edition}`,
  }
}

/** Sorting by keywords alone. */
export function keywordSorter({ base, changes, rule, version }: CentreCatalogue): Sorter {
  return catalogueSorter(compileCatalogue(base, changes), version, rule)
}

function ownGroup(group: Centre['charter']['topics']['own'][number]): CatalogueGroup {
  return {
    code: group.code,
    name: group.name,
    blocks: [],
    groupStems: [...group.groupStems],
    topics: group.topics.map(({ nature, ...topic }) => ({
      ...topic,
      strong: [...topic.strong],
      keywords: [...topic.keywords],
      kind: nature === 'consultation' ? 'Консультация' : 'Решаемый',
      slaDays: 30,
      fastTrack: false,
      seasonMonths: [],
    })),
  }
}
