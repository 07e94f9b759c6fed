import * as z from 'zod'
import { days, figure, insightQuery, measureCode } from './contract.ts'
import { hotSpot, spotKinds } from './contract-map.ts'
import { moment } from '../cases/contract.ts'
import { centreParams, defineRoute } from '../platform/http/route.ts'

export const mapLayers = ['hexagons', 'settlements', 'points'] as const
export type MapLayer = (typeof mapLayers)[number]
/** Widths of hexagons to choose from, metres between flat sides. */
export const hexagonWidths = [150, 300, 600, 1200, 2400, 5000] as const

/** Degrees: south, west, north, east. */
const box = z
  .string()
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/, 'рамка: юг, запад, север, восток через запятую')
  .transform((text) => {
    const [south = 0, west = 0, north = 0, east = 0] = text.split(',').map(Number)
    return { south, west, north, east }
  })
export type Box = z.output<typeof box>

export const mapQuery = insightQuery.omit({ compare: true }).extend({
  measure: measureCode.default('received'),
  layer: z.enum(mapLayers).default('hexagons'),
  /** Wanted width of hexagons; the answer may be of wider ones where there would be too many. */
  width: z.coerce
    .number()
    .refine((one) => hexagonWidths.some((known) => known === one), `одно из: ${hexagonWidths.join(', ')}`)
    .default(300),
  /** Only what lies within. */
  box: box.optional(),
})
export type MapQuery = z.output<typeof mapQuery>

/** A hexagon, settlement or point with its figure. */
export const mapRow = figure.pick({ value: true, count: true, of: true, open: true }).extend({
  /** The hexagon's name, the settlement's code, the point as `lat,lon`. */
  key: z.string(),
  name: z.string(),
  /** Its middle, degrees; null for a settlement of which neither the charter nor a case tells where it is. */
  lat: z.number().nullable(),
  lon: z.number().nullable(),
})
export type MapRow = z.infer<typeof mapRow>

export const mapAnswer = z.strictObject({
  period: days,
  asOf: moment,
  measure: z.strictObject({
    code: measureCode,
    name: z.string(),
    formula: z.string(),
    unit: z.enum(['cases', 'percent', 'hours']),
    aggregation: z.enum(['count', 'share', 'median']),
    better: z.enum(['more', 'less', 'neither']),
    total: figure,
  }),
  layer: z.enum(mapLayers),
  /** Width of the hexagons given, metres. */
  width: z.int(),
  /** Largest value first, then by name. */
  rows: z.array(mapRow),
  /** How many rows there are; more than `rows` has where there are too many points to show at once. */
  found: z.int(),
  /** Cases of the measure that this layer has no place for. */
  unplaced: z.strictObject({ count: z.int(), open: z.string().nullable() }),
})
export type MapAnswer = z.infer<typeof mapAnswer>

export const spotsQuery = insightQuery.omit({ compare: true }).extend({
  by: z.enum(spotKinds).default('topic'),
  most: z.coerce.number().int().min(1).max(200).default(50),
})
export type SpotsQuery = z.output<typeof spotsQuery>

export const spotsAnswer = z.strictObject({
  period: days,
  asOf: moment,
  /** How spots are found and ordered, in words that stand beside them. */
  rule: z.string(),
  /** The days that the usual is told from; null where the centre has no history before the period. */
  history: days.nullable(),
  spots: z.array(hotSpot),
  /** How many there are; `spots` are the first of them. */
  found: z.int(),
})
export type SpotsAnswer = z.infer<typeof spotsAnswer>

export const readMapRoute = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/map',
  summary: 'Показатель на карте: по ячейкам, населённым пунктам или точкам, и какие дела за ним стоят',
  params: centreParams,
  query: mapQuery,
  response: mapAnswer,
})

export const readHotSpotsRoute = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/hot-spots',
  summary: 'Горячие точки: где за период собрались дела одной темы, по весу',
  params: centreParams,
  query: spotsQuery,
  response: spotsAnswer,
})
