import { type Insertable, type RawBuilder, sql } from 'kysely'
import type { Scope } from '../platform/db/centre-scope.ts'
import { executeInTurn, insertions, insertTogether, selectRows } from '../platform/db/insert-rows.ts'
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

/** Batches above this are written table by table: their statements take longer than the messages between. */
const fewCases = 20

/** Writes a batch: one statement a table whatever the number of cases, a few cases in one message. */
export async function insertRegistered(scope: Scope, rows: RegisteredRows): Promise<void> {
  const into = await insertions(scope, {
    submissions: rows.submissions,
    blind_indexes: rows.blindIndexes,
    cases: rows.cases,
    parts: rows.parts,
    case_submissions: rows.caseSubmissions,
    repeat_bands: rows.repeatBands,
    deadlines: rows.clocks.map(clockColumns),
    answers: rows.answers,
    proposals: rows.proposals,
    source_values: rows.sourceValues as unknown as Row<'source_values'>[],
  })
  const statements = [
    into.submissions,
    into.blind_indexes,
    into.cases,
    into.parts,
    into.case_submissions,
    () => insertionOfWords(rows.words),
    into.repeat_bands,
    into.deadlines,
    into.answers,
    into.proposals,
    into.source_values,
  ]
  if (rows.cases.length > fewCases) return executeInTurn(scope, statements)
  return insertTogether(
    scope,
    statements.map((make) => make()),
  )
}

function insertionOfWords(words: RegisteredRows['words']): RawBuilder<unknown> | null {
  if (words.length === 0) return null
  const given = selectRows(words, {
    centre_id: 'int4',
    case_id: 'uuid',
    registered_at: 'timestamptz',
    text: 'text',
  })
  return sql`
    insert into case_words (centre_id, case_id, registered_at, words)
    select w.centre_id, w.case_id, w.registered_at, to_tsvector('russian', w.text) from (${given}) as w
  `
}
