import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '../db/centre-scope.ts'

/** `/health/live`: the process answers; `/health/ready`: the database answers too. */
export function serveHealth(server: FastifyInstance, { db }: { db: Database }): void {
  server.get('/health/live', async () => ({ ok: true }))
  server.get('/health/ready', async (_request, reply) => {
    try {
      await sql`select 1`.execute(db)
      return { ok: true }
    } catch {
      return reply.status(503).send({ ok: false, why: 'База данных не отвечает.' })
    }
  })
}
