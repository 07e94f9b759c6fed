import type { Basis, Measure, WorklistFilters } from './contract-measure.ts'
import { type MeasureCode, measures } from './contract-measures.ts'

/** What a measure may be laid out by. */
export const dimensions = {
  day: 'по дням',
  week: 'по неделям',
  month: 'по месяцам',
  channel: 'по каналам',
  network: 'по сетям',
  topicGroup: 'по группам тем',
  topic: 'по темам',
  sectorBlock: 'по отраслевым блокам',
  organisation: 'по организациям',
  organisationKind: 'по видам органов',
  settlement: 'по населённым пунктам',
  nature: 'по типам',
  regime: 'по видам',
  subtype: 'по подвидам обращений',
  state: 'по состояниям',
  outcome: 'по итогам',
  result: 'по результатам',
  mark: 'по оценкам',
} as const
export type Dimension = keyof typeof dimensions
export const dimensionCodes = Object.keys(dimensions) as [Dimension, ...Dimension[]]

/** Dimensions along which time goes. */
export const timeDimensions = ['day', 'week', 'month'] as const
export type TimeDimension = (typeof timeDimensions)[number]
export function isTime(by: Dimension): by is TimeDimension {
  return (timeDimensions as readonly string[]).includes(by)
}

/** True where the measure can be laid out so: days need a moment, and a measure of one outcome has no others. */
export function mayLayOut(code: MeasureCode, by: Dimension): boolean {
  const { basis, only, whole = {} }: Measure = measures[code]
  if (isTime(by)) return basis !== 'now' && basis !== 'end'
  return !(by in only) && !(by in whole)
}

/** A period by its days in the centre's zone, both in it: `2026-11-06`. */
export interface Days {
  from: string
  to: string
}

const placed: Record<Basis, (days: Days) => WorklistFilters> = {
  received: ({ from, to }) => ({ receivedFrom: from, receivedTo: to }),
  'first-answered': ({ from, to }) => ({ firstAnsweredFrom: from, firstAnsweredTo: to }),
  answered: ({ from, to }) => ({ answeredFrom: from, answeredTo: to }),
  closed: ({ from, to }) => ({ closedFrom: from, closedTo: to }),
  promised: ({ from, to }) => ({ promisedFrom: from, promisedTo: to }),
  end: ({ to }) => ({ openAt: to }),
  now: () => ({}),
}

/** Cells of a dimension or several: `{topicGroup: '01'}`; null is what has no value. */
export type Cell = { [D in Dimension]?: string | null }

/**
 * Filters of the worklist that show exactly the cases behind a figure; of a share with `whole`, all that it is a share of.
 * A point of time of the cell is the days given with it.
 */
export function filtersOf(
  code: MeasureCode,
  days: Days,
  given: { filters?: WorklistFilters; cell?: Cell; whole?: boolean } = {},
): WorklistFilters {
  const { basis, only, whole = {} }: Measure = measures[code]
  const values = Object.entries(given.cell ?? {})
    .filter(([name]) => !isTime(name as Dimension))
    .map(([name, value]) => [name, value ?? 'none'] as const)
  return {
    ...given.filters,
    ...Object.fromEntries(values),
    ...placed[basis](days),
    ...(given.whole ? whole : only),
  }
}

/** Filters as the address bar holds them after `?`. */
export function queryOf(filters: WorklistFilters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    for (const one of value === undefined ? [] : [value].flat()) query.append(name, one)
  }
  return query.toString()
}
