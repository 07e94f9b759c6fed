import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/**
 * Serves the built staff application under `/app/`. Files of `assets/` are named by their content and never change; an
 * unknown one is absent. Any other address opens the first page, which knows the screens.
 */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  await server.register(staticFiles, {
    root: join(folder, 'assets'),
    prefix: '/app/assets/',
    cacheControl: true,
    maxAge: '365d',
    immutable: true,
  })
  const ownFiles = new Set(readdirSync(folder).filter((name) => name !== 'assets'))
  const page = { cacheControl: false }
  server.get('/', async (_request, reply) => reply.redirect('/app/'))
  server.get('/app', async (_request, reply) => reply.redirect('/app/'))
  server.get<{ Params: { '*': string } }>('/app/*', async ({ params }, reply) => {
    const name = params['*']
    return reply
      .header('cache-control', 'no-cache')
      .sendFile(ownFiles.has(name) ? name : 'index.html', folder, page)
  })
}
