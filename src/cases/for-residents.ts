import { sql } from 'kysely'
import type { Desk } from '../people/index.ts'
import type { CasesOfResidents } from '../residents/index.ts'
import { reaches } from './cases-policy.ts'
import { reachCase } from './change-case.ts'
import { removeBands } from './repeats/band-store.ts'
import { removeMarks } from './repeats/marks.ts'
import { removeFilesOf } from './erased-files.ts'
import type { FileStore } from '../platform/files/store.ts'

/** What the module of residents asks of cases: whose submissions, which cases, and what falls with erasure. */
export function casesOfResidents(files: FileStore): CasesOfResidents {
  return {
    async submissionsOf(desk, caseId) {
      await reachCase(desk, caseId)
      const rows = await desk.scope
        .selectFrom('case_submissions')
        .select('submission_id')
        .where('centre_id', '=', desk.centre.id)
        .where('case_id', '=', caseId)
        .execute()
      return rows.map((row) => row.submission_id)
    },
    async casesOf({ scope, centre, actor }, submissionIds) {
      if (submissionIds.length === 0) return []
      const rows = await scope
        .selectFrom('cases')
        .select(['id', 'number', 'gist', 'state', 'assignee_id', 'sector_block'])
        .where('centre_id', '=', centre.id)
        .where('id', 'in', (links) =>
          links
            .selectFrom('case_submissions')
            .select('case_id')
            .where('centre_id', '=', centre.id)
            .where('submission_id', 'in', submissionIds),
        )
        .orderBy('registered_at', 'desc')
        .execute()
      return rows
        .filter((row) => reaches(actor, row))
        .map(({ id, number, gist, state }) => ({ caseId: id, number, gist, state }))
    },
    onErased: (desk, submissionIds) => forget(desk, files, submissionIds),
  }
}

/** Blanks what was told of erased submissions beyond them: gists, words of search, bands of repeats, masked answers, files. */
async function forget(desk: Desk, files: FileStore, submissionIds: readonly string[]): Promise<void> {
  const { scope, centre } = desk
  const ids = sql`array[${sql.join(submissionIds)}]::uuid[]`
  const first = sql`select id from cases where centre_id = ${centre.id} and submission_id = any(${ids})`
  const { rows } = await sql<{ id: string }>`
    update cases set gist = '' where centre_id = ${centre.id} and submission_id = any(${ids}) returning id
  `.execute(scope)
  const cases = rows.map(({ id }) => id)
  await removeBands(scope, centre.id, cases)
  await removeMarks(scope, centre.id, { of: cases })
  await sql`
    update answers set masked_text = '' where centre_id = ${centre.id} and case_id in (${first})
  `.execute(scope)
  await sql`
    update case_words w set words = coalesce((
      select to_tsvector('russian', string_agg(s.masked_text, ' '))
      from case_submissions l
      join submissions s on s.centre_id = l.centre_id and s.id = l.submission_id
      where l.centre_id = ${centre.id} and l.case_id = w.case_id and s.erased_at is null
    ), ''::tsvector)
    where w.centre_id = ${centre.id} and w.case_id in (
      select case_id from case_submissions where centre_id = ${centre.id} and submission_id = any(${ids})
    )
  `.execute(scope)
  await removeFilesOf(desk, files, submissionIds)
}
