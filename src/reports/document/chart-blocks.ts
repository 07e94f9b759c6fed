import type { Block } from '../../platform/documents/document.ts'
import type { KeptFlow, KeptTable } from '../contract-content.ts'
import type { SliceView } from './section-blocks.ts'
import { tellValue } from './tell.ts'

/** Channels that have a column of their own; the rest are one. */
const mostChannels = 6
/** Bars of a chart. */
const mostBars = 10

/** What came in by days or weeks: the chart and its table. */
export function flowBlocks({ sheet }: SliceView, flow: KeptFlow): Block[] {
  const { channels, rows } = joinSmall(flow)
  const words = flow.by === 'day' ? 'по дням' : 'по неделям'
  const total = rows.reduce((sum, { value }) => sum + value, 0)
  if (total === 0) return [{ kind: 'paragraph', text: 'За период ничего не поступило.', tone: 'note' }]
  const top = rows.reduce((most, row) => (row.value > most.value ? row : most), rows[0]!)
  return [
    {
      kind: 'chart',
      caption: `Поступление ${words} и каналам`,
      shape: 'stacked-columns',
      categories: rows.map(({ name }) => name),
      series: channels.map((name, place) => ({
        name,
        values: rows.map(({ byChannel }) => byChannel[place]!),
      })),
      unit: 'дел',
      description: `Всего ${tellValue(total, 'cases')}; больше всего ${top.name}: ${tellValue(top.value, 'cases')}.`,
    },
    {
      kind: 'table',
      caption: `Поступление ${words} и каналам`,
      sheet: sheet('Поступление'),
      columns: [
        { name: flow.by === 'day' ? 'День' : 'Неделя', kind: 'text', width: 1.4 },
        { name: 'Всего', kind: 'number', sum: true },
        ...channels.map((name) => ({ name, kind: 'number', sum: true }) as const),
      ],
      rows: rows.map(({ name, value, byChannel }) => [name, value, ...byChannel]),
      total: [
        'Всего',
        total,
        ...channels.map((_, place) => rows.reduce((sum, row) => sum + row.byChannel[place]!, 0)),
      ],
      note: null,
    },
  ]
}

// Channels stand in the order of their weight.
function joinSmall({ channels, rows }: KeptFlow): Pick<KeptFlow, 'channels' | 'rows'> {
  if (channels.length <= mostChannels) return { channels, rows }
  const own = mostChannels - 1
  return {
    channels: [...channels.slice(0, own), 'другие'],
    rows: rows.map((row) => ({
      ...row,
      byChannel: [
        ...row.byChannel.slice(0, own),
        row.byChannel.slice(own).reduce((sum, value) => sum + value, 0),
      ],
    })),
  }
}

/** The longest rows of a table by its first measure, as bars. */
export function topChart({ rows, measures }: KeptTable): Block[] {
  const top = rows.filter(({ cells }) => (cells[0]?.value ?? 0) > 0).slice(0, mostBars)
  if (top.length < 2) return []
  const [first] = top
  const name = measures[0]?.name ?? ''
  return [
    {
      kind: 'chart',
      caption: `Группы тем, чаще всего: ${name.toLocaleLowerCase('ru')}`,
      shape: 'bars',
      categories: top.map((row) => row.name),
      series: [{ name, values: top.map(({ cells }) => cells[0]?.value ?? null) }],
      unit: 'дел',
      description: `Больше всего: ${first!.name}, ${tellValue(first!.cells[0]?.value ?? null, 'cases')}.`,
    },
  ]
}
