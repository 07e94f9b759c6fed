import type * as z from 'zod'
import type { caseFilters } from '../cases/contract.ts'

/** What a measure is counted in; `hours` are hours of the calendar, with one decimal. */
export type MeasureUnit = 'cases' | 'percent' | 'hours'
/** What places a case in a period; `end` looks at the last moment of the period, `now` at the present one. */
export type Basis = 'received' | 'first-answered' | 'answered' | 'closed' | 'promised' | 'end' | 'now'

type Given = z.input<typeof caseFilters>
/** Filters of the worklist as they stand in the address bar. */
export type WorklistFilters = { [Name in keyof Given]?: string | string[] | undefined }

/** One figure of the centre, declared once for dashboard, map, report and API. */
export interface Measure {
  name: string
  /** How it is counted, in words that stand beside the figure. */
  formula: string
  unit: MeasureUnit
  aggregation: 'count' | 'share' | 'median'
  /** Which way is better for residents. */
  better: 'more' | 'less' | 'neither'
  basis: Basis
  /** What it asks of a case beside the period; a share counts these out of all cases of the period. */
  only: WorklistFilters
}

/** Every measure of the first slice by its code. */
export const measures = {
  received: {
    name: 'Поступило',
    formula: 'Дела, обращение по которым поступило за период; присоединённые как повтор считаются',
    unit: 'cases',
    aggregation: 'count',
    better: 'neither',
    basis: 'received',
    only: {},
  },
  open: {
    name: 'В работе на конец периода',
    formula:
      'Дела, которые поступили до конца периода и к этому времени не закрыты; присоединённые не считаются',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'end',
    only: {},
  },
  answered: {
    name: 'Дан ответ',
    formula: 'Дела, по которым окончательный ответ отправлен или опубликован за период',
    unit: 'cases',
    aggregation: 'count',
    better: 'more',
    basis: 'answered',
    only: {},
  },
  'in-time': {
    name: 'Ответ дан в срок',
    formula: 'Доля дел с окончательным ответом за период, по которым не пропущен ни один срок ответа',
    unit: 'percent',
    aggregation: 'share',
    better: 'more',
    basis: 'answered',
    only: { late: 'false' },
  },
  late: {
    name: 'Ответ дан с опозданием',
    formula: 'Дела с окончательным ответом за период, по которым пропущен хотя бы один срок ответа',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'answered',
    only: { late: 'true' },
  },
  closed: {
    name: 'Закрыто',
    formula: 'Дела, закрытые за период и не возобновлённые',
    unit: 'cases',
    aggregation: 'count',
    better: 'more',
    basis: 'closed',
    only: {},
  },
  'first-answer-time': {
    name: 'До первого ответа',
    formula:
      'Медиана времени от поступления до первого ответа, промежуточного или окончательного, по делам с первым ответом за период',
    unit: 'hours',
    aggregation: 'median',
    better: 'less',
    basis: 'first-answered',
    only: {},
  },
  'final-answer-time': {
    name: 'До окончательного ответа',
    formula:
      'Медиана времени от поступления до окончательного ответа по делам с окончательным ответом за период',
    unit: 'hours',
    aggregation: 'median',
    better: 'less',
    basis: 'answered',
    only: {},
  },
  solved: {
    name: 'Решено',
    formula: 'Доля дел с окончательным ответом за период, итог которых «решено»',
    unit: 'percent',
    aggregation: 'share',
    better: 'more',
    basis: 'answered',
    only: { outcome: 'solved' },
  },
  explained: {
    name: 'Разъяснено',
    formula: 'Доля дел с окончательным ответом за период, итог которых «разъяснено»',
    unit: 'percent',
    aggregation: 'share',
    better: 'less',
    basis: 'answered',
    only: { outcome: 'explained' },
  },
  overdue: {
    name: 'Просрочено сейчас',
    formula: 'Дела, ближайший идущий срок которых прошёл; на настоящее время, период не влияет',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'now',
    only: { view: 'overdue' },
  },
  'promises-kept': {
    name: 'Обещания выполнены',
    formula:
      'Дела с обещанной датой в периоде, по которым окончательный ответ или закрытие не позже обещанного дня',
    unit: 'cases',
    aggregation: 'count',
    better: 'more',
    basis: 'promised',
    only: { promise: 'kept' },
  },
  'promises-missed': {
    name: 'Обещания нарушены',
    formula: 'Дела с обещанной датой в периоде, день которой прошёл без окончательного ответа и закрытия',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'promised',
    only: { promise: 'missed' },
  },
  'promises-coming': {
    name: 'Обещания впереди',
    formula: 'Дела без ответа, обещанный день которых ещё не прошёл; на настоящее время, период не влияет',
    unit: 'cases',
    aggregation: 'count',
    better: 'neither',
    basis: 'now',
    only: { promise: 'coming' },
  },
  emergency: {
    name: 'Аварийные',
    formula: 'Поступившие за период дела, отмеченные как аварийные',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'received',
    only: { emergency: 'true' },
  },
  repeats: {
    name: 'С повторами',
    formula: 'Поступившие за период дела, о которых сказано больше одного раза',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'received',
    only: { repeated: 'true' },
  },
  undecided: {
    name: 'Ждут темы от человека',
    formula:
      'Поступившие за период дела, тему которых сортировщик не решился определить, и она ещё не выбрана',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'received',
    only: { undecided: 'true' },
  },
  'fast-track': {
    name: 'Ускоренное решение',
    formula:
      'Доля дел с окончательным ответом за период, которые шли по ускоренному порядку и получили ответ в срок',
    unit: 'percent',
    aggregation: 'share',
    better: 'more',
    basis: 'answered',
    only: { fastTrack: 'true', late: 'false' },
  },
} as const satisfies Record<string, Measure>

