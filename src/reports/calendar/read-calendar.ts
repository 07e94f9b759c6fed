import type { Centre } from '../../charter/index.ts'
import type { ReportRule } from '../../charter/contract.ts'
import { type Desk, mustHave } from '../../people/index.ts'
import type { ResponseOf } from '../../platform/http/route.ts'
import { refuse } from '../../platform/refusal.ts'
import type { CalendarEntry, ReportKind } from '../contract-report.ts'
import type { readReportCalendar } from '../contract-routes.ts'
import { exampleOf, type Period, periodNameAt, periodOf, periodsBetween } from '../periods/period.ts'
import { mayPrepare, seesOf } from '../reports-policy.ts'
import { dueIn } from '../rules.ts'
import { dueView, lineOf } from '../show-report.ts'
import { listHeads, type ReportHead } from '../store.ts'
import { owedBy } from './owed.ts'
import { statusOf } from './status.ts'

/** Longest stretch of a calendar, days. */
const longest = 400
/** A report may be due so long after its period, days: how far back the calendar looks for periods. */
const longestDue = 100

type Answer = ResponseOf<typeof readReportCalendar>

/** What is due, late, in preparation and done within days; the present quarter when none are given. */
export async function readCalendar(
  desk: Desk,
  asked: { from?: string | undefined; to?: string | undefined },
): Promise<Answer> {
  const { centre, actor, scope, now } = desk
  if (seesOf(actor) === 'nothing') mustHave(actor, 'insight.read', 'видеть отчёты')
  const clock = now.toZonedDateTimeISO(centre.zone)
  const { from, to } = daysOf(asked, clock.toPlainDate())
  const heads = await listHeads(scope, centre.id, { from: from.subtract({ days: longestDue }), to })
  const newest = new Map<string, ReportHead>()
  for (const head of heads.toReversed()) newest.set(`${head.code}/${head.period}`, head)
  const since = await firstDay(desk)
  const entries = centre.charter.reports
    .flatMap((rule) => entriesOf(desk, rule, { from, to, since, newest }))
    .toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0))
  const shown = new Set(entries.map((entry) => entry.report?.id))
  const others = [...newest.values()].filter(
    ({ id, until }) => !shown.has(id) && Temporal.PlainDate.compare(until, from) >= 0,
  )
  return {
    from: from.toString(),
    to: to.toString(),
    entries,
    others: others
      .toSorted((one, other) => Temporal.Instant.compare(other.created_at, one.created_at))
      .map(lineOf),
    kinds: centre.charter.reports.map((rule) => kindOf(desk, rule, clock.toPlainDate())),
    owed: await owedBy(desk),
  }
}

function daysOf(asked: { from?: string | undefined; to?: string | undefined }, today: Temporal.PlainDate) {
  if (!asked.from || !asked.to) {
    const from = today.with({ day: 1 }).subtract({ months: (today.month - 1) % 3 })
    return { from, to: from.add({ months: 3 }).subtract({ days: 1 }) }
  }
  const [from, to] = [Temporal.PlainDate.from(asked.from), Temporal.PlainDate.from(asked.to)]
  const length = from.until(to).days
  if (length < 0 || length > longest)
    refuse('invalid', 'bad-days', 'Календарь показывает не больше года: выберите другие даты.')
  return { from, to }
}

// Before the centre was here nothing could be late.
async function firstDay({ scope, centre }: Desk): Promise<Temporal.PlainDate> {
  const row = await scope
    .selectFrom('centres')
    .select('created_at')
    .where('id', '=', centre.id)
    .executeTakeFirstOrThrow()
  return row.created_at.toZonedDateTimeISO(centre.zone).toPlainDate()
}

interface Within {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  since: Temporal.PlainDate
  newest: ReadonlyMap<string, ReportHead>
}

function entriesOf(desk: Desk, rule: ReportRule, within: Within): CalendarEntry[] {
  const { centre, actor, now } = desk
  const clock = now.toZonedDateTimeISO(centre.zone)
  const { from, to, since, newest } = within
  const periods = periodsBetween(rule, from.subtract({ days: longestDue }), to)
  return periods.flatMap((period): CalendarEntry[] => {
    const due = dueIn(centre, rule, period)
    const day = due?.on ?? period.to
    if (Temporal.PlainDate.compare(day, from) < 0 || Temporal.PlainDate.compare(day, to) > 0) return []
    const row = newest.get(`${rule.code}/${period.name}`) ?? null
    if (!row && Temporal.PlainDate.compare(day, since) < 0) return []
    const report = row && { state: row.state, submittedAt: row.submitted_at }
    const nextTo = nextAfter(rule, period)
    return [
      {
        code: rule.code,
        name: rule.name,
        every: rule.period,
        period: period.name,
        periodWords: period.words,
        from: period.from.toString(),
        to: period.to.toString(),
        due: dueView(due),
        status: statusOf({ period, due, report, nextTo }, clock),
        addressees: rule.to,
        preparers: namesOfRoles(centre, rule.by),
        report: row && lineOf(row),
        mayDraft:
          row === null &&
          mayPrepare(actor, rule) &&
          Temporal.PlainDate.compare(period.from, clock.toPlainDate()) <= 0,
      },
    ]
  })
}

function nextAfter(rule: ReportRule, { to }: Period): Temporal.PlainDate {
  const next = to.add({ days: 1 })
  const name = periodNameAt(rule, next)
  return name === null ? to : periodOf(rule, name).to
}

function namesOfRoles(centre: Centre, codes: readonly string[]): string[] {
  return codes.map((code) => centre.roles.get(code)?.name ?? code)
}

/** The day by which an entry stands in the calendar. */
function dayOf({ due, to }: Pick<CalendarEntry, 'due' | 'to'>): string {
  return due?.at ?? to
}

function kindOf({ actor }: Desk, rule: ReportRule, today: Temporal.PlainDate): ReportKind {
  return {
    code: rule.code,
    name: rule.name,
    every: rule.period,
    addressees: rule.to,
    basis: rule.basis ?? null,
    lastPeriod: lastEnded(rule, today)?.name ?? null,
    example: exampleOf(rule.period),
    mayDraft: mayPrepare(actor, rule),
  }
}

/** The last period of a rule that has ended before the day; null for reports on request. */
export function lastEnded(rule: ReportRule, today: Temporal.PlainDate): Period | null {
  const name = periodNameAt(rule, today)
  if (name === null) return null
  const present = periodOf(rule, name)
  const before = periodNameAt(rule, present.from.subtract({ days: 1 }))
  return before === null ? null : periodOf(rule, before)
}
