import type { CaseSorting } from '../cases/index.ts'
import { namesOf } from '../cases/index.ts'
import { channelNames, natureNames, outcomeNames, regimeNames } from '../charter/contract.ts'
import type { Desk } from '../people/index.ts'
import type { Days, Dimension } from './contract.ts'
import { daysOfPoint, nameOfDays } from './period.ts'

/** Name of a value of a dimension in the edition in force; what has no value is named so too. */
export function nameOfValue(
  { centre }: Desk,
  sorting: CaseSorting,
  by: Dimension,
  key: string | null,
  days: Days,
): string {
  if (key === null) return 'не указано'
  const names = namesOf(centre, sorting.classifier(centre))
  switch (by) {
    case 'day':
    case 'week':
      return nameOfDays(daysOfPoint(key, by, days))
    case 'channel':
    case 'network':
      return channelNames[key as keyof typeof channelNames] ?? key
    case 'nature':
      return natureNames[key as keyof typeof natureNames] ?? key
    case 'regime':
      return regimeNames[key as keyof typeof regimeNames] ?? key
    case 'outcome':
      return outcomeNames[key as keyof typeof outcomeNames] ?? key
    default:
      return names[by](key)!.name
  }
}