export type MeasureCode = keyof typeof measures
export const measureCodes = Object.keys(measures) as [MeasureCode, ...MeasureCode[]]

/** What a measure may be laid out by. */
export const dimensions = {
  day: 'по дням',
  week: 'по неделям',
  channel: 'по каналам',
  network: 'по сетям',
  topicGroup: 'по группам тем',
  topic: 'по темам',
  sectorBlock: 'по отраслевым блокам',
  organisation: 'по организациям',
  settlement: 'по населённым пунктам',
  nature: 'по типам',
  regime: 'по видам',
  outcome: 'по итогам',
} as const
export type Dimension = keyof typeof dimensions
export const dimensionCodes = Object.keys(dimensions) as [Dimension, ...Dimension[]]

/** True where the measure can be laid out so: days need a moment, and a measure of one outcome has no others. */
export function mayLayOut(code: MeasureCode, by: Dimension): boolean {
  const { basis, only }: Measure = measures[code]
  if (by === 'day' || by === 'week') return basis !== 'now' && basis !== 'end'
  return by !== 'outcome' || only.outcome === undefined
}

/** A period by its days in the centre's zone, both in it: `2026-11-06`. */
export interface Days {
  from: string
  to: string
}

const placed: Record<Basis, (days: Days) => WorklistFilters> = {
  received: ({ from, to }) => ({ receivedFrom: from, receivedTo: to }),
  'first-answered': ({ from, to }) => ({ firstAnsweredFrom: from, firstAnsweredTo: to }),
  answered: ({ from, to }) => ({ answeredFrom: from, answeredTo: to }),
  closed: ({ from, to }) => ({ closedFrom: from, closedTo: to }),
  promised: ({ from, to }) => ({ promisedFrom: from, promisedTo: to }),
  end: ({ to }) => ({ openAt: to }),
  now: () => ({}),
}

/** Cells of a dimension or several: `{topicGroup: '01'}`; null is what has no value. */
export type Cell = { [D in Dimension]?: string | null }

/**
 * Filters of the worklist that show exactly the cases behind a figure; of a share with `whole`, all that it is a share of.
 * A `day` or `week` of the cell is the days given with it.
 */
export function filtersOf(
  code: MeasureCode,
  days: Days,
  given: { filters?: WorklistFilters; cell?: Cell; whole?: boolean } = {},
): WorklistFilters {
  const { basis, only }: Measure = measures[code]
  const { day: _, week: __, ...cell } = given.cell ?? {}
  const values = Object.entries(cell).map(([name, value]) => [name, value ?? 'none'] as const)
  return {
    ...given.filters,
    ...Object.fromEntries(values),
    ...placed[basis](days),
    ...(given.whole ? {} : only),
  }
}

/** Filters as the address bar holds them after `?`. */
export function queryOf(filters: WorklistFilters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    for (const one of value === undefined ? [] : [value].flat()) query.append(name, one)
  }
  return query.toString()
}
