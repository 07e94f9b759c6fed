import { type RawBuilder, sql } from 'kysely'
import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { CaseRow } from './case-row.ts'
import {
  type CaseCounts,
  type CaseFilters,
  type CaseList,
  type CaseListQuery,
  quickViews,
} from './contract-list.ts'
import {
  type Condition,
  conditionsOf,
  isOpen,
  type Place,
  viewConditions,
  withinReach,
} from './list-where.ts'
import { namesOf } from './names.ts'
import type { CaseSorting } from './sorting.ts'
import { likeOf, markColumns, type MarkColumns, markJoins } from './repeats/mark-columns.ts'
import { summaryOf } from './summary.ts'

/** A total is counted up to here; beyond, the list says "more than". */
const countedTo = 1000

type Sort = CaseListQuery['sort']
/** A case with the name of its assignee and the mark of a repeat. */
export type ListedRow = CaseRow & MarkColumns & { assignee_name: string | null }

const orders: Record<Sort, { column: string; ascending: boolean }> = {
  newest: { column: 'registered_at', ascending: false },
  oldest: { column: 'registered_at', ascending: true },
  due: { column: 'due_at', ascending: true },
}

/** One page of the worklist. Pages go by keys, so that a deep page costs as much as the first. */
export async function listCases(desk: Desk, query: CaseListQuery, sorting: CaseSorting): Promise<CaseList> {
  const before = query.cursor ? readCursor(query.cursor) : undefined
  const most = before ? query.limit + 1 : countedTo + 1
  const conditions = await conditionsOf(desk, query, query.sort === 'newest' ? { most, before } : undefined)
  const total = query.cursor ? null : await countUpTo(desk, conditions)
  const rows = await pageOf(desk, conditions, query.sort, query.limit + 1, query.cursor)
  const names = namesOf(desk.centre, sorting.classifier(desk.centre))
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => summaryOf(desk, row, names, row.assignee_name, likeOf(desk, row))),
    nextCursor: rows.length > query.limit && last ? cursorOf(last, query.sort) : null,
    total: total === null || total > countedTo ? null : total,
    countedTo,
  }
}

/** Rows of a list in order, from a cursor on. */
export async function pageOf(
  desk: Desk,
  conditions: readonly Condition[],
  sort: Sort,
  limit: number,
  cursor?: string,
): Promise<ListedRow[]> {
  const { column, ascending } = orders[sort]
  const name = sql.ref(`c.${column}`)
  const direction = ascending ? sql`asc` : sql`desc`
  const where = [...conditions, ...(sort === 'due' ? [sql`c.due_at is not null`] : [])]
  if (cursor) where.push(after(name, ascending, cursor))
  const { rows } = await sql<ListedRow>`
    with page as (
      select c.* from cases c where ${sql.join(where, sql` and `)}
      order by ${name} ${direction}, c.id ${direction} limit ${limit}
    )
    select c.*, s.name as assignee_name, ${markColumns} from page c
    left join staff s on s.centre_id = c.centre_id and s.id = c.assignee_id
    ${markJoins}
    order by ${name} ${direction}, c.id ${direction}
  `.execute(desk.scope)
  return rows
}

function after(name: RawBuilder<unknown>, ascending: boolean, cursor: string): Condition {
  const [at, id] = readCursor(cursor)
  const key = sql`(${at}::timestamptz, ${id}::uuid)`
  return ascending ? sql`(${name}, c.id) > ${key}` : sql`(${name}, c.id) < ${key}`
}

function cursorOf(row: CaseRow, sort: Sort): string {
  const at = sort === 'due' ? row.due_at : row.registered_at
  return Buffer.from(`${at!.toString()} ${row.id}`).toString('base64url')
}

function readCursor(cursor: string): Place {
  const found = /^(\S+Z) ([\da-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!found) refuse('invalid', 'bad-cursor', 'Страница списка устарела: откройте список заново.')
  return [found[1]!, found[2]!]
}

async function countUpTo(desk: Desk, conditions: readonly Condition[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select from cases c where ${sql.join(conditions, sql` and `)} limit ${countedTo + 1}
    ) found
  `.execute(desk.scope)
  return rows[0]!.n
}

/** How many open cases stand behind each quick view, counted in one walk over the open ones. */
export async function countCases(desk: Desk): Promise<CaseCounts> {
  const reach = withinReach(desk.actor)
  const columns = quickViews.map((view) => {
    const conditions = [sql`true`, ...viewConditions(view, desk)]
    return sql`count(*) filter (where ${sql.join(conditions, sql` and `)}) as ${sql.ref(view)}`
  })
  const { rows } = await sql<CaseCounts>`
    select ${sql.join(columns)} from cases c
    where c.centre_id = ${desk.centre.id} and ${isOpen} ${reach ? sql`and ${reach}` : sql``}
  `.execute(desk.scope)
  return rows[0]!
}

/** Rows of a filter for a table of at most `most` lines, batch by batch. */
export async function* everyRow(
  desk: Desk,
  filters: CaseFilters & { sort: Sort },
  most: number,
): AsyncGenerator<ListedRow> {
  const conditions = await conditionsOf(desk, filters)
  let cursor: string | undefined
  for (let given = 0; given < most;) {
    const rows = await pageOf(desk, conditions, filters.sort, Math.min(1000, most - given), cursor)
    yield* rows
    given += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < 1000) return
    cursor = cursorOf(last, filters.sort)
  }
}
