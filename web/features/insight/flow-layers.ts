import type { Dashboard, Figure } from '../../../src/insight/contract.ts'
import type { CrossTable } from '../../../src/insight/contract-tables.ts'
import { colourOfChannel, colourOfPlace, otherColour } from './channel-colours.ts'
import type { Layer } from './stacked-bars.ts'

/** So many layers stand by themselves; the rest are one layer of the chart, but not of the table. */
const mostLayers = 9
/** Id of the layer of the rest. */
export const others = 'others'

/** One thing that the flow is laid out by: a channel or a group of topics. */
export type FlowLayer = { key: string; name: string; colour: string; figure: Figure }
/** What came in at one place along time. */
export type FlowRow = {
  key: string
  name: string
  value: number
  open: string
  parts: ReadonlyMap<string, { value: number; open: string }>
}
export type FlowData = { by: 'day' | 'week'; layers: readonly FlowLayer[]; rows: readonly FlowRow[] }

/** The flow by channel, as the dashboard brings it. */
export function flowOfChannels(flow: Dashboard['flow'], nameOf: (channel: string) => string): FlowData {
  const present = flow.channels.filter(({ count }) => count > 0)
  return {
    by: flow.by,
    layers: flow.channels.map((figure) => {
      const key = figure.key ?? ''
      const isAlone = isShownAlone(present.indexOf(figure), present.length)
      return { key, name: nameOf(key), colour: isAlone ? colourOfChannel(key) : otherColour, figure }
    }),
    rows: flow.rows.map(({ channels, ...row }) => ({
      ...row,
      parts: new Map(channels.map(({ key, ...part }) => [key, part])),
    })),
  }
}

/** The flow by group of topics: a cross-table whose rows go along time. */
export function flowOfThemes(table: CrossTable, none: string): FlowData {
  const [received] = table.measures
  const heads = table.columns?.heads ?? []
  if (received === undefined) return { by: 'day', layers: [], rows: [] }
  const keyOf = (key: string | null) => key ?? 'none'
  return {
    by: table.rows.by === 'week' ? 'week' : 'day',
    layers: heads.flatMap(({ key, name }, place) => {
      const figure = received.columns[place]
      if (!figure) return []
      const colour = isShownAlone(place, heads.length) ? colourOfPlace(place) : otherColour
      return [{ key: keyOf(key), name: key === null ? none : name, colour, figure }]
    }),
    rows: table.rows.heads.map(({ key, name }, row) => ({
      key: keyOf(key),
      name,
      value: received.rows[row]?.count ?? 0,
      open: received.rows[row]?.open ?? '',
      parts: new Map(
        heads.flatMap((head, place) => {
          const cell = received.cells[row]![place]
          return cell && cell.count > 0
            ? [[keyOf(head.key), { value: cell.count, open: cell.open }] as const]
            : []
        }),
      ),
    })),
  }
}

function isShownAlone(place: number, of: number): boolean {
  return place >= 0 && place < (of <= mostLayers ? of : mostLayers - 1)
}

/** Layers of the chart: the largest by themselves, the rest as one. */
export function chartLayers({ layers, rows }: FlowData, nameOfOthers: string): Layer[] {
  const present = layers.filter(({ figure }) => figure.count > 0)
  const alone = present.filter(({ colour }) => colour !== otherColour)
  const rest = present.filter(({ colour }) => colour === otherColour)
  const layerOf = (id: string, name: string, colour: string, of: readonly FlowLayer[]): Layer => ({
    id,
    name,
    colour,
    values: rows.map(({ parts }) => of.reduce((sum, { key }) => sum + (parts.get(key)?.value ?? 0), 0)),
  })
  const own = alone.map((layer) => layerOf(layer.key, layer.name, layer.colour, [layer]))
  return rest.length === 0 ? own : [...own, layerOf(others, nameOfOthers, otherColour, rest)]
}
