import type { CaseSorting } from '../cases/index.ts'
import { namesOf } from '../cases/index.ts'
import { resultNames, stateNames } from '../cases/contract.ts'
import {
  channelNames,
  natureNames,
  organisationKindNames,
  outcomeNames,
  regimeNames,
  subtypeNames,
} from '../charter/contract.ts'
import type { Desk } from '../people/index.ts'
import { type Days, type Dimension, isTime } from './contract.ts'
import { daysOfPoint, nameOfDays } from './period.ts'

/** Dimensions whose values are words of the product; those of the others are codes of the charter, and a mark is its own name. */
const closedSets: { readonly [By in Dimension]?: Readonly<Record<string, string>> } = {
  channel: channelNames,
  network: channelNames,
  nature: natureNames,
  regime: regimeNames,
  subtype: subtypeNames,
  organisationKind: organisationKindNames,
  state: stateNames,
  outcome: outcomeNames,
  result: resultNames,
  mark: {},
}
type CharterDimension = 'topicGroup' | 'topic' | 'sectorBlock' | 'organisation' | 'settlement'

/** Name of a value of a dimension in the edition in force; what has no value is named so too. */
export function nameOfValue(
  { centre }: Desk,
  sorting: CaseSorting,
  by: Dimension,
  key: string | null,
  days: Days,
): string {
  if (key === null) return 'не указано'
  if (isTime(by)) return nameOfDays(daysOfPoint(key, by, days))
  const closed: Readonly<Record<string, string>> | undefined = closedSets[by]
  if (closed) return closed[key] ?? key
  const names = namesOf(centre, sorting.classifier(centre))
  return names[by as CharterDimension](key)!.name
}
