import { type Insertable, sql } from 'kysely'
import type { Scope } from '../platform/db/centre-scope.ts'
import { insertRows, selectRows } from '../platform/db/insert-rows.ts'
import type { Tables } from '../platform/db/tables.ts'
import type { ClockRow } from './case-row.ts'
import { clockColumns } from './store.ts'

type Row<Name extends keyof Tables> = Insertable<Tables[Name]>

/** The rows of a batch of registered cases, table by table. */
export interface RegisteredRows {
  submissions: Row<'submissions'>[]
  blindIndexes: Row<'blind_indexes'>[]
  cases: Row<'cases'>[]
  parts: Row<'parts'>[]
  caseSubmissions: Row<'case_submissions'>[]
  /** Masked text of each case, from which its words are taken. */
  words: { centre_id: number; case_id: string; registered_at: Temporal.Instant; text: string }[]
  repeatBands: Row<'repeat_bands'>[]
  clocks: ClockRow[]
  answers: Row<'answers'>[]
  proposals: Row<'proposals'>[]
  sourceValues: (Omit<Row<'source_values'>, 'conflicts'> & { conflicts: readonly unknown[] })[]
}

/** Writes a batch: one statement a table, whatever the number of cases. */
export async function insertRegistered(scope: Scope, rows: RegisteredRows): Promise<void> {
  await insertRows(scope, 'submissions', rows.submissions)
  await insertRows(scope, 'blind_indexes', rows.blindIndexes)
  await insertRows(scope, 'cases', rows.cases)
  await insertRows(scope, 'parts', rows.parts)
  await insertRows(scope, 'case_submissions', rows.caseSubmissions)
  await insertWords(scope, rows.words)
  await insertRows(scope, 'repeat_bands', rows.repeatBands)
  await insertRows(scope, 'deadlines', rows.clocks.map(clockColumns))
  await insertRows(scope, 'answers', rows.answers)
  await insertRows(scope, 'proposals', rows.proposals)
  await insertRows(scope, 'source_values', rows.sourceValues as unknown as Row<'source_values'>[])
}

async function insertWords(scope: Scope, words: RegisteredRows['words']): Promise<void> {
  const given = selectRows(words, {
    centre_id: 'int4',
    case_id: 'uuid',
    registered_at: 'timestamptz',
    text: 'text',
  })
  await sql`
    insert into case_words (centre_id, case_id, registered_at, words)
    select w.centre_id, w.case_id, w.registered_at, to_tsvector('russian', w.text) from (${given}) as w
  `.execute(scope)
}
