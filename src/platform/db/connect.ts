import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { refuse } from '../refusal.ts'
import type { Database } from './centre-scope.ts'
import type { Tables } from './tables.ts'
import { temporalTypes } from './temporal.ts'

export type { Database }

/** An open database: `close` waits until no query is under way. */
export type OpenDatabase = { db: Database; pool: pg.Pool; close: () => Promise<void> }

/** Limits of one pool. `statementTimeout` is in milliseconds, 0 for none. */
export type PoolLimits = { max?: number; statementTimeout?: number; onError?: (error: Error) => void }

/** Opens a pool on a database; connections are made when first needed. */
export function openDatabase(url: string, limits: PoolLimits = {}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.max ?? 10,
    types: temporalTypes,
    application_name: 'otklik',
    options: [
      '-c TimeZone=UTC -c DateStyle=ISO',
      // Many desks ask short questions at once: compiling plans and starting workers costs more than it saves (149 ms, not 15, on a busy machine).
      '-c jit=off -c max_parallel_workers_per_gather=0',
      `-c statement_timeout=${limits.statementTimeout ?? 60_000}`,
    ].join(' '),
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 15_000,
  })
  // An idle connection that the server cuts raises an error on the pool; without a listener it would end the process.
  pool.on('error', (error) => limits.onError?.(error))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}

/** Refuses unless the server is PostgreSQL 15 or newer with UTF-8. */
export async function assertServer(db: Database): Promise<void> {
  const { rows } = await sql<{ version: string; encoding: string }>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding
  `.execute(db)
  const { version = '0', encoding = '' } = rows[0] ?? {}
  if (Number(version) < 150000) {
    refuse(
      'unavailable',
      'old-server',
      `Нужен PostgreSQL 15 или новее, а на сервере версия ${Math.floor(Number(version) / 10000)}: обновите сервер или уберите DATABASE_URL.`,
    )
  }
  if (encoding !== 'UTF8') {
    refuse(
      'unavailable',
      'wrong-encoding',
      `База данных в кодировке ${encoding}: создайте её с ENCODING 'UTF8'.`,
    )
  }
}

/** Refuses to work as a role that row-level security does not bind: the tables' owner, a superuser, BYPASSRLS. */
export async function assertAppRole(db: Database): Promise<void> {
  const { rows } = await sql<{ role: string; free: boolean; owns: boolean; off: boolean }>`
    select current_user as role,
      (select bool_or(rolsuper or rolbypassrls) from pg_roles where pg_has_role(current_user, oid, 'member')) as free,
      exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p')
          and pg_has_role(current_user, c.relowner, 'member')
      ) as owns,
      current_setting('row_security') <> 'on' as off
  `.execute(db)
  const found = rows[0]
  if (!found || found.free || found.owns || found.off) {
    refuse(
      'unavailable',
      'unsafe-role',
      `Роль базы данных «${found?.role ?? '?'}» обходит разграничение центров: укажите в DATABASE_APP_URL роль, ` +
        'которая ничем не владеет, без SUPERUSER и BYPASSRLS.',
    )
  }
}
