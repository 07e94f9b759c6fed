import type { Measure } from './contract-measure.ts'

/** What data lacks or says twice; each figure opens the cases to put right. Joined cases do not count. */
export const qualityMeasures = {
  'no-topic': {
    name: 'Без темы',
    formula: 'Поступившие за период дела, у которых не определена группа тем; присоединённые не считаются',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'received',
    only: { lacks: 'topic' },
  },
  'no-place': {
    name: 'Без места',
    formula:
      'Поступившие за период дела без населённого пункта, улицы и точки на карте; присоединённые не считаются',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'received',
    only: { lacks: 'place' },
  },
  'no-essence': {
    name: 'Без сути',
    formula: 'Поступившие за период дела, в обращении которых нет текста; присоединённые не считаются',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'received',
    only: { lacks: 'essence' },
  },
  'no-nature': {
    name: 'Без типа',
    formula: 'Поступившие за период дела, у которых не определён тип; присоединённые не считаются',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'received',
    only: { lacks: 'nature' },
  },
  'no-executor': {
    name: 'Без исполнителя',
    formula: 'Поступившие за период незакрытые дела, у которых нет ни организации, ни сотрудника',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'received',
    only: { lacks: 'executor' },
  },
  'no-outcome': {
    name: 'Без итога',
    formula: 'Дела с окончательным ответом за период, у которых не указан итог',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'answered',
    only: { lacks: 'outcome' },
  },
  'same-text': {
    name: 'Точные повторы',
    formula:
      'Поступившие за период незакрытые дела, суть и место которых слово в слово те же, что у другого незакрытого дела',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'received',
    only: { sameText: 'true' },
  },
  'source-conflict': {
    name: 'Расходятся с источником',
    formula: 'Поступившие за период дела, о которых выгрузка говорит иначе, чем решили сотрудники центра',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'received',
    only: { sourceConflict: 'true' },
  },
  untaken: {
    name: 'Срок прошёл, в работу не взято',
    formula:
      'Дела, ближайший срок которых прошёл, а в работу их никто не взял; на настоящее время, период не влияет',
    unit: 'cases',
    aggregation: 'count',
    better: 'less',
    basis: 'now',
    only: { view: 'overdue', state: ['registered', 'triaged', 'assigned'] },
  },
} as const satisfies Record<string, Measure>
