import { type RawBuilder, sql } from 'kysely'
import type { Centre } from '../charter/index.ts'
import { organisationKind } from '../charter/contract.ts'
import type { CaseFilters } from './contract-list.ts'

type Expression = RawBuilder<unknown>

/** What has become of a case `c`: one of the results. */
export const resultOfCase: Expression = sql`case
  when c.state = 'joined' then 'joined'
  when c.outcome is not null then c.outcome
  when c.state in ('postponed', 'forwarded') then c.state
  when c.state in ('answered', 'closed') then 'unstated'
  else 'open' end`

/** Kind of the organisation of a case `c` in the charter in force; null where there is none, or none that the charter knows. */
export function kindOfOrganisation(centre: Centre): Expression {
  const kinds = codesByKind(centre)
  if (kinds.length === 0) return sql`null::text`
  const branches = kinds.map(
    ({ kind, codes }) => sql`when c.organisation in (${sql.join(codes)}) then ${sql.lit(kind)}`,
  )
  return sql`case ${sql.join(branches, sql` `)} end`
}

/** Filters on what is not a column of the case but follows from its columns. */
export function derivedConditions(centre: Centre, filters: Partial<CaseFilters>): (Expression | null)[] {
  const { result, organisationKind: kinds, mark, marked } = filters
  return [
    result ? sql`${resultOfCase} in (${sql.join(result)})` : null,
    kinds ? ofKinds(centre, kinds) : null,
    mark ? ofMarks(mark) : null,
    marked === undefined ? null : marked ? sql`c.mark is not null` : sql`c.mark is null`,
  ]
}

function ofKinds(centre: Centre, kinds: readonly string[]): Expression {
  const known = codesByKind(centre)
  const asked = known.filter(({ kind }) => kinds.includes(kind)).flatMap(({ codes }) => codes)
  const all = known.flatMap(({ codes }) => codes)
  const isAsked = asked.length > 0 ? sql`c.organisation in (${sql.join(asked)})` : sql`false`
  if (!kinds.includes('none')) return isAsked
  const isUnknown = all.length > 0 ? sql`c.organisation not in (${sql.join(all)})` : sql`true`
  return sql`(c.organisation is null or ${isUnknown} or ${isAsked})`
}

function ofMarks(marks: readonly string[]): Expression {
  const given = marks.filter((mark) => mark !== 'none').map(Number)
  const isGiven = given.length > 0 ? sql`c.mark in (${sql.join(given)})` : sql`false`
  return marks.includes('none') ? sql`(c.mark is null or ${isGiven})` : isGiven
}

function codesByKind({ charter }: Centre) {
  return organisationKind.options
    .map((kind) => ({
      kind,
      codes: charter.organisations.filter((one) => one.kind === kind).map(({ code }) => code),
    }))
    .filter(({ codes }) => codes.length > 0)
}
