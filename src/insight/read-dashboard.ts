import type { CaseSorting } from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import {
  type Basis,
  type Dashboard,
  filtersOf,
  type InsightQuery,
  type MeasureCode,
  measures,
  queryOf,
  workCodes,
} from './contract.ts'
import { figureOf, headOf, totalOf } from './figures.ts'
import { fewest, grown, growthRule, mostChance } from './growth.ts'
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
/** Most topics told beside their groups: every one stands in the cross-table. */
const mostTopics = 40

/** The whole dashboard in one answer: few walks over the cases of each basis of measures. */
export async function readDashboard(
  given: Desk,
  query: InsightQuery,
  sorting: CaseSorting,
): Promise<Dashboard> {
  const reading = await openReading(given, query)
  const { desk } = reading
  const parts: RowParts = { desk, sorting, reading }
  const by = lengthOf(reading.days) > mostDays ? 'week' : 'day'
  const counted = await countAll(parts, by)
  const received = counted.get('received') ?? []
  const answered = counted.get('answered') ?? []
  const { days, filters } = reading
  return {
    ...headOfReading(reading),
    measures: workCodes.map((code) => {
      const total = totalOf(counted.get(measures[code].basis) ?? [], [code])
      return { ...headOf(code), total: figureOf(code, total, { days, filters }) }
    }),
    flow: flowOf(parts, by, received),
    answers: {
      by,
      inTime: rowsOf(parts, 'in-time', by, answered),
      late: rowsOf(parts, 'late', by, answered),
    },
    topicGroups: rowsOf(parts, 'received', 'topicGroup', received),
    topics: rowsOf(parts, 'received', 'topic', received).slice(0, mostTopics),
    sectorBlocks: rowsOf(parts, 'received', 'sectorBlock', received),
    overdue: rowsOf(parts, 'overdue', 'organisation', counted.get('now') ?? []),
    marks: rowsOf(parts, 'answered', 'mark', answered).filter(({ key }) => key !== null),
    growing: { rule: growthRule, fewest, mostChance, rows: growingOf(parts, received) },
  }
}

/** Counts every measure of the work: those of one basis together, medians apart, as they are not laid out here. */
async function countAll({ desk, reading }: RowParts, by: 'day' | 'week'): Promise<Map<Basis, Counted[]>> {
  const { days, previous, where } = reading
  const layouts: Partial<Record<Basis, Tally['by']>> = {
    received: [[], ['channel'], [by, 'channel']],
    answered: [[], [by], ['mark']],
    now: [[], ['organisation']],
  }
  const counted = new Map<Basis, Counted[]>()
  const add = async (tally: Pick<Tally, 'basis' | 'codes' | 'by'>) => {
    const before = tally.basis === 'now' ? null : previous
    const found = await count(desk, where, { ...tally, days, previous: before })
    counted.set(tally.basis, [...(counted.get(tally.basis) ?? []), ...found])
  }
  for (const [basis, codes] of byBasis(workCodes)) {
    const medians = codes.filter((code) => measures[code].aggregation === 'median')
    const others = codes.filter((code) => !medians.includes(code))
    if (others.length > 0) await add({ basis, codes: others, by: layouts[basis] ?? [[]] })
    if (medians.length > 0) await add({ basis, codes: medians, by: [[]] })
  }
  // Another walk: beside days and channels these would make ten times as many cells.
  await add({ basis: 'received', codes: ['received'], by: [['topicGroup'], ['topic'], ['sectorBlock']] })
  return counted
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
