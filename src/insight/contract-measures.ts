import type { Measure } from './contract-measure.ts'
import { qualityMeasures } from './contract-quality.ts'

/** Every measure of the work itself, by its code: what the overview tells. */
export const workMeasures = {
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
  'due-today': {
    name: 'Срок сегодня',
    formula:
      'Дела, ближайший идущий срок которых наступает сегодня и ещё не прошёл; на настоящее время, период не влияет',
    unit: 'cases',
    aggregation: 'count',
    better: 'neither',
    basis: 'now',
    only: { view: 'due-today' },
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
  satisfaction: {
    name: 'Средняя оценка',
    formula:
      'Средняя оценка заявителя от 1 до 5 по делам с окончательным ответом за период, у которых оценка есть',
    unit: 'points',
    aggregation: 'average',
    better: 'more',
    basis: 'answered',
    only: { marked: 'true' },
  },
  'low-marks': {
    name: 'Низкие оценки',
    formula: 'Доля оценок 1 и 2 среди оценённых дел с окончательным ответом за период',
    unit: 'percent',
    aggregation: 'share',
    better: 'less',
    basis: 'answered',
    only: { mark: ['1', '2'] },
    whole: { marked: 'true' },
  },
} as const satisfies Record<string, Measure>

/** Every measure of the centre by its code. */
export const measures = { ...workMeasures, ...qualityMeasures }
export type MeasureCode = keyof typeof measures
export const measureCodes = Object.keys(measures) as [MeasureCode, ...MeasureCode[]]
/** Measures of the work: what is told where nothing is chosen. */
export const workCodes = Object.keys(workMeasures) as MeasureCode[]
/** Measures of the quality of data, with the one of sorting that belongs to both. */
export const qualityCodes: readonly MeasureCode[] = [
  'undecided',
  ...(Object.keys(qualityMeasures) as MeasureCode[]),
]
