import type pg from 'pg'

/** A table that goes into a backup, with its columns that can be written. */
export type BackupTable = { schema: 'public' | 'pgboss'; table: string; columns: string[] }

// Of the queue's schema only the work itself is kept; the rest is made by its construction.
const queueTables = ['queue', 'schedule', 'job']

/** Tables of the installation so ordered that each stands after those it refers to. */
export async function tablesInOrder(client: pg.Client): Promise<BackupTable[]> {
  const { rows } = await client.query<{ schema: 'public' | 'pgboss'; table: string; columns: string[] }>(
    `select n.nspname as schema, c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition
       and (n.nspname = 'public' and c.relname not like 'kysely_%' or n.nspname = 'pgboss' and c.relname = any ($1))
     group by 1, 2 order by 1 desc, 2`,
    [queueTables],
  )
  const references = await client.query<{ child: string; parent: string }>(
    `select distinct conrelid::regclass::text as child, confrelid::regclass::text as parent
     from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  )
  const nameOf = (table: BackupTable) =>
    table.schema === 'public' ? table.table : `${table.schema}.${table.table}`
  const ordered: BackupTable[] = []
  let waiting = rows
  while (waiting.length > 0) {
    const names = new Set(waiting.map(nameOf))
    const free = waiting.filter(
      (table) => !references.rows.some(({ child, parent }) => child === nameOf(table) && names.has(parent)),
    )
    if (free.length === 0) throw new Error(`tables refer to each other in a ring: ${[...names].join(', ')}`)
    ordered.push(...free)
    waiting = waiting.filter((table) => !free.includes(table))
  }
  return ordered
}
