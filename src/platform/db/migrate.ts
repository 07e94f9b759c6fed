import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import pg from 'pg'
import { getConstructionPlans, PgBoss } from 'pg-boss'
import bossPackage from 'pg-boss/package.json' with { type: 'json' }
import { refuse } from '../refusal.ts'
import type { Database } from './centre-scope.ts'
import { openDatabase } from './connect.ts'

const folder = new URL('../../../migrations/', import.meta.url)

/** Names of the migrations in order, without `.sql`. */
export function migrationNames(): string[] {
  return readdirSync(fileURLToPath(folder))
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .map((name) => name.slice(0, -'.sql'.length))
    .toSorted()
}

/** Digest of every migration's text: tells whether a template database is of this schema. */
export function migrationsDigest(): string {
  const hash = createHash('sha256')
  for (const name of migrationNames()) hash.update(name).update(readMigration(name))
  return hash.digest('hex').slice(0, 16)
}

function readMigration(name: string): string {
  return readFileSync(new URL(`${name}.sql`, folder), 'utf8')
}

function migrations(): Promise<Record<string, Migration>> {
  const entries = migrationNames().map((name): [string, Migration] => [
    name,
    { up: async (db) => void (await sql.raw(readMigration(name)).execute(db)) },
  ])
  return Promise.resolve(Object.fromEntries(entries))
}

/** What stands in a database before migrating: the last migration done and those still to do. */
export type SchemaState = { last: string | null; pending: string[] }

/** Reads which migrations a database has; refuses a database of a newer version of the program. */
export async function schemaState(db: Database): Promise<SchemaState> {
  const { rows } = await sql<{
    found: boolean
  }>`select to_regclass('public.kysely_migration') is not null as found`.execute(db)
  if (!rows[0]?.found) return { last: null, pending: migrationNames() }
  const done = await sql<{ name: string }>`select name from public.kysely_migration order by name`.execute(db)
  const names = new Set(migrationNames())
  const foreign = done.rows.find((row) => !names.has(row.name))
  if (foreign) {
    refuse(
      'conflict',
      'newer-database',
      `База данных от другой версии программы (миграция ${foreign.name}): обновите программу.`,
    )
  }
  const have = new Set(done.rows.map((row) => row.name))
  return { last: done.rows.at(-1)?.name ?? null, pending: migrationNames().filter((name) => !have.has(name)) }
}

/** Brings a database to the newest schema as its owner and grants the application's role its rights. Safe to run at once from two processes; `until` stops at an older schema (to restore a backup of it). */
export async function migrate(
  ownerUrl: string,
  appRole: string,
  until?: string,
): Promise<{ applied: string[] }> {
  const guard = new pg.Client({ connectionString: ownerUrl, application_name: 'otklik-migrate' })
  await guard.connect()
  const owner = openDatabase(ownerUrl, { max: 2, statementTimeout: 0 })
  try {
    await guard.query(`select pg_advisory_lock(hashtext('otklik-migrate'))`)
    await schemaState(owner.db)
    const migrator = new Migrator({ db: owner.db, provider: { getMigrations: migrations } })
    const { error, results } = await (until ? migrator.migrateTo(until) : migrator.migrateToLatest())
    if (error) throw error
    await installJobs(ownerUrl, guard)
    await guard.query(grants(appRole))
    return { applied: (results ?? []).map((result) => result.migrationName) }
  } finally {
    await owner.close()
    await guard.end()
  }
}

async function installJobs(ownerUrl: string, owner: pg.Client): Promise<void> {
  const found = await owner.query(`select to_regclass('pgboss.version') is not null as found`)
  if (!found.rows[0].found) {
    await owner.query(getConstructionPlans('pgboss'))
    return
  }
  const { rows } = await owner.query('select version from pgboss.version')
  if (Number(rows[0]?.version) >= bossPackage.pgboss.schema) return
  const boss = new PgBoss({ connectionString: ownerUrl, migrate: true, supervise: false, schedule: false })
  await boss.start()
  await boss.stop({ graceful: false })
}

// Rights follow the comment of a table: `append-only` may be read and added to, `read-only` only read.
function grants(appRole: string): string {
  const role = pg.escapeIdentifier(appRole)
  return `
    revoke create on schema public from public;
    grant usage on schema public, pgboss to ${role};
    revoke all on all tables in schema public from ${role};
    do $$
    declare t record; rights text;
    begin
      for t in
        select c.relname, coalesce(obj_description(c.oid, 'pg_class'), '') as comment
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
      loop
        rights := case
          when t.relname like 'kysely_migration%' or t.comment like 'read-only%' then 'select'
          when t.comment like 'append-only%' then 'select, insert'
          else 'select, insert, update, delete' end;
        execute format('grant %s on public.%I to %I', rights, t.relname, ${pg.escapeLiteral(appRole)});
      end loop;
    end $$;
    -- An undone import keeps the list of its cases in a temporary table.
    do $$ begin execute format('grant temporary on database %I to %I', current_database(), ${pg.escapeLiteral(appRole)}); end $$;
    grant usage, select, update on all sequences in schema public to ${role};
    grant execute on all functions in schema public to ${role};
    grant select, insert, update, delete on all tables in schema pgboss to ${role};
    grant usage, select, update on all sequences in schema pgboss to ${role};
    grant execute on all functions in schema pgboss to ${role};
  `
}
