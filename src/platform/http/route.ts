import * as z from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One description of a route: serves the server (`serve`), the browser (`call`) and OpenAPI. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  method: Method
  /** Path with `:name` parameters, e.g. `/api/centres/:centre/cases/:id`. */
  path: string
  summary: string
  params: Params
  query: Query
  body: Body
  response: Response
  /** Who may call: anyone, anyone signed in, a person of the centre in the path, or an installation administrator. */
  access: 'anyone' | 'signed-in' | 'centre' | 'installation'
  /** Largest body in bytes, where the server's ordinary limit is too small. */
  bodyLimit?: number
}

export type AnyRoute = Route
const nothing = z.strictObject({})
type Nothing = typeof nothing

/** Describes a route; what is left out takes nothing. */
export function defineRoute<
  Response extends z.ZodType,
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = z.ZodOptional<z.ZodUndefined>,
>(route: {
  method: Method
  path: string
  summary: string
  params?: Params
  query?: Query
  body?: Body
  response: Response
  access?: Route['access']
  bodyLimit?: number
}): Route<Params, Query, Body, Response> {
  return {
    access: 'centre',
    params: nothing as unknown as Params,
    query: nothing as unknown as Query,
    body: z.undefined().optional() as unknown as Body,
    ...route,
  }
}

export type ParamsOf<R extends AnyRoute> = z.output<R['params']>
export type QueryOf<R extends AnyRoute> = z.output<R['query']>
export type BodyOf<R extends AnyRoute> = z.output<R['body']>
export type ResponseOf<R extends AnyRoute> = z.input<R['response']>

/** The shape of every error over HTTP. */
export const errorBody = z.strictObject({
  error: z.strictObject({
    kind: z.string(),
    reason: z.string(),
    message: z.string(),
    requestId: z.string(),
    details: z.unknown().optional(),
  }),
})

/** Parameters of a route inside a centre. */
export const centreParams = z.object({ centre: z.string() })
export const caseParams = z.object({ centre: z.string(), id: z.uuid() })
/** A route that answers with nothing but success. */
export const done = z.strictObject({ ok: z.literal(true) })
