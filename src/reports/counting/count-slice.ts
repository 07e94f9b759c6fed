import { namesOf, seenFrom } from '../../cases/index.ts'
import type { ReportRule, ReportSection, ReportSlice } from '../../charter/contract.ts'
import { channelNames } from '../../charter/contract.ts'
import { type Dashboard, type HotSpot, insightFilterNames } from '../../insight/contract.ts'
import { hotSpotsOf, readDashboard } from '../../insight/index.ts'
import type { KeptFlow, KeptSlice, KeptSpot } from '../contract-content.ts'
import { countTable, type SliceParts } from './count-table.ts'
import { chooseExamples } from './examples.ts'
import { type KeptCases, keptCases } from './kept-cases.ts'
import { isLayout } from './layouts.ts'

/** Most hot spots of a report. */
const mostSpots = 10

/** Steps that counting a slice takes, for the progress bar. */
export function stepsOf(sections: readonly ReportSection[]): number {
  return 1 + sections.filter((section) => isLayout(section) || section === 'hot-spots').length
}

/** Everything that the rule's sections ask of one slice, with the cases behind each figure. */
export async function countSlice(
  parts: SliceParts,
  { sections }: Pick<ReportRule, 'sections'>,
  slice: Pick<ReportSlice, 'code'> & { name: string | null },
  { leftOut, step }: { leftOut: readonly string[]; step: () => Promise<void> },
): Promise<KeptSlice> {
  const { desk, sorting, query } = parts
  const kept = keptCases(desk, parts.prefix, parts.lists)
  const asked = new Set(sections)
  const dashboard = await readDashboard(desk, query, sorting)
  const counted: KeptSlice = {
    code: slice.code,
    name: slice.name,
    figures: await figuresOf(dashboard, kept),
    flow: asked.has('flow') ? await flowOf(dashboard, kept) : null,
    tables: [],
    growth: asked.has('growing') ? await growthOf(dashboard, kept) : null,
    spots: null,
    examples: asked.has('examples') ? await chooseExamples(parts, leftOut) : [],
  }
  await step()
  for (const section of sections) {
    if (isLayout(section)) counted.tables.push(await countTable(parts, section))
    else if (section === 'hot-spots') counted.spots = await spotsOf(parts, kept)
    else continue
    await step()
  }
  return counted
}

async function figuresOf({ measures }: Dashboard, kept: KeptCases): Promise<KeptSlice['figures']> {
  const figures: KeptSlice['figures'] = []
  for (const { code, name, formula, unit, better, total } of measures) {
    const { value, count, of, previous, change, open } = total
    const figure = await kept.keep(code, open)
    figures.push({ code, name, formula, unit, better, value, count, of, previous, change, figure })
  }
  return figures
}

async function flowOf({ flow }: Dashboard, kept: KeptCases): Promise<KeptFlow> {
  const channels = flow.channels.filter(({ count }) => count > 0).map(({ key }) => key ?? '')
  const rows: KeptFlow['rows'] = []
  for (const { key, name, value, open, channels: parts } of flow.rows) {
    const known = new Map(parts.map((part) => [part.key, part.value]))
    rows.push({
      key,
      name,
      value,
      byChannel: channels.map((channel) => known.get(channel) ?? 0),
      figure: await kept.keep(`received/${flow.by}=${key}`, open),
    })
  }
  const nameOf = (channel: string) => channelNames[channel as keyof typeof channelNames] ?? channel
  return { by: flow.by, channels: channels.map(nameOf), rows }
}

async function growthOf({ growing }: Dashboard, kept: KeptCases): Promise<KeptSlice['growth']> {
  const rows: NonNullable<KeptSlice['growth']>['rows'] = []
  for (const { key, name, count, previous, open } of growing.rows) {
    const figure = await kept.keep(`received/topic=${key ?? 'none'}`, open)
    rows.push({ name, value: count, previous: previous ?? 0, figure })
  }
  return { rule: growing.rule, rows }
}

async function spotsOf({ desk, sorting, query }: SliceParts, kept: KeptCases): Promise<KeptSpot[]> {
  const filters = Object.fromEntries(
    insightFilterNames.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])),
  )
  const asked = { from: query.from!, to: query.to!, filters, most: mostSpots }
  const seen = seenFrom(desk, query.asOf)
  const found = await hotSpotsOf(seen, asked, sorting)
  const settlements = namesOf(desk.centre, sorting.classifier(desk.centre))
  const spots: KeptSpot[] = []
  for (const spot of found) {
    const { topic, count, previous, expected, stillOpen, overdue } = spot
    spots.push({
      topic: topic.name,
      place: placeOf(spot, settlements.settlement(spot.settlement)?.name ?? null),
      count,
      previous,
      expected,
      stillOpen,
      overdue,
      figure: await kept.keep(
        `spot/${spot.key}`,
        `${spot.open}${query.asOf ? `&asOf=${encodeURIComponent(query.asOf)}` : ''}`,
      ),
    })
  }
  return spots
}

// A report names no house, even where all cases of a spot are of one.
function placeOf({ street, place }: HotSpot, settlement: string | null): string {
  const point = /у точки .*$/.exec(place)?.[0] ?? null
  return [settlement, street ?? point].filter((word) => word !== null).join(', ') || 'место не указано'
}
