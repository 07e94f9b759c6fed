import { type RawBuilder, sql } from 'kysely'
import { caseFilters } from '../cases/contract.ts'
import {
  type Condition,
  facetConditions,
  kindOfOrganisation,
  resultOfCase,
  viewConditions,
} from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import type { Basis, Days, Dimension, TimeDimension, WorklistFilters } from './contract.ts'

const columns: Partial<Record<Dimension, string>> = {
  channel: 'channel',
  network: 'network',
  topicGroup: 'topic_group',
  topic: 'topic',
  sectorBlock: 'sector_block',
  organisation: 'organisation',
  settlement: 'settlement',
  nature: 'nature',
  regime: 'regime',
  subtype: 'subtype',
  state: 'state',
  outcome: 'outcome',
}

/** The value of a dimension of a case `c`, as text. */
export function valueOfDimension(
  { centre }: Desk,
  by: Exclude<Dimension, TimeDimension>,
): RawBuilder<unknown> {
  if (by === 'organisationKind') return kindOfOrganisation(centre)
  if (by === 'result') return resultOfCase
  if (by === 'mark') return sql`c.mark::text`
  return sql.ref(`c.${columns[by]!}`)
}

/** The column that places a case in a period; null where no moment does. */
export const momentOf: Record<Basis, string | null> = {
  received: 'c.received_at',
  'first-answered': 'c.first_answered_at',
  answered: 'c.answered_at',
  closed: 'c.closed_at',
  promised: 'c.promised_on',
  end: null,
  now: null,
}

/** Cases of a basis within days. */
export function within(desk: Desk, basis: Basis, { from, to }: Days): Condition {
  const asked = {
    received: { receivedFrom: from, receivedTo: to },
    'first-answered': { firstAnsweredFrom: from, firstAnsweredTo: to },
    answered: { answeredFrom: from, answeredTo: to },
    closed: { closedFrom: from, closedTo: to },
    promised: { promisedFrom: from, promisedTo: to },
    end: { openAt: to },
    now: {},
  }[basis]
  return all(facetConditions(desk, asked))
}

/** All of the conditions, or any of them with ` or ` between. */
export function all(conditions: readonly Condition[], by = sql` and `): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], by)})`
}

/** What filters ask of a case, as the worklist asks it. */
export function conditionOf(desk: Desk, filters: WorklistFilters): Condition {
  return all(atomsOf(filters).map((atom) => conditionOfAtom(desk, atom)))
}

/** One filter with its value. */
type Atom = readonly [name: string, value: string | string[]]

function atomsOf(filters: WorklistFilters): Atom[] {
  return Object.entries(filters) as Atom[]
}

function conditionOfAtom(desk: Desk, [name, value]: Atom): Condition {
  const only = caseFilters.parse({ [name]: value })
  return all([...viewConditions(only.view, desk), ...facetConditions(desk, only)])
}

const keyOf = ([name, value]: Atom) => `${name}=${value === 'false' ? 'true' : [value].flat().join()}`

/**
 * Conditions over the columns `a0`, `a1`… of an inner select, case by case: each thing is asked once, and "not" is its opposite.
 * Gives the columns too.
 */
export function askOnce(desk: Desk, asked: readonly WorklistFilters[]) {
  const names = new Map<string, string>()
  const inner: Condition[] = []
  for (const atom of asked.flatMap(atomsOf)) {
    const key = keyOf(atom)
    if (names.has(key)) continue
    names.set(key, `a${names.size}`)
    const [name, value] = atom
    const condition = conditionOfAtom(desk, [name, value === 'false' ? 'true' : value])
    inner.push(sql`${condition} as ${sql.ref(names.get(key)!)}`)
  }
  const flagOf = (filters: WorklistFilters) =>
    all(
      atomsOf(filters).map((atom) => {
        const column = sql.ref(names.get(keyOf(atom))!)
        return atom[1] === 'false' ? sql`not ${column}` : column
      }),
    )
  return { columns: inner, flagOf }
}

/** True where two of these ask the same of a case: then it pays to ask once (`offset 0` keeps the planner from asking again). */
export function asksTwice(asked: readonly WorklistFilters[]): boolean {
  const keys = asked.flatMap(atomsOf).map(keyOf)
  return new Set(keys).size < keys.length
}
