import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { answerBrokenRequest } from './broken-requests.ts'
import { observeRequests } from './metrics.ts'
import { answerErrors } from './serve.ts'

/** Largest body of an ordinary request, bytes; files have limits of their own. */
const bodyLimit = 1024 * 1024

/** An HTTP server with the security headers, limits and error answers that every route shares. */
export async function createServer(options: {
  log: FastifyBaseLogger
  secure: boolean
  uploadLimit: number
  trustProxy?: boolean
  /** Outside origins that pages may load pictures from, e.g. `https://tiles.example.org`. */
  imageOrigins?: readonly string[]
}): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: options.log,
    bodyLimit,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 300 },
    trustProxy: options.trustProxy ?? false,
    clientErrorHandler: answerBrokenRequest,
  })
  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine sets sizes and colours of its parts in style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...(options.imageOrigins ?? [])],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: options.secure ? [] : null,
      },
    },
    strictTransportSecurity: options.secure,
    referrerPolicy: { policy: 'same-origin' },
  })
  await server.register(cookie)
  await server.register(multipart, {
    limits: { fileSize: options.uploadLimit, files: 1, fields: 10, parts: 11 },
  })
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  observeRequests(server)
  answerErrors(server)
  return server
}
