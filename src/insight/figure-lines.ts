import { record } from '../audit/index.ts'
import { type Desk, mustHave } from '../people/index.ts'
import type { Dashboard, Figure, MeasureRow } from './contract.ts'
import { dimensions } from './contract.ts'
import type { CrossTable } from './contract-tables.ts'

type Line = (string | number | null)[]
type Told = Pick<Dashboard['measures'][number], 'name' | 'unit'>

const unitNames = { cases: 'дел', percent: '%', hours: 'ч', points: 'балл' } as const
const titleOf = ({ name, unit }: Told) => (unit === 'cases' ? name : `${name}, ${unitNames[unit]}`)
const valueOf = (figure: Figure | null) => figure?.value ?? null

/** Refuses whom the charter does not let export, and records what was exported. */
export async function exported(
  desk: Desk,
  table: 'overview' | 'cross-table',
  lines: Line[],
): Promise<Line[]> {
  mustHave(desk.actor, 'list.export', 'выгружать показатели')
  await record(desk, { action: 'figures-exported', data: { table, lines: lines.length } })
  return lines
}

function headLines(desk: Desk, { period, asOf }: { period: Dashboard['period']; asOf: string }): Line[] {
  const at = Temporal.Instant.from(asOf).toZonedDateTimeISO(desk.centre.zone)
  return [
    [desk.centre.charter.centre.name],
    [`Период: ${inRussian(period.from)} – ${inRussian(period.to)}`],
    [
      `Данные на ${inRussian(at.toPlainDate().toString())} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`,
    ],
    [],
  ]
}

const inRussian = (day: string) => day.split('-').toReversed().join('.')

/** A cross-table as lines: heads, rows with their totals, and the line of totals. */
export function linesOfTable(desk: Desk, table: CrossTable): Line[] {
  const { rows, columns, measures } = table
  const [first] = measures
  const corner = capital(dimensions[rows.by])
  if (!columns) {
    return [
      ...headLines(desk, table),
      [corner, ...measures.map(titleOf)],
      ...rows.heads.map(({ name }, row) => [name, ...measures.map((one) => valueOf(one.rows[row] ?? null))]),
      ['Всего', ...measures.map(({ total }) => total.value)],
    ]
  }
  if (!first) return headLines(desk, table)
  return [
    ...headLines(desk, table),
    [`${titleOf(first)}: ${dimensions[rows.by]} и ${dimensions[columns.by]}`],
    [corner, ...columns.heads.map(({ name }) => name), 'Всего'],
    ...rows.heads.map(({ name }, row) => [
      name,
      ...first.cells[row]!.map(valueOf),
      valueOf(first.rows[row] ?? null),
    ]),
    ['Всего', ...first.columns.map(valueOf), first.total.value],
  ]
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** The overview as lines: every measure with its formula, then what it is laid out by. */
export function linesOfDashboard(desk: Desk, dashboard: Dashboard): Line[] {
  const { measures, flow, topicGroups, sectorBlocks, overdue } = dashboard
  const laidOut = (title: string, rows: readonly MeasureRow[]): Line[] => [
    [],
    [title, 'Дел', 'Прошлый период'],
    ...rows.map(({ name, count, previous }) => [name, count, previous]),
    ['Всего', rows.reduce((sum, { count }) => sum + count, 0), null],
  ]
  return [
    ...headLines(desk, dashboard),
    ['Показатель', 'Значение', 'Дел', 'Из них всего', 'Прошлый период', 'Как считается'],
    ...measures.map((one) => [
      titleOf(one),
      one.total.value,
      one.total.count,
      one.total.of,
      one.total.previous,
      one.formula,
    ]),
    [],
    ['Поступило', ...flow.channels.map(({ name }) => name), 'Всего'],
    ...flow.rows.map(({ name, value, channels }) => [
      name,
      ...flow.channels.map(({ key }) => channels.find((one) => one.key === key)?.value ?? 0),
      value,
    ]),
    [
      'Всего',
      ...flow.channels.map(({ count }) => count),
      flow.rows.reduce((sum, { value }) => sum + value, 0),
    ],
    ...laidOut('Поступило по группам тем', topicGroups),
    ...laidOut('Поступило по отраслевым блокам', sectorBlocks),
    ...laidOut('Просрочено сейчас по организациям', overdue),
  ]
}
