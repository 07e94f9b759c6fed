import fc from 'fast-check'
import type { Block, Cell, OfficialDocument } from './document.ts'

/** Texts that would like to be markup, formulas, other directions or the end of the file. */
export const hostileTexts = [
  "=cmd|'/C calc'!A0",
  '=1+1',
  '+7 900',
  '-2',
  '@SUM(A1)',
  '#heading *bold* _em_ $x^2$ `raw` @ref \\n <label> //c',
  '#import "/etc/passwd": *',
  '#read("/etc/passwd")',
  '"), eval("panic()") #("',
  '<w:t>&amp;</w:t><script>alert(1)</script>',
  ']]><!--',
  '__proto__',
  'constructor',
  'toString',
  'слово __proto__ слово '.repeat(9),
  '{dashes-0} {\uE000dashes-0}',
  '_x0041_ _x000D_',
  '&P &[Page] &"Arial"',
  '\u202Eназад \u2066\u200F',
  'שלום مرحبا 你好 😀👨‍👩‍👧',
  '\u0000\u0007\u001B[31m\uFFFE\uD800',
  `e${'\u0301'.repeat(60)}`,
  'слово\nвторая\r\nтретья\tчетвёртая',
  'а'.repeat(10_000),
  `https://example.org/${'путь/'.repeat(100)}`,
  '',
  ' ',
  '\u00A0',
] as const

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom('Уличное освещение', 'Отопление') },
)
const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
  fc.double(),
  fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, 1e300, 12.5),
)
const cell: fc.Arbitrary<Cell> = fc.oneof(
  text,
  number,
  fc.constant(null),
  fc.constantFrom('2026-11-13', '2026-02-31', '0001-01-01', '1900-02-29', '9999-12-31'),
)
const row = fc.array(cell, { maxLength: 6 })
const column = fc.record(
  {
    name: text,
    kind: fc.constantFrom('text', 'number', 'percent', 'hours', 'date'),
    width: fc.constantFrom(0.1, 1, 7),
    sum: fc.boolean(),
  },
  { requiredKeys: ['name', 'kind'] },
)
const few = { maxLength: 4 } as const

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading'), level: fc.constantFrom(1, 2), text }),
  fc.record({ kind: fc.constant('paragraph'), text, tone: fc.constantFrom('plain', 'note', 'missing') }),
  fc.record({ kind: fc.constant('list'), items: fc.array(text, few) }),
  fc.record({
    kind: fc.constant('key-figures'),
    items: fc.array(
      fc.record({
        name: text,
        value: text,
        change: fc.option(text),
        tone: fc.constantFrom('good', 'bad', 'even'),
      }),
      { maxLength: 7 },
    ),
  }),
  fc.record({
    kind: fc.constant('table'),
    caption: text,
    sheet: text,
    columns: fc.array(column, { maxLength: 6 }),
    rows: fc.array(row, few),
    total: fc.option(row),
    note: fc.option(text),
  }),
  fc.record({
    kind: fc.constant('chart'),
    caption: text,
    shape: fc.constantFrom('columns', 'stacked-columns', 'bars', 'lines'),
    categories: fc.array(text, few),
    series: fc.array(fc.record({ name: text, values: fc.array(fc.option(number), few) }), few),
    unit: text,
    description: text,
  }),
)

/** Documents that nobody would write and somebody will send. */
export const hostileDocument: fc.Arbitrary<OfficialDocument> = fc.record({
  letterhead: fc.array(text, few),
  title: text,
  subtitle: fc.option(text),
  registration: fc.option(fc.record({ number: text, date: text })),
  addressees: fc.array(text, few),
  approval: fc.option(fc.record({ position: text, name: text, moment: text })),
  blocks: fc.array(block, { maxLength: 6 }),
  signatures: fc.array(fc.record({ position: text, name: fc.option(text) }), few),
  footer: text,
  madeAt: fc.constantFrom(
    '2026-11-23T06:41:07Z',
    '2026-11-23T23:59:59.999+03:00',
    '2026-11-23T06:41:07.123456789Z',
  ),
})

/** The smallest document, changed where a test cares. */
export function smallDocument(change: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    letterhead: ['Администрация', 'Муниципальный центр управления'],
    title: 'Отчёт',
    subtitle: 'за неделю',
    registration: { number: '7', date: '2026-11-23' },
    addressees: [],
    approval: null,
    blocks: [],
    signatures: [],
    footer: 'Сформировано по данным на 23.11.2026',
    madeAt: '2026-11-23T06:41:07Z',
    ...change,
  }
}

/** A table of two topics with a total, changed where a test cares. */
export function smallTable(
  change: Partial<Extract<Block, { kind: 'table' }>> = {},
): Extract<Block, { kind: 'table' }> {
  return {
    kind: 'table',
    caption: 'Темы',
    sheet: 'Темы',
    columns: [
      { name: 'Тема', kind: 'text' },
      { name: 'Поступило', kind: 'number', sum: true },
      { name: 'В срок', kind: 'percent' },
      { name: 'Ответ', kind: 'hours' },
      { name: 'Срок', kind: 'date' },
    ],
    rows: [
      ['Дороги', 1234, 87.4, 31.25, '2026-11-13'],
      ['Освещение', 66, null, 2, null],
    ],
    total: ['Всего', 1300, 85.1, 29.8, null],
    note: null,
    ...change,
  }
}
