import type { Block } from '../../platform/documents/document.ts'
import type { KeptExample, KeptSlice, KeptSpot } from '../contract-content.ts'
import type { SliceView } from './section-blocks.ts'

const note = (text: string): Block => ({ kind: 'paragraph', text, tone: 'note' })
const number = (name: string) => ({ name, kind: 'number' }) as const

/** Topics that grew beyond chance, with the rule by which they are told. */
export function growthBlocks(
  { sheet }: SliceView,
  { rows, rule }: NonNullable<KeptSlice['growth']>,
): Block[] {
  if (rows.length === 0) return [note('Ни одна тема не выросла больше, чем бывает случайно.')]
  return [
    {
      kind: 'table',
      caption: 'Темы, которые растут',
      sheet: sheet('Что растёт'),
      columns: [
        { name: 'Тема', kind: 'text', width: 3 },
        number('Поступило'),
        { name: 'Прошлый период', kind: 'number', width: 1.3 },
        number('Изменение'),
      ],
      rows: rows.map(({ name, value, previous }) => [name, value, previous, value - previous]),
      total: null,
      note: rule,
    },
  ]
}

/** Topics gathered at one place, heaviest first. */
export function spotBlocks({ sheet }: SliceView, spots: readonly KeptSpot[]): Block[] {
  if (spots.length === 0) return [note('Мест, где за период собралось несколько дел одной темы, нет.')]
  return [
    {
      kind: 'table',
      caption: 'Горячие точки: одна тема в одном месте',
      sheet: sheet('Горячие точки'),
      columns: [
        { name: 'Тема', kind: 'text', width: 2.4 },
        { name: 'Место', kind: 'text', width: 2 },
        number('Дел'),
        { name: 'Обычно', kind: 'number' },
        { name: 'Не закрыто', kind: 'number', width: 1.2 },
        { name: 'Просрочено', kind: 'number', width: 1.2 },
      ],
      rows: spots.map((spot) => [
        spot.topic,
        spot.place,
        spot.count,
        spot.expected,
        spot.stillOpen,
        spot.overdue,
      ]),
      total: null,
      note: '«Обычно» — сколько таких дел бывает здесь за такое же время.',
    },
  ]
}

/** Solved cases told without their residents. */
export function exampleBlocks(examples: readonly KeptExample[]): Block[] {
  if (examples.length === 0) return [note('Решённых обращений, о которых можно рассказать, за период нет.')]
  const told = examples.map(
    ({ topic, settlement, gist }) => `${[topic, settlement].filter(Boolean).join(', ')}. Решено: «${gist}»`,
  )
  return [{ kind: 'list', items: told }]
}

/** Target indicators with their plan; their fact is not counted by the program. */
export function indicatorBlocks({ content: { indicators }, year, sheet }: SliceView): Block[] {
  if (indicators.length === 0) return [note('Целевых показателей в уставе центра нет.')]
  return [
    {
      kind: 'table',
      caption: 'Целевые показатели',
      sheet: sheet('Целевые показатели'),
      columns: [
        { name: 'Показатель', kind: 'text', width: 4 },
        { name: 'Единица', kind: 'text' },
        number(`План на ${year}`),
      ],
      rows: indicators.map(({ name, unit, plan }) => [name, unit, plan]),
      total: null,
      note: 'Достигнутые значения программой не считаются: их вписывает тот, кто готовит отчёт.',
    },
  ]
}
