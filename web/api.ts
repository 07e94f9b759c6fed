import type * as z from 'zod'
import type { AnyRoute, ResponseOf } from '../src/platform/http/route.ts'

/** A refusal or a failure told by the server, or the lack of a connection. */
export class CallError extends Error {
  readonly status: number
  readonly kind: string
  readonly reason: string
  readonly requestId: string | null
  readonly details: unknown

  constructor(
    status: number,
    told: { kind: string; reason: string; message: string; requestId?: string; details?: unknown },
  ) {
    super(told.message)
    this.name = 'CallError'
    this.status = status
    this.kind = told.kind
    this.reason = told.reason
    this.requestId = told.requestId ?? null
    this.details = told.details
  }
}

type Given<R extends AnyRoute> = Entry<'params', z.input<R['params']>> &
  Entry<'query', z.input<R['query']>> &
  Entry<'body', z.input<R['body']>>

/** A part that the route leaves empty may be left out of the call. */
type Entry<Name extends string, Value> = [Value] extends [undefined]
  ? { [key in Name]?: undefined }
  : Record<string, never> extends Value
    ? { [key in Name]?: Value }
    : { [key in Name]: Value }

type OptionalWhenEmpty<Shape> = Record<string, never> extends Shape ? [given?: Shape] : [given: Shape]

let csrfToken: string | null = null
let onUnauthenticated: () => void = () => {}

/** The token that GET /api/session gives; sent with every change. */
export function rememberCsrf(token: string | null): void {
  csrfToken = token
}

/** What to do when the server no longer knows who we are. */
export function whenUnauthenticated(react: () => void): void {
  onUnauthenticated = react
}

/** The address of a route with its parameters and query filled in. */
export function addressOf(
  route: { path: string },
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    if (Array.isArray(value)) for (const one of value) search.append(name, String(one))
    else search.append(name, String(value as string | number | boolean))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** Calls a route as its contract describes it; throws `CallError`. */
export async function call<R extends AnyRoute>(
  route: R,
  ...[given]: OptionalWhenEmpty<Given<R>>
): Promise<ResponseOf<R>> {
  const { params, query, body } = (given ?? {}) as {
    params?: Record<string, unknown>
    query?: Record<string, unknown>
    body?: unknown
  }
  const isForm = body instanceof FormData
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
  if (route.method !== 'GET' && csrfToken !== null) headers['x-otklik-csrf'] = csrfToken
  return (await request(addressOf(route, params, query), {
    method: route.method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })) as ResponseOf<R>
}

/** Sends a file as multipart form data and tells the share sent so far, 0 to 1; throws `CallError`. */
export function sendFile<R extends AnyRoute>(
  route: R,
  given: {
    params: z.input<R['params']>
    query?: z.input<R['query']>
    file: File
    fields?: Record<string, string>
  },
  onProgress?: (share: number) => void,
): Promise<ResponseOf<R>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(given.fields ?? {})) form.append(name, value)
  form.append('file', given.file)
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open(
      route.method,
      addressOf(route, given.params as Record<string, unknown>, given.query as Record<string, unknown>),
    )
    xhr.setRequestHeader('accept', 'application/json')
    if (csrfToken !== null) xhr.setRequestHeader('x-otklik-csrf', csrfToken)
    xhr.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    })
    xhr.addEventListener('load', () => {
      const told = parseJson(xhr.responseText)
      if (xhr.status < 300) resolve(told as ResponseOf<R>)
      else reject(errorFrom(xhr.status, told))
    })
    xhr.addEventListener('error', () => reject(noConnection()))
    xhr.send(form)
  })
}

async function request(address: string, init: RequestInit): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(address, init)
  } catch {
    throw noConnection()
  }
  const told = parseJson(await response.text())
  if (response.ok) return told
  throw errorFrom(response.status, told)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function errorFrom(status: number, told: unknown): CallError {
  const error = (told as { error?: ConstructorParameters<typeof CallError>[1] } | undefined)?.error
  if (error?.kind === 'unauthenticated' && error.reason !== 'wrong-password') onUnauthenticated()
  return new CallError(
    status,
    error ?? { kind: 'bug', reason: 'no-answer', message: `Сервер ответил кодом ${status} без объяснения.` },
  )
}

function noConnection(): CallError {
  return new CallError(0, {
    kind: 'offline',
    reason: 'no-connection',
    message: 'Нет связи с сервером. Проверьте сеть и повторите.',
  })
}
