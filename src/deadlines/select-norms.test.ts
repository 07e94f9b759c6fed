import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { timeNorm } from './contract.ts'
import { selectNorms } from './index.ts'
import type { NormFacts } from './index.ts'

type Given = Partial<z.input<typeof timeNorm>>
const norm = (amount: number, unit: Given['unit'], given: Given = {}) =>
  timeNorm.parse({
    name: 'Срок',
    regime: 'message',
    clock: 'answer',
    amount,
    unit,
    start: 'registered',
    stop: 'published',
    ...given,
  })
const norms = {
  answer: norm(30, 'calendar-days'),
  'answer-network': norm(9, 'working-hours', { when: { channels: ['incident', 'vk'] } }),
  'answer-urgent': norm(4, 'working-hours', { when: { channels: ['incident'], emergency: true } }),
  'answer-roads': norm(10, 'calendar-days', { when: { topics: ['roads'] } }),
  'answer-holes': norm(5, 'working-days', { when: { topics: ['roads-holes'] } }),
  take: norm(1, 'working-hours', { clock: 'take' }),
  'after-return': norm(2, 'working-days', { start: 'returned' }),
  forward: norm(7, 'calendar-days', { clock: 'forward', track: 'on-demand' }),
  'appeal-answer': norm(30, 'calendar-days', { regime: 'appeal', legal: true }),
}
const registered = { regime: 'message', event: 'registered' } as const

const choices: [what: string, facts: NormFacts, keys: string[]][] = [
  ['no condition met', { ...registered, channel: 'pos' }, ['answer', 'take']],
  ['one condition met', { ...registered, channel: 'vk' }, ['answer-network', 'take']],
  ['two conditions met', { ...registered, channel: 'incident', emergency: true }, ['answer-urgent', 'take']],
  [
    'a group of topics met',
    { ...registered, channel: 'pos', topic: 'roads-signs', topicGroup: 'roads' },
    ['answer-roads', 'take'],
  ],
  [
    'a tie, so the stricter',
    { ...registered, channel: 'pos', topic: 'roads-holes', topicGroup: 'roads' },
    ['answer-holes', 'take'],
  ],
  ['another start event', { regime: 'message', event: 'returned' }, ['after-return']],
  ['another regime', { regime: 'appeal', event: 'registered' }, ['appeal-answer']],
  ['an act that was chosen', { regime: 'message', track: 'on-demand' }, ['forward']],
  ['nothing that applies', { regime: 'media_request' }, []],
]
for (const [what, facts, keys] of choices) {
  test(`norms are chosen clock by clock with ${what}: ${keys.join(', ') || 'none'}`, () => {
    const chosen = selectNorms(norms, facts)
    assert.deepEqual(
      chosen.map(({ key }) => key),
      keys,
    )
    const own = new Map(Object.entries(norms))
    for (const { key, norm: taken } of chosen) assert.equal(taken, own.get(key))
  })
}

test('equal norms are chosen by key whatever the order of the charter', () => {
  const twins = { b: norm(3, 'working-days'), a: norm(3, 'working-days') }
  assert.deepEqual(
    selectNorms(twins, registered).map(({ key }) => key),
    ['a'],
  )
})
