import type { CaseRow } from '../src/cases/case-row.ts'
import type { Days, Dimension, InsightFilters, MeasureCode } from '../src/insight/contract.ts'

/** A case with what measures ask of it beside its row. */
export interface Told {
  row: CaseRow
  missedAnswer: boolean
  undecided: boolean
}

interface At {
  zone: string
  now: Temporal.Instant
}

const dayOf = (moment: Temporal.Instant | null, zone: string) =>
  moment?.toZonedDateTimeISO(zone).toPlainDate().toString() ?? null
const inDays = (day: string | null, { from, to }: Days) => day !== null && day >= from && day <= to

/** The measures' formulas read once more, case by case and without SQL: which cases a figure counts. */
const formulas: Record<MeasureCode, (told: Told, days: Days, at: At) => boolean> = {
  received: ({ row }, days, { zone }) => inDays(dayOf(row.received_at, zone), days),
  open: ({ row }, { to }, { zone }) => {
    const closed = dayOf(row.closed_at, zone)
    return row.state !== 'joined' && dayOf(row.received_at, zone)! <= to && (closed === null || closed > to)
  },
  answered: ({ row }, days, { zone }) => inDays(dayOf(row.answered_at, zone), days),
  'in-time': (told, days, at) => formulas.answered(told, days, at) && !told.missedAnswer,
  late: (told, days, at) => formulas.answered(told, days, at) && told.missedAnswer,
  closed: ({ row }, days, { zone }) => inDays(dayOf(row.closed_at, zone), days),
  'first-answer-time': ({ row }, days, { zone }) => inDays(dayOf(row.first_answered_at, zone), days),
  'final-answer-time': (told, days, at) => formulas.answered(told, days, at),
  solved: (told, days, at) => formulas.answered(told, days, at) && told.row.outcome === 'solved',
  explained: (told, days, at) => formulas.answered(told, days, at) && told.row.outcome === 'explained',
  overdue: ({ row }, _, { now }) => row.due_at !== null && Temporal.Instant.compare(row.due_at, now) < 0,
  'promises-kept': (told, days, at) => promised(told, days) && promiseOf(told, at) === 'kept',
  'promises-missed': (told, days, at) => promised(told, days) && promiseOf(told, at) === 'missed',
  'promises-coming': (told, _, at) => promiseOf(told, at) === 'coming',
  emergency: (told, days, at) => formulas.received(told, days, at) && told.row.emergency,
  repeats: (told, days, at) => formulas.received(told, days, at) && told.row.voices > 1,
  undecided: (told, days, at) => formulas.received(told, days, at) && told.undecided,
  'fast-track': (told, days, at) => formulas['in-time'](told, days, at) && told.row.fast_track,
}

const promised = ({ row }: Told, days: Days) => inDays(row.promised_on?.toString() ?? null, days)

function promiseOf({ row }: Told, { zone, now }: At): 'kept' | 'missed' | 'coming' | null {
  if (row.promised_on === null || row.state === 'joined') return null
  const until = row.promised_on.toString()
  if (row.state === 'answered' || row.state === 'closed') {
    const done = [row.answered_at, row.closed_at].map((one) => dayOf(one, zone)).filter((one) => one !== null)
    return done.some((one) => one <= until) ? 'kept' : 'missed'
  }
  return until < dayOf(now, zone)! ? 'missed' : 'coming'
}

/** Columns of a case by the filters and dimensions that ask for them. */
export const columnOf = {
  regime: 'regime',
  channel: 'channel',
  network: 'network',
  nature: 'nature',
  topicGroup: 'topic_group',
  topic: 'topic',
  settlement: 'settlement',
  organisation: 'organisation',
  sectorBlock: 'sector_block',
  outcome: 'outcome',
} as const satisfies Partial<Record<Dimension, keyof CaseRow>>

/** Ids of the cases that a measure counts, of those that pass the filters. */
export function naiveCount(
  code: MeasureCode,
  all: readonly Told[],
  asked: { days: Days; filters: InsightFilters } & At,
): Told[] {
  return all.filter(
    (told) =>
      formulas[code](told, asked.days, asked) &&
      Object.entries(asked.filters).every(([name, given]) => {
        const value = told.row[columnOf[name as keyof typeof columnOf]] ?? 'none'
        return given === undefined || [given].flat().includes(value)
      }),
  )
}
