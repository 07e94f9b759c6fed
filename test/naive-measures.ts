import type { CaseRow } from '../src/cases/case-row.ts'
import type { Days, Dimension, InsightFilters, MeasureCode } from '../src/insight/contract.ts'

/** A case with what measures ask of it beside its row. */
export interface Told {
  row: CaseRow
  missedAnswer: boolean
  undecided: boolean
  /** Open, and another open case of the same place says the same. */
  saidTwice: boolean
  /** A source says otherwise. */
  disputed: boolean
  kind: string | null
}

type Words = Record<'gist' | 'settlement' | 'street' | 'house', string | null> & { state: string }

/** Which of a centre's cases are open and said word for word by another open one of the same place. */
export function saidTwiceAmong<Row extends Words>(rows: readonly Row[]): (row: Row) => boolean {
  const open = rows.filter(({ state, gist }) => state !== 'closed' && state !== 'joined' && gist !== '')
  const said = (row: Row) => JSON.stringify([row.gist, row.settlement, row.street, row.house])
  const together = Map.groupBy(open, said)
  return (row) => open.includes(row) && (together.get(said(row))?.length ?? 0) > 1
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
  'due-today': ({ row }, _, { now, zone }) =>
    row.due_at !== null &&
    Temporal.Instant.compare(row.due_at, now) >= 0 &&
    dayOf(row.due_at, zone) === dayOf(now, zone),
  'promises-kept': (told, days, at) => promised(told, days) && promiseOf(told, at) === 'kept',
  'promises-missed': (told, days, at) => promised(told, days) && promiseOf(told, at) === 'missed',
  'promises-coming': (told, _, at) => promiseOf(told, at) === 'coming',
  emergency: (told, days, at) => formulas.received(told, days, at) && told.row.emergency,
  repeats: (told, days, at) => formulas.received(told, days, at) && told.row.voices > 1,
  undecided: (told, days, at) => formulas.received(told, days, at) && told.undecided,
  'fast-track': (told, days, at) => formulas['in-time'](told, days, at) && told.row.fast_track,
  satisfaction: (told, days, at) => formulas.answered(told, days, at) && told.row.mark !== null,
  'low-marks': (told, days, at) => formulas.satisfaction(told, days, at) && told.row.mark! <= 2,
  'no-topic': (told, days, at) => lacking(told, days, at) && told.row.topic_group === null,
  'no-place': (told, days, at) =>
    lacking(told, days, at) &&
    [told.row.settlement, told.row.street, told.row.lat].every((value) => value === null),
  'no-essence': (told, days, at) => lacking(told, days, at) && told.row.gist === '',
  'no-nature': (told, days, at) => lacking(told, days, at) && told.row.nature === null,
  'no-executor': (told, days, at) =>
    lacking(told, days, at) &&
    told.row.state !== 'closed' &&
    told.row.organisation === null &&
    told.row.assignee_id === null,
  'no-outcome': (told, days, at) =>
    formulas.answered(told, days, at) &&
    ['answered', 'closed'].includes(told.row.state) &&
    told.row.outcome === null,
  'same-text': (told, days, at) => formulas.received(told, days, at) && told.saidTwice,
  'source-conflict': (told, days, at) => formulas.received(told, days, at) && told.disputed,
  untaken: (told, days, at) =>
    formulas.overdue(told, days, at) && ['registered', 'triaged', 'assigned'].includes(told.row.state),
}

const lacking: (typeof formulas)['received'] = (told, days, at) =>
  formulas.received(told, days, at) && told.row.state !== 'joined'
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

/** Values of a case by the filters and dimensions that ask for them. */
const columnOf = {
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
  subtype: 'subtype',
  state: 'state',
  mark: 'mark',
} as const satisfies Partial<Record<Dimension, keyof CaseRow>>

/** The value of a dimension of a case, null where it has none; of days, weeks and months there is none. */
export function valueOf({ row, kind }: Told, by: Dimension): string | null {
  if (by === 'organisationKind') return kind
  if (by === 'result') return resultOf(row)
  const value = by in columnOf ? row[columnOf[by as keyof typeof columnOf]] : null
  return value === null ? null : String(value)
}

function resultOf({ state, outcome }: CaseRow): string {
  if (state === 'joined') return 'joined'
  if (outcome !== null) return outcome
  if (state === 'postponed' || state === 'forwarded') return state
  return state === 'answered' || state === 'closed' ? 'unstated' : 'open'
}

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
        const value = valueOf(told, name as Dimension) ?? 'none'
        return given === undefined || [given].flat().includes(value)
      }),
  )
}
