import type { ReportSection } from '../../charter/contract.ts'
import { measures, type MeasureCode } from '../../insight/contract.ts'
import type { Block, Cell, Column, KeyFigures } from '../../platform/documents/document.ts'
import type { KeptFigure, KeptSlice, KeptTable, ReportContent } from '../contract-content.ts'
import { exampleBlocks, growthBlocks, indicatorBlocks, spotBlocks } from './list-blocks.ts'
import { flowBlocks, topChart } from './chart-blocks.ts'
import { tellChange, tellValue, toneOf } from './tell.ts'

/** What blocks of one slice are made of; `sheet` makes the name of a sheet unique within the report. */
export interface SliceView {
  content: ReportContent
  slice: KeptSlice
  year: number
  sheet: (name: string) => string
}

export const sectionTitles: Record<ReportSection, string> = {
  key: 'Главное в цифрах',
  figures: 'Показатели',
  flow: 'Поступление',
  channels: 'Каналы',
  topics: 'Группы тем',
  growing: 'Что растёт',
  'hot-spots': 'Горячие точки',
  blocks: 'Отраслевые блоки',
  organisations: 'Организации',
  outcomes: 'Итоги ответов',
  examples: 'Примеры решённых обращений',
  indicators: 'Целевые показатели',
}

const keyCodes: readonly MeasureCode[] = ['received', 'answered', 'in-time', 'solved', 'open', 'overdue']

/** The blocks of one section, without its heading. */
export function sectionBlocks(view: SliceView, section: ReportSection): Block[] {
  const { slice } = view
  switch (section) {
    case 'key':
      return [keyBlock(slice)]
    case 'figures':
      return figureBlocks(view)
    case 'flow':
      return slice.flow ? flowBlocks(view, slice.flow) : []
    case 'growing':
      return slice.growth ? growthBlocks(view, slice.growth) : []
    case 'hot-spots':
      return slice.spots ? spotBlocks(view, slice.spots) : []
    case 'examples':
      return exampleBlocks(slice.examples)
    case 'indicators':
      return indicatorBlocks(view)
    default:
      return slice.tables
        .filter((table) => table.section === section)
        .flatMap((table) => tableBlocks(view, table))
  }
}

function keyBlock({ figures }: KeptSlice): KeyFigures {
  const items = keyCodes.flatMap((code) => {
    const figure = figures.find((one) => one.code === code)
    if (!figure) return []
    return [
      {
        name: figure.name,
        value: tellValue(figure.value, figure.unit),
        change: tellChange(figure),
        tone: toneOf(figure),
      },
    ]
  })
  return { kind: 'key-figures', items }
}

const number = (name: string, width = 1, sum = false): Column => ({ name, kind: 'number', width, sum })

function figureBlocks({ slice: { figures }, sheet }: SliceView): Block[] {
  const ofUnit = (unit: KeptFigure['unit']) => figures.filter((figure) => figure.unit === unit)
  return [
    {
      kind: 'table',
      caption: 'Число дел',
      sheet: sheet('Число дел'),
      columns: [
        { name: 'Показатель', kind: 'text', width: 3 },
        number('За период'),
        number('Прошлый период', 1.3),
        number('Изменение'),
      ],
      rows: ofUnit('cases').map(({ name, value, previous, change }) => [name, value, previous, change]),
      total: null,
      note: null,
    },
    {
      kind: 'table',
      caption: 'Доли',
      sheet: sheet('Доли'),
      columns: [
        { name: 'Показатель', kind: 'text', width: 3 },
        { name: 'Доля', kind: 'percent' },
        number('Дел'),
        number('Из скольких', 1.2),
        { name: 'Прошлый период', kind: 'percent', width: 1.3 },
        number('Изменение, п. п.'),
      ],
      rows: ofUnit('percent').map(({ name, value, count, of, previous, change }) => [
        name,
        value,
        count,
        of,
        previous,
        change,
      ]),
      total: null,
      note: null,
    },
    {
      kind: 'table',
      caption: 'Сроки, медиана в часах',
      sheet: sheet('Сроки'),
      columns: [
        { name: 'Показатель', kind: 'text', width: 3 },
        { name: 'Медиана', kind: 'hours' },
        number('Дел'),
        { name: 'Прошлый период', kind: 'hours', width: 1.3 },
        { name: 'Изменение', kind: 'hours' },
      ],
      rows: ofUnit('hours').map(({ name, value, count, previous, change }) => [
        name,
        value,
        count,
        previous,
        change,
      ]),
      total: null,
      note: null,
    },
    ...markBlocks(ofUnit('points'), sheet),
  ]
}

function markBlocks(figures: readonly KeptFigure[], sheet: SliceView['sheet']): Block[] {
  if (figures.every(({ value, previous }) => value === null && previous === null)) return []
  return [
    {
      kind: 'table',
      caption: 'Оценки заявителей, от 1 до 5',
      sheet: sheet('Оценки'),
      columns: [
        { name: 'Показатель', kind: 'text', width: 3 },
        number('Оценка'),
        number('Оценок'),
        number('Прошлый период', 1.3),
        number('Изменение'),
      ],
      rows: figures.map(({ name, value, count, previous, change }) => [name, value, count, previous, change]),
      total: null,
      note: null,
    },
  ]
}

const firstColumns: Partial<Record<KeptTable['section'], string>> = {
  channels: 'Канал',
  topics: 'Группа тем',
  blocks: 'Отраслевой блок',
  organisations: 'Организация',
  outcomes: 'Итог',
}

function tableBlocks(view: SliceView, table: KeptTable): Block[] {
  const { slice, sheet } = view
  const caption = sectionTitles[table.section]
  if (table.rows.length === 0)
    return [{ kind: 'paragraph', text: 'За период ничего не поступило.', tone: 'note' }]
  const columns: Column[] = table.measures.map(({ code, name, unit }) =>
    unit === 'cases'
      ? number(name, 1, measures[code].basis !== 'end')
      : unit === 'points'
        ? number(name)
        : { name, kind: unit },
  )
  columns.splice(1, 0, number('Прошлый период', 1.2, true))
  const totals = table.measures.map(
    ({ code }) => slice.figures.find((one) => one.code === code)?.value ?? null,
  )
  const withPrevious = (values: Cell[], previous: Cell) => values.toSpliced(1, 0, previous)
  return [
    {
      kind: 'table',
      caption,
      sheet: sheet(caption),
      columns: [{ name: firstColumns[table.section] ?? 'Разрез', kind: 'text', width: 3 }, ...columns],
      rows: table.rows.map(({ name, cells }) => [
        name,
        ...withPrevious(
          cells.map(({ value }) => value),
          cells[0]?.previous ?? null,
        ),
      ]),
      total: ['Всего', ...withPrevious(totals, sumOf(table))],
      note: null,
    },
    ...(table.section === 'topics' ? topChart(table) : []),
  ]
}

function sumOf({ rows }: KeptTable): number {
  return rows.reduce((sum, { cells }) => sum + (cells[0]?.previous ?? 0), 0)
}
