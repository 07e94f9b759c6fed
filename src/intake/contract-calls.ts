import * as z from 'zod'
import { centreParams, defineRoute } from '../platform/http/route.ts'

const day = z.iso.date()
const days = z.object({ from: day.optional(), to: day.optional() })
const count = z.int().min(0)

/** Calls of one type: how many, how many of them became cases, and how they lie in the period's points. */
const callType = z.strictObject({
  type: z.string(),
  calls: count,
  cases: count,
  byPoint: z.array(count),
})

/** Figures of the calls of a period; without days asked for, the thirty days that end with the last call we know of. */
export const callFigures = z.strictObject({
  from: day,
  to: day,
  /** What a point is: a day, or the month that begins with it. */
  by: z.enum(['day', 'month']),
  points: z.array(day),
  total: count,
  /** Of the total: calls that became cases. */
  cases: count,
  /** Of the cases: cards that a person of ours filled in, which stand in no register. */
  byHand: count,
  types: z.array(callType),
  byPoint: z.array(count),
  results: z.array(z.strictObject({ result: z.string().nullable(), calls: count })),
  settlements: z.array(
    z.strictObject({ code: z.string().nullable(), name: z.string().nullable(), calls: count }),
  ),
  /** The days between which we know of calls at all; null without any. */
  known: z.strictObject({ from: day, to: day }).nullable(),
})
export type CallFigures = z.infer<typeof callFigures>

export const readCalls = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/calls',
  summary: 'Звонки на 112: сколько, каких типов, по дням',
  params: centreParams,
  query: days,
  response: callFigures,
})

/** Answers with an XLSX: a line a day, type, place and result. */
export const exportCalls = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/calls.xlsx',
  summary: 'Звонки на 112 таблицей',
  params: centreParams,
  query: days,
  response: z.unknown(),
})
