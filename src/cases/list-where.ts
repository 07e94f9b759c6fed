import { type RawBuilder, sql } from 'kysely'
import type { Centre } from '../charter/index.ts'
import type { Actor, Desk } from '../people/index.ts'
import { reachOf } from './cases-policy.ts'
import type { CaseFilters } from './contract-list.ts'
import { seenFrom, wasDue, wasKnown, wasOpen } from './list-as-of.ts'
import { answerClocks, courseConditions, type Days, instantsOf } from './list-course.ts'
import { placeConditions } from './list-place.ts'
import { derivedConditions } from './list-derived.ts'
import { lackConditions } from './list-quality.ts'
import { numberOf } from './number-series.ts'
import { finalStates } from './states.ts'

/** A condition over `cases c`. */
export type Condition = RawBuilder<unknown>

/** Written out, so that the planner knows the partial index of open cases. */
export const isOpen = sql`c.state not in ('closed', 'joined')`
/** Words find at most this many cases, newest first. */
const mostFound = 5000

/** What the person's reach covers. */
export function withinReach(actor: Actor): Condition | null {
  const reach = reachOf(actor)
  if (reach === 'centre') return null
  const own = actor.staffId === null ? sql`false` : sql`c.assignee_id = ${actor.staffId}::uuid`
  if (reach === 'nothing') return sql`false`
  if (reach === 'own' || actor.sectorBlock === null) return own
  return sql`(${own} or c.sector_block = ${actor.sectorBlock})`
}

/** The end of the present day in the centre's zone. */
export function endOfToday(now: Temporal.Instant, zone: string): Temporal.Instant {
  return now.toZonedDateTimeISO(zone).startOfDay().add({ days: 1 }).toInstant()
}

/** Quick views of open cases alone, unless states are named; the due ones need not say so: only open cases have a running clock. */
const openViews: ReadonlySet<CaseFilters['view']> = new Set(['mine', 'my-block', 'unassigned'])

/** What a quick view asks of an open case. */
export function viewConditions(view: CaseFilters['view'], desk: Desk): Condition[] {
  const { actor, now, centre, asOf } = desk
  const mine = actor.staffId === null ? sql`false` : sql`c.assignee_id = ${actor.staffId}::uuid`
  switch (view) {
    case 'all':
      return []
    case 'mine':
      return [mine]
    case 'my-block':
      // No block bears an empty code. `false` would be answered by workers over the whole table: 16 ms of a million for nothing.
      return [sql`c.sector_block = ${actor.sectorBlock ?? ''}`]
    case 'unassigned':
      return [sql`c.assignee_id is null`]
    case 'due-today': {
      const until = endOfToday(now, centre.zone)
      if (asOf) {
        const clocks = answerClocks(centre)
        const past = wasDue(desk, asOf, { until: asOf }, clocks)
        return [wasDue(desk, asOf, { from: asOf, until }, clocks), sql`not (${past})`]
      }
      return [sql`c.due_at >= ${now}`, sql`c.due_at < ${until}`]
    }
    case 'overdue':
      if (asOf) return [wasDue(desk, asOf, { until: asOf }, answerClocks(centre))]
      return [sql`c.due_at < ${now}`]
  }
}

/** A place in the list, newest first. */
export type Place = readonly [at: string, id: string]

/**
 * Everything that a filter asks, within the person's reach. Words are looked up once, here; `first` says how many cases are
 * needed at most, newest first, and from which place on, where words alone choose them.
 */
export async function conditionsOf(
  given: Desk,
  filters: CaseFilters,
  first?: { most: number; before?: Place | undefined },
): Promise<Condition[]> {
  const desk = seenFrom(given, filters.asOf)
  const { centre, actor, asOf } = desk
  const reach = withinReach(actor)
  const within = compact([sql`c.centre_id = ${centre.id}`, reach])
  if (filters.number) return [...within, byNumber(centre, filters.number, desk.now)]
  const asked = compact([
    ...viewConditions(filters.view, desk),
    openViews.has(filters.view) && filters.state === undefined ? isOpen : null,
    ...facetConditions(desk, filters),
    filters.importRun ? ofRun(centre.id, filters.importRun) : null,
    filters.figure ? ofFigure(centre.id, filters.figure) : null,
    asOf ? wasKnown(centre.id, asOf) : null,
  ])
  const days = daysOf(filters, centre.zone)
  const alone = reach === null && asked.length === 0
  const words = filters.q ? await byWords(desk, filters.q, days, alone ? first : undefined) : null
  return compact([...within, ...asked, ...dayConditions(days), words])
}

/** What filters ask of a case beside view, number, words and run: facets, periods and what became of it. */
export function facetConditions(desk: Desk, filters: Partial<CaseFilters>): Condition[] {
  return compact([
    ...valueConditions(filters, desk.asOf),
    ...courseConditions(desk, filters),
    ...placeConditions(filters),
    ...derivedConditions(desk.centre, filters),
    ...lackConditions(desk.centre.id, filters),
    filters.undecided ? isUndecided(desk.centre.id) : null,
    filters.alike ? isAlike(desk.centre.id) : null,
  ])
}

