import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Charter } from './contract.ts'
import { describeChange } from './describe-change.ts'
import { diffCharters } from './diff.ts'
import { digestOf } from './edition.ts'
import { newCharterText } from './new-charter.ts'
import { readCharter } from './read-charter.ts'

function charterOf(change: (text: string) => string = (text) => text): Charter {
  const { charter, problems } = readCharter({ 'charter.yaml': change(newCharterText()) })
  assert.deepEqual(problems, [])
  assert.ok(charter)
  return charter
}

const code = fc.constantFrom('a', 'b', 'c')
const record = fc.record({
  code,
  name: fc.constantFrom('x', 'y'),
  aliases: fc.array(fc.constantFrom('p', 'q'), { maxLength: 2 }),
})
const some = fc.record({
  organisations: fc.uniqueArray(record, { selector: (item) => item.code }),
  composition: fc.array(
    fc.record({ title: fc.constantFrom('t', 'u'), count: fc.integer({ min: 1, max: 3 }) }),
  ),
  norms: fc.dictionary(fc.constantFrom('n.a', 'n.b'), fc.record({ amount: fc.integer({ min: 1, max: 3 }) })),
  basis: fc.dictionary(fc.constantFrom('p', 'q'), fc.constantFrom('п. 1', 'п. 2')),
})

test('the difference of two charters is empty exactly when their digests are the same', () => {
  fc.assert(
    fc.property(some, some, (a, b) => {
      const [before, after] = [a, b].map((part) => structuredClone(part) as unknown as Charter) as [
        Charter,
        Charter,
      ]
      assert.deepEqual(diffCharters(before, structuredClone(before)), [])
      assert.equal(diffCharters(before, after).length === 0, digestOf(before) === digestOf(after))
    }),
  )
})

test('a record put at the head of a list is one added record, not a change of all behind it', () => {
  const after = charterOf((text) =>
    text.replace(
      'organisations:\n',
      'organisations:\n  - { code: school, name: Школа, kind: institution }\n',
    ),
  )
  const changes = diffCharters(charterOf(), after)
  assert.deepEqual(
    changes.map(({ path, kind }) => `${kind} ${path}`),
    ['added organisations.school'],
  )
})

test('routes in another order are a change', () => {
  const swap = (text: string) => {
    const routes = text.match(/^ {2}- \{ code: (?:roads, when|rest).*\n/gm) ?? []
    return text.replace(routes.join(''), routes.toReversed().join(''))
  }
  assert.deepEqual(diffCharters(charterOf(), charterOf(swap)), [
    { path: 'routing', kind: 'changed', before: ['roads', 'rest'], after: ['rest', 'roads'] },
  ])
})

test('a change reads as a Russian line', () => {
  const before = charterOf()
  const after = charterOf(
    (text) =>
      `${text.replace('name: Администрация', 'name: Администрация района')}norms:\n  incident.answer: { amount: 8, unit: working-hours, basis: п. 4.2 }\n`,
  )
  assert.deepEqual(
    diffCharters(before, after).map((change) => describeChange(change, before, after)),
    [
      'Организации: «Администрация района», название: было «Администрация», стало «Администрация района»',
      'Сроки: «Ответ на инцидент», величина: было 9, стало 8',
      'Сроки: «Ответ на инцидент», основание: было «предложение по практике регионов: 9 рабочих часов», стало «п. 4.2»',
    ],
  )
})
