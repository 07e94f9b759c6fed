import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newCharterText } from './new-charter.ts'
import { readCharter } from './read-charter.ts'

const right = newCharterText()

/** Problems of the short charter after a change, each as `file:line:column path`. */
function problemsOf(change: (text: string) => string, more: Record<string, string> = {}): string[] {
  const text = change(right)
  assert.ok(text !== right || Object.keys(more).length > 0, 'the change must change something')
  return places(readCharter({ 'charter.yaml': text, ...more }).problems)
}

const places = (problems: readonly { file: string; line: number; column: number; path: string }[]) =>
  problems.map(({ file, line, column, path }) => `${file}:${line}:${column} ${path}`)

const lineOf = (text: string) => right.slice(0, right.indexOf(text)).split('\n').length
const end = right.split('\n').length
const add = (text: string) => (before: string) => `${before}${text}\n`
const replace = (from: string, to: string) => (text: string) => text.replace(from, to)

test('the charter that charter new writes has no problems and is frozen through and through', () => {
  const { charter, problems } = readCharter({ 'charter.yaml': right })
  assert.deepEqual(problems, [])
  assert.ok(charter)
  assert.ok(Object.isFrozen(charter.roles[0]?.permissions))
})

const broken: [name: string, change: (text: string) => string, expected: string[]][] = [
  ['an unknown section', add('rols: []'), [`${end}:1 rols`]],
  [
    'an unknown key inside',
    replace('  shortName:', '  shrtName: x\n  shortName:'),
    [`${lineOf('  shortName')}:3 centre.shrtName`],
  ],
  ['a missing value', replace('  shortName: МЦУ\n', ''), [`${lineOf('centre:')}:1 centre.shortName`]],
  [
    'a key written twice',
    replace('  shortName:', '  name: x\n  shortName:'),
    [`${lineOf('  shortName')}:3 `],
  ],
  [
    'a permission that is none',
    replace('- case.approve', '- case.aprove'),
    [`${lineOf('- case.approve')}:9 roles[0].permissions[2]`],
  ],
  [
    'a code that YAML takes for a number',
    replace("topicGroups: ['04'", 'topicGroups: [04'),
    [`${lineOf("topicGroups: ['04'")}:60 sectorBlocks[0].topicGroups[0]`],
  ],
  [
    'a time zone that is none',
    replace('Europe/Moscow', 'Europe/Mosco'),
    [`${lineOf('timeZone')}:13 centre.timeZone`],
  ],
  [
    'a number of the world clock for a zone',
    replace('Europe/Moscow', "'+03:00'"),
    [`${lineOf('timeZone')}:13 centre.timeZone`],
  ],
  [
    'a text with a comma not in quotes',
    replace('name: Администрация,', 'name: Адм, и всё,'),
    [`${lineOf('  - { code: administration')}:40 organisations[0].и всё`],
  ],
  [
    'a route to nobody',
    replace('when: {}, organisation: administration', 'when: {}'),
    [`${lineOf('code: rest')}:5 routing[1]`],
  ],
  [
    'a route to an unknown organisation',
    replace('when: {}, organisation: administration', 'when: {}, organisation: adm'),
    [`${lineOf('code: rest')}:43 routing[1].organisation`],
  ],
  [
    'an unknown topic group',
    replace("topicGroups: ['04', '05'] }\n\n", "topicGroups: ['04', '95'] }\n\n"),
    [`${lineOf("topicGroups: ['04'")}:66 sectorBlocks[0].topicGroups[1]`],
  ],
  ['nobody to keep the staff', replace('      - people.manage\n', ''), [`${lineOf('roles:')}:1 roles`]],
  ['nobody to approve', replace('      - case.approve\n', ''), [`${lineOf('roles:')}:1 roles`]],
  [
    'one code for two',
    add('riskLevels: [{ code: a, name: A }, { code: a, name: B }]'),
    [`${end}:44 riskLevels[1].code`],
  ],
  [
    'an amount without its unit',
    add('norms:\n  appeal.answer: { amount: 20 }'),
    [`${end + 1}:3 norms.appeal.answer.unit`],
  ],
  [
    'a norm named after nothing',
    add(
      'norms:\n  fax.answer: { name: x, regime: message, clock: fax, amount: 1, unit: hours, start: received, stop: sent }',
    ),
    [`${end + 1}:3 norms.fax.answer`],
  ],
  ['no term of answer for a regime', add('norms:\n  media.answer: null'), [`${end}:1 norms`]],
  [
    'two norms that cannot be told apart',
    add(
      'norms:\n  message.fast: { name: x, regime: message, clock: answer, amount: 1, unit: hours, start: received, stop: sent }',
    ),
    [`${end + 1}:3 norms.message.fast`],
  ],
  [
    'a number pattern without a year',
    add("numbering:\n  message: { pattern: 'М-{n}' }"),
    [`${end + 1}:23 numbering.message.pattern`],
  ],
  [
    'two regimes that may give one number',
    add('numbering:\n  message: { prefix: ОГ }'),
    [`${end}:1 numbering.appeal.pattern`],
  ],
  [
    'hours that end before they begin',
    add("workingHours:\n  mon: [{ from: '18:00', to: '09:00' }]"),
    [`${end + 1}:9 workingHours.mon[0]`],
  ],
  [
    'hours that overlap',
    add("workingHours:\n  mon: [{ from: '09:00', to: '14:00' }, { from: '13:00', to: '18:00' }]"),
    [`${end + 1}:41 workingHours.mon[1]`],
  ],
  [
    'a day that does not exist',
    add("calendar: { holidays: [{ date: '2026-02-30', name: x }] }"),
    [`${end}:32 calendar.holidays[0].date`],
  ],
  [
    'a fast track without topics',
    add('fastTrack: [{ code: a, limit: { amount: 10, unit: calendar-days } }]'),
    [`${end}:13 fastTrack[0]`],
  ],
  [
    'a report due in two ways',
    add('reports: [{ code: a, name: A, period: month, due: { dayOfMonth: 5, workingDayOfMonth: 3 } }]'),
    [`${end}:46 reports[0].due`],
  ],
  [
    'a week of report that has not seven days',
    add('reports: [{ code: a, name: A, period: week, window: { from: fri 00:00, to: wed 24:00 } }]'),
    [`${end}:45 reports[0].window`],
  ],
  [
    'a part of a report filled by who may not',
    add('reports: [{ code: a, name: A, period: week, parts: [{ code: b, title: B, by: [specialist] }] }]'),
    [`${end}:79 reports[0].parts[0].by[0]`],
  ],
  [
    'numbers of reports that repeat in the next year',
    add("reportNumbering: { pattern: '{n}' }"),
    [`${end}:29 reportNumbering.pattern`],
  ],
  [
    'a rating that weighs nothing',
    add(
      'ratings: [{ code: a, name: A, of: organisations, period: month, criteria: [{ code: b, name: B, weight: 0, formula: f }] }]',
    ),
    [`${end}:65 ratings[0].criteria`],
  ],
  [
    'a term of keeping named in days and years',
    add('retention: [{ what: files, years: 1, days: 5, then: erase }]'),
    [`${end}:13 retention[0]`],
  ],
  [
    'contacts kept longer than what they belong to',
    add('retention: [{ what: contacts, years: 9, then: erase }]'),
    [`${end}:13 retention[0]`],
  ],
  [
    'a clause for a path that leads nowhere',
    add('basis: { roles.hed: п. 1 }'),
    [`${end}:10 basis.roles.hed`],
  ],
  [
    'an organisation above itself',
    replace('kind: administration }', 'kind: administration, parent: administration }'),
    [`${lineOf('  - { code: administration')}:80 organisations[0].parent`],
  ],
  [
    'a tag',
    replace('name: Муниципальный', 'name: !text Муниципальный'),
    [`${lineOf('  name: Муниципальный')}:9 `],
  ],
  ['a tab', replace('  shortName', '\tshortName'), [`${lineOf('  shortName')}:1 `]],
]

