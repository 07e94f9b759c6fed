import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newCharterText } from './new-charter.ts'
import { basisOf, charterSections, isDefault } from './provenance.ts'
import { readCharter } from './read-charter.ts'

const more = `norms:
  incident.answer: { amount: 8, unit: working-hours, basis: 'Положение, п. 4.2' }
  pos.answer: { amount: 15, unit: calendar-days }
basis:
  norms.pos.answer: Положение, п. 3.1
  roles: Положение, раздел 2
  roles.head.permissions: Положение, п. 2.4
`
const reading = readCharter({ 'charter.yaml': newCharterText() + more })
assert.deepEqual(reading.problems, [])
const { charter, provenance } = reading as Extract<typeof reading, { problems: [] }>

const values: [path: string, basis: string | null, byDefault: boolean][] = [
  ['norms.incident.answer.amount', 'Положение, п. 4.2', false],
  ['norms.pos.answer.amount', 'Положение, п. 3.1', false],
  [
    'norms.appeal.answer.amount',
    '59-ФЗ, ст. 12 ч. 1; продление: ст. 12 ч. 2; перенос с выходного — предложение',
    true,
  ],
  ['roles.head', 'Положение, раздел 2', false],
  ['roles.head.permissions', 'Положение, п. 2.4', false],
  ['centre.name', null, false],
  ['retention.messages', 'предложение', true],
]

for (const [path, basis, byDefault] of values) {
  test(`${path} carries its own clause and says whether it is a default`, () => {
    assert.equal(basisOf(charter, path, provenance), basis)
    assert.equal(isDefault(provenance, path), byDefault)
  })
}

test('a record that the charter changes does not keep the clause of the default, and what it leaves open stays a default', () => {
  assert.equal(charter.norms['pos.answer']?.basis, undefined)
  assert.ok(isDefault(provenance, 'norms.pos.answer.roll'))
  assert.ok(!isDefault(provenance, 'norms.pos.answer.amount'))
})

test('the screen shows every section that says something, each value with a Russian title', () => {
  const sections = charterSections(charter, provenance)
  assert.deepEqual(
    sections.slice(0, 3).map(({ title }) => title),
    ['Центр', 'Рабочее время', 'Местный календарь'],
  )
  const norm = sections
    .find(({ section }) => section === 'norms')
    ?.values.find(({ path }) => path === 'norms.incident.answer')
  assert.deepEqual(
    [norm?.title, norm?.basis, norm?.isDefault],
    ['Ответ на инцидент', 'Положение, п. 4.2', false],
  )
})

test('without a rule of approval every role with the permission approves, but not the author, and that is a default', () => {
  assert.deepEqual(charter.approval, [{ by: ['head'], fourEyes: true }])
  assert.ok(isDefault(provenance, 'approval'))
})

test('null drops a default norm', () => {
  const { charter } = readCharter({ 'charter.yaml': `${newCharterText()}norms: { incident.urgent: null }\n` })
  assert.ok(charter?.norms['incident.answer'])
  assert.equal(charter.norms['incident.urgent'], undefined)
})
