import type pg from 'pg'

// Half a year: a copy stands that much earlier than the cases it was made of.
const shift = 184 * 86_400_000

// The first 48 bits of an id are its moment in milliseconds: a copy keeps the rest.
const shiftedId = `
  create function pg_temp.moved(given uuid, ms bigint) returns uuid language sql immutable as $$
    select (lpad(to_hex(('x' || substr(replace(given::text, '-', ''), 1, 12))::bit(48)::bigint - ms), 12, '0')
      || substr(replace(given::text, '-', ''), 13))::uuid
  $$`

const ids = new Set(['id', 'case_id', 'submission_id', 'part_id'])
const moments = new Set(
  (
    'at received_at registered_at answered_at closed_at due_at updated_at created_at ' +
    'started_at stopped_at approved_at delivered_at first_answered_at'
  ).split(' '),
)
const marked = new Set(['number', 'external_id', 'external_number'])

/** Tables that a registered case fills, those that others point at first. */
const tables =
  'submissions blind_indexes cases parts case_submissions case_words repeat_bands deadlines answers proposals journal'.split(
    ' ',
  )

/**
 * Copies every case of the only centre `times` times, as the tables' owner: new ids, numbers and times half a year earlier each,
 * in every table and every index. Words sealed under the copied keys no longer open; nothing here reads them.
 */
export async function copyCases(
  owner: pg.Client,
  times: number,
  progress: (line: string) => void,
): Promise<void> {
  await owner.query(shiftedId)
  await owner.query(
    `set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'`,
  )
  const held = await dropForeignKeys(owner)
  for (const table of tables) {
    const { rows: columns } = await owner.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    )
    const names = columns.map((column) => column.name)
    const from = performance.now()
    await owner.query(`
      insert into ${table} (${names.join(', ')})
      select ${names.map((name) => copied(name)).join(', ')}
      from ${table} t, generate_series(1, ${times}) k`)
    progress(`  ${table}: ${Math.round((performance.now() - from) / 1000)} s`)
  }
  for (const statement of held) await owner.query(statement)
}

function copied(name: string): string {
  if (ids.has(name)) return `pg_temp.moved(t.${name}, k * ${shift}::bigint)`
  if (moments.has(name)) return `t.${name} - k * interval '${shift} milliseconds'`
  if (name === 'period') return `t.period - (k * ${shift / 86_400_000}) / 30`
  if (marked.has(name)) return `t.${name} || '/' || k`
  return `t.${name}`
}

async function dropForeignKeys(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ of: string; name: string; definition: string }>(
    `
    select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conrelid::regclass::text = any($1)`,
    [tables],
  )
  for (const { of, name } of rows) await owner.query(`alter table ${of} drop constraint ${name}`)
  return rows.map(({ of, name, definition }) => `alter table ${of} add constraint ${name} ${definition}`)
}
