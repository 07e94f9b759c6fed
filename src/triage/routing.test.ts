import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routeCase, routingRule } from './index.ts'

const rules = [
  { sectorBlock: 'other', organisation: 'administration' },
  { when: { topicGroups: ['04'] }, organisation: 'roads', sectorBlock: 'transport' },
  { when: { topicGroups: ['04'], settlements: ['village'] }, organisation: 'village-hall' },
  { when: { topics: ['04.03'] }, organisation: 'lights', sectorBlock: 'housing' },
  { when: { topicGroups: ['04'], natures: ['consultation' as const] }, organisation: 'legal' },
  { when: { topicGroups: ['04'] }, organisation: 'second-roads' },
].map((rule) => routingRule.parse(rule))

const cases = [
  [
    'a topic beats a group with a settlement',
    { topic: '04.03', topicGroup: '04', settlement: 'village' },
    'lights',
    'housing',
    3,
  ],
  [
    'a settlement makes a group rule more specific',
    { topic: '04.01', topicGroup: '04', settlement: 'village' },
    'village-hall',
    'transport',
    2,
  ],
  [
    'among equals the first rule wins',
    { topic: '04.01', topicGroup: '04', settlement: 'town' },
    'roads',
    'transport',
    1,
  ],
  ['a nature adds to a group', { topicGroup: '04', nature: 'consultation' }, 'legal', 'transport', 4],
  [
    'a settlement outweighs a nature',
    { topicGroup: '04', nature: 'consultation', settlement: 'village' },
    'village-hall',
    'transport',
    2,
  ],
  ['a rule without conditions takes the rest', { topicGroup: '08' }, 'administration', 'other', 0],
  ['nothing known goes to the rest', {}, 'administration', 'other', 0],
] as const

for (const [name, facts, organisation, block, rule] of cases) {
  test(`routing: ${name}`, () => {
    const decision = routeCase(rules, facts)
    assert.deepEqual([decision.organisation, decision.block, decision.rule], [organisation, block, rule])
  })
}

test('a route names the rule and its reasons in words', () => {
  const { why } = routeCase(
    rules,
    { topicGroup: '04', settlement: 'village' },
    { '04': 'Дороги', village: 'село Заречное' },
  )
  assert.equal(
    why,
    'Правило 3 маршрутизации: группа тем «Дороги», населённый пункт «село Заречное». Отраслевой блок: правило 2 маршрутизации: группа тем «Дороги».',
  )
})

test('where no rule fits a person is asked', () => {
  const decision = routeCase(rules.slice(1), { topicGroup: '08' })
  assert.equal(decision.organisation, null)
  assert.match(decision.why, /назначьте исполнителя сами/)
})

test('a rule that leads nowhere is refused', () => {
  assert.equal(routingRule.safeParse({ when: { topics: ['04.01'] } }).success, false)
})