for (const [name, change, expected] of broken) {
  test(`a charter with ${name} is refused at its place`, () => {
    assert.deepEqual(
      problemsOf(change),
      expected.map((place) => `charter.yaml:${place}`),
    )
  })
}

test('all problems of all files are found at once, in the order of files and lines', () => {
  const change = (text: string) =>
    replace('Europe/Moscow', 'Europe/Mosco')(replace('- case.approve', '- case.aprove')(text))
  assert.deepEqual(problemsOf(change, { 'streets.yaml': '- { settlement: nowhere, name: Лесная }\n' }), [
    `charter.yaml:${lineOf('timeZone')}:13 centre.timeZone`,
    `charter.yaml:${lineOf('- case.approve')}:9 roles[0].permissions[2]`,
    'streets.yaml:1:17 streets[0].settlement',
  ])
})

test('a part holds its section with or without the name of the section, and a section given twice is a problem', () => {
  const street = '{ settlement: centre, name: Лесная }'
  for (const text of [`- ${street}\n`, `streets: [${street}]\n`]) {
    const { charter } = readCharter({ 'charter.yaml': right, 'streets.yaml': text })
    assert.equal(charter?.streets[0]?.name, 'Лесная')
  }
  const twice = problemsOf((text) => text, { 'more.yaml': 'format: 1\nroles: []\n' })
  assert.deepEqual(twice, ['more.yaml:1:1 format', 'more.yaml:2:1 roles'])
})

test('every problem is told in Russian with something to do', () => {
  for (const [name, change] of broken) {
    for (const { message } of readCharter({ 'charter.yaml': change(right) }).problems) {
      assert.match(message, /[а-яё]{3}/, name)
      assert.doesNotMatch(message, /expected|invalid|required/i, name)
    }
  }
})

test('a folder without charter.yaml says so and nothing else', () => {
  assert.deepEqual(places(readCharter({}).problems), ['charter.yaml:1:1 '])
})
