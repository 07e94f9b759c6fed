import type { CaseSorting } from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import {
  type Dashboard,
  filtersOf,
  type InsightQuery,
  type MeasureCode,
  measureCodes,
  measures,
  queryOf,
} from './contract.ts'
import { figureOf, headOf, totalOf } from './figures.ts'
import { grown, growthRule } from './growth.ts'
import { daysOfPoint, lengthOf, pointsOf } from './period.ts'
import { headOfReading, openReading, type Reading } from './reading.ts'
import { byBasis } from './read-measures.ts'
import { type RowParts, rowsOf } from './rows.ts'
import { count, type Counted, type Tally } from './store.ts'
import { nameOfValue } from './value-names.ts'

/** Longest period whose flow is told day by day; a longer one goes by weeks. */
const mostDays = 62
/** Most lines of what grows. */
const mostGrowing = 10

/** The whole dashboard in one answer: one walk over the cases for each basis of measures. */
export async function readDashboard(
  given: Desk,
  query: InsightQuery,
  sorting: CaseSorting,
): Promise<Dashboard> {
  const reading = await openReading(given, query)
  const { desk } = reading
  const parts: RowParts = { desk, sorting, reading }
  const by = lengthOf(reading.days) > mostDays ? 'week' : 'day'
  const layouts: Partial<Record<Tally['basis'], Tally['by']>> = {
    received: [[], ['channel'], [by, 'channel'], ['topicGroup'], ['topic'], ['sectorBlock']],
    now: [[], ['organisation']],
  }
  const counted = new Map<Tally['basis'], Counted[]>()
  for (const [basis, codes] of byBasis(measureCodes)) {
    const previous = basis === 'now' ? null : reading.previous
    const tally = { basis, codes, days: reading.days, previous, by: layouts[basis] ?? [[]] }
    counted.set(basis, await count(desk, reading.where, tally))
  }
  const received = counted.get('received') ?? []
  const { days, filters } = reading
  return {
    ...headOfReading(reading),
    measures: measureCodes.map((code) => {
      const total = totalOf(counted.get(measures[code].basis) ?? [], [code])
      return { ...headOf(code), total: figureOf(code, total, { days, filters }) }
    }),
    flow: flowOf(parts, by, received),
    topicGroups: rowsOf(parts, 'received', 'topicGroup', received),
    sectorBlocks: rowsOf(parts, 'received', 'sectorBlock', received),
    overdue: rowsOf(parts, 'overdue', 'organisation', counted.get('now') ?? []),
    growing: { rule: growthRule, rows: growingOf(parts, received) },
  }
}

const flowing: MeasureCode = 'received'

function flowOf(parts: RowParts, by: 'day' | 'week', received: readonly Counted[]): Dashboard['flow'] {
  const cells = Map.groupBy(
    received.filter(({ keys }) => by in keys && 'channel' in keys),
    ({ keys }) => keys[by] ?? '',
  )
  const channels = rowsOf(parts, flowing, 'channel', received)
  const order = new Map(channels.map(({ key }, place) => [key, place]))
  const rows = pointsOf(parts.reading.days, by).map((point) => {
    const inside = (cells.get(point) ?? [])
      .map(({ keys, now }) => ({ key: keys.channel ?? '', value: now[flowing]!.count }))
      .filter(({ value }) => value > 0)
      .toSorted((one, other) => (order.get(one.key) ?? 0) - (order.get(other.key) ?? 0))
    const open = (channel?: string) => openFlow(parts.reading, point, by, channel)
    return {
      key: point,
      name: nameOfValue(parts.desk, parts.sorting, by, point, parts.reading.days),
      value: inside.reduce((sum, { value }) => sum + value, 0),
      open: open(),
      channels: inside.map((one) => ({ ...one, open: open(one.key) })),
    }
  })
  return { by, channels, rows }
}

function openFlow({ days, filters }: Reading, point: string, by: 'day' | 'week', channel?: string): string {
  const cell = channel === undefined ? {} : { channel }
  return queryOf(filtersOf(flowing, daysOfPoint(point, by, days), { filters, cell }))
}

function growingOf(parts: RowParts, received: readonly Counted[]): Dashboard['growing']['rows'] {
  const { days, previous } = parts.reading
  if (!previous) return []
  const length = lengthOf(days)
  const share = length / (length + lengthOf(previous))
  return rowsOf(parts, flowing, 'topic', received)
    .flatMap((row) => {
      const chance = row.key === null ? null : grown(row.count, row.previous ?? 0, share)
      return chance === null ? [] : [{ ...row, chance }]
    })
    .toSorted((one, other) => (other.change ?? 0) - (one.change ?? 0))
    .slice(0, mostGrowing)
}
