import '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { Refusal, type RefusalKind, refuse } from '../refusal.ts'
import type { AnyRoute, BodyOf, ParamsOf, QueryOf, ResponseOf } from './route.ts'
import { unstorableText } from './unstorable.ts'

/** One call of a route, checked: what the handler works with. */
export interface Call<R extends AnyRoute> {
  params: ParamsOf<R>
  query: QueryOf<R>
  body: BodyOf<R>
  request: FastifyRequest
  reply: FastifyReply
}

export type Handler<R extends AnyRoute> = (call: Call<R>) => Promise<ResponseOf<R>>

/** Serves a route; a handler that answered by itself (a stream, a file) returns the reply it used. */
export type Serve = <R extends AnyRoute>(route: R, handler: Handler<R>) => void

const statuses: Record<RefusalKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  'too-large': 413,
  unavailable: 503,
}

/** Binds routes to a server: validation at the door, then the handler. */
export function createServe(server: FastifyInstance, routes: AnyRoute[]): Serve {
  return (route, handler) => {
    routes.push(route)
    server.route({
      method: route.method,
      url: route.path,
      config: { access: route.access },
      ...(route.bodyLimit ? { bodyLimit: route.bodyLimit } : {}),
      handler: async (request, reply) => {
        const call = {
          params: check(route.params, request.params, 'адресе'),
          query: check(route.query, request.query ?? {}, 'параметрах адреса'),
          body: request.isMultipart?.() ? undefined : check(route.body, request.body ?? undefined, 'запросе'),
          request,
          reply,
        } as Parameters<typeof handler>[0]
        const answer = await handler(call)
        return reply.sent ? reply : answer
      },
    })
  }
}

function check<T extends z.ZodType>(shape: T, value: unknown, where: string): z.output<T> {
  const unstorable = unstorableText(value)
  if (unstorable)
    refuse(
      'invalid',
      'bad-characters',
      `В поле «${unstorable}» есть нечитаемый знак: наберите текст заново и повторите.`,
    )
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }))
  const first = problems[0]
  return refuse(
    'invalid',
    'bad-input',
    `Проверьте поле «${first?.path || '—'}» в ${where}: ${first?.message}.`,
    problems,
  )
}

/** Maps refusals to statuses and logs everything else once, answering with the request's id. */
export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const requestId = request.id
    if (error instanceof Refusal) {
      const { kind, reason, message, details } = error
      return reply.status(statuses[kind]).send({ error: { kind, reason, message, requestId, details } })
    }
    const told = fromFastify(error)
    if (told) return reply.status(told.status).send({ error: { ...told.error, requestId } })
    request.log.error({ err: error, requestId }, 'bug')
    return reply.status(500).send({
      error: {
        kind: 'bug',
        reason: 'bug',
        message:
          'Произошла ошибка программы. Повторите; если не поможет, сообщите администратору номер запроса.',
        requestId,
      },
    })
  })
  server.setNotFoundHandler((request, reply) =>
    reply.status(404).send({
      error: { kind: 'not-found', reason: 'no-route', message: 'Такого адреса нет.', requestId: request.id },
    }),
  )
}

function fromFastify(error: { statusCode?: number; code?: string }) {
  if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.statusCode === 413) {
    return {
      status: 413,
      error: {
        kind: 'too-large',
        reason: 'too-large',
        message: 'Слишком большой запрос: уменьшите файл или разделите его.',
      },
    }
  }
  if (error.statusCode && error.statusCode < 500) {
    return {
      status: error.statusCode,
      error: {
        kind: 'invalid',
        reason: 'bad-request',
        message: 'Запрос составлен неверно: проверьте его вид и кодировку.',
      },
    }
  }
  return null
}
