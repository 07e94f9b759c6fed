import { existsSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Serves the built staff application under `/app/`; unknown addresses below it open its first page. */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  await server.register(staticFiles, {
    root: folder,
    prefix: '/app/',
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const hashed = path.includes('/assets/')
      response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  server.get('/', async (_request, reply) => reply.redirect('/app/'))
  server.get('/app', async (_request, reply) => reply.redirect('/app/'))
  server.get('/app/*', async (_request, reply) => reply.sendFile('index.html'))
}