function valueConditions(
  filters: Partial<CaseFilters>,
  asOf: Temporal.Instant | undefined,
): (Condition | null)[] {
  const { open, emergency, nature, assignee } = filters
  return [
    open === undefined ? null : stood(open, asOf),
    filters.state?.includes('any') ? null : oneOf('state', filters.state),
    oneOf('regime', filters.regime),
    oneOf('channel', filters.channel),
    filters.outcome ? oneOfOrNone('outcome', filters.outcome) : null,
    nature ? oneOfOrNone('nature', nature) : null,
    filters.subtype ? oneOfOrNone('subtype', filters.subtype) : null,
    equals('network', filters.network),
    equals('topic_group', filters.topicGroup),
    equals('topic', filters.topic),
    equals('settlement', filters.settlement),
    equals('organisation', filters.organisation),
    equals('sector_block', filters.sectorBlock),
    assignee === 'none'
      ? sql`c.assignee_id is null`
      : assignee
        ? sql`c.assignee_id = ${assignee}::uuid`
        : null,
    emergency === undefined ? null : emergency ? sql`c.emergency` : sql`not c.emergency`,
  ]
}

function stood(open: boolean, asOf: Temporal.Instant | undefined): Condition {
  if (asOf) return open ? wasOpen(asOf) : sql`not ${wasOpen(asOf)}`
  return open ? isOpen : sql`c.state in (${sql.join(finalStates)})`
}

function oneOf(column: string, values: readonly string[] | undefined): Condition | null {
  if (!values || values.length === 0) return null
  return sql`${sql.ref(`c.${column}`)} in (${sql.join(values)})`
}

function equals(column: string, value: string | undefined): Condition | null {
  if (value === undefined) return null
  const name = sql.ref(`c.${column}`)
  return value === 'none' ? sql`${name} is null` : sql`${name} = ${value}`
}

function oneOfOrNone(column: string, values: readonly string[]): Condition {
  const name = sql.ref(`c.${column}`)
  const known = values.filter((value) => value !== 'none')
  const isKnown = known.length > 0 ? sql`${name} in (${sql.join(known)})` : sql`false`
  return values.includes('none') ? sql`(${name} is null or ${isKnown})` : isKnown
}

function daysOf({ from, to }: CaseFilters, zone: string): Days {
  return instantsOf(from, to, zone)
}

function dayConditions({ since, until }: Days): (Condition | null)[] {
  return [since ? sql`c.registered_at >= ${since}` : null, until ? sql`c.registered_at < ${until}` : null]
}

const leastId = '00000000-0000-0000-0000-000000000000'

async function byWords(
  { scope }: Desk,
  words: string,
  { since, until }: Days,
  first: { most: number; before?: Place | undefined } = { most: mostFound },
): Promise<Condition> {
  const [beforeAt, beforeId] = first.before ?? [until?.toString() ?? null, leastId]
  const { rows } = await sql<{ ids: string[] }>`
    select coalesce(array_agg(case_id), '{}') as ids
    from search_cases(${words}, ${first.most}, ${since}, ${beforeAt}, ${beforeId})
  `.execute(scope)
  return sql`c.id = any(${rows[0]!.ids}::uuid[])`
}

// A number as it stands, ours of the present or the past; bare digits are tried in every series of this year and the last.
function byNumber(centre: Centre, given: string, now: Temporal.Instant): Condition {
  const numbers = [given, given.toUpperCase()]
  if (/^\d{1,9}$/.test(given)) {
    const { year } = now.toZonedDateTimeISO(centre.zone)
    for (const regime of ['message', 'appeal', 'information_request', 'media_request'] as const) {
      for (const one of [year, year - 1]) numbers.push(numberOf(centre, regime, one, Number(given)))
    }
  }
  const list = sql.join([...new Set(numbers)])
  // Each part has an index of its own; joined by `or` in one condition none would be used.
  return sql`c.id in (
    select n.id from cases n where n.centre_id = ${centre.id} and n.number in (${list})
    union all select e.id from cases e where e.centre_id = ${centre.id} and e.external_number in (${list})
    union all select f.case_id from former_numbers f where f.centre_id = ${centre.id} and f.number in (${list}))`
}

function isUndecided(centreId: number): Condition {
  return sql`c.topic_group is null and exists (
    select from proposals p where p.centre_id = ${centreId} and p.case_id = c.id and not p.decided)`
}

function isAlike(centreId: number): Condition {
  return sql`${isOpen} and exists (
    select from repeat_marks m where m.centre_id = ${centreId} and m.case_id = c.id)`
}

function ofRun(centreId: number, runId: string): Condition {
  return sql`c.submission_id in (
    select s.id from submissions s where s.centre_id = ${centreId} and s.import_run_id = ${runId}::uuid)`
}

function ofFigure(centreId: number, given: string): Condition {
  const at = given.indexOf('~')
  const [reportId, figure] = [given.slice(0, at), given.slice(at + 1)]
  return sql`c.id = any (coalesce((
    select f.case_ids from report_figures f
    where f.centre_id = ${centreId} and f.report_id = ${reportId}::uuid and f.figure = ${figure}), '{}'))`
}

function compact(conditions: (Condition | null)[]): Condition[] {
  return conditions.filter((condition) => condition !== null)
}
