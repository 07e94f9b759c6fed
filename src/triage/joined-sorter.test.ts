import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Sorter, TopicCandidate } from './contract.ts'
import { joinSorters } from './joined-sorter.ts'

const candidate = (group: string, more: Partial<TopicCandidate> = {}): TopicCandidate => ({
  group,
  groupName: group,
  topic: `${group}.1`,
  topicName: group,
  score: 1,
  words: ['слово'],
  emergency: false,
  ...more,
})

function says(name: string, decided: boolean, ...best: TopicCandidate[]): Sorter & { heard: string[] } {
  const heard: string[] = []
  return {
    name,
    version: '1',
    heard,
    propose: (text) => {
      heard.push(text)
      return { sorter: name, version: '1', best, decided, topicDecided: decided, threshold: 1 }
    },
  }
}

const history = { groups: new Set(['roads', 'heat']), topics: new Set(['roads.1', 'heat.1']) }
const joined = (learned: Sorter, keywords: Sorter) => {
  const { sorter, decided, best } = joinSorters(learned, keywords, history).propose('текст')
  return [sorter, decided, best.map(({ group }) => group)]
}

test('the learned sorter speaks first, sure or not', () => {
  const keywords = says('catalogue', true, candidate('heat'))
  assert.deepEqual(joined(says('model', true, candidate('roads')), keywords), ['model', true, ['roads']])
  const unsure = says('model', false, candidate('roads'), candidate('heat'))
  assert.deepEqual(joined(unsure, keywords), ['model', false, ['roads', 'heat']])
})

test('an emergency that keywords are sure of is not outvoted; one that they only suspect is', () => {
  const model = says('model', true, candidate('roads'))
  const gas = candidate('heat', { emergency: true })
  assert.deepEqual(joined(model, says('catalogue', true, gas)), ['catalogue', true, ['heat']])
  assert.deepEqual(joined(model, says('catalogue', false, gas)), ['model', true, ['roads']])
})

test('of a topic without a history keywords decide, or stand as the last of three; against a sure model they are silent', () => {
  const unsure = says('model', false, candidate('roads'), candidate('heat'), candidate('roads'))
  const dogs = candidate('dogs')
  assert.deepEqual(joined(unsure, says('catalogue', true, dogs)), ['catalogue', true, ['dogs']])
  assert.deepEqual(joined(unsure, says('catalogue', false, dogs)), [
    'model',
    false,
    ['roads', 'heat', 'dogs'],
  ])
  const sure = says('model', true, candidate('roads'))
  assert.deepEqual(joined(sure, says('catalogue', true, dogs)), ['model', true, ['roads']])
})

test('where only groups were learned, a known group has a history whatever its topic', () => {
  const groupsAlone = { groups: new Set(['roads']), topics: new Set<string>() }
  const unsure = says('model', false, candidate('roads'))
  const keywords = says('catalogue', true, candidate('roads'))
  assert.equal(joinSorters(unsure, keywords, groupsAlone).propose('текст').sorter, 'model')
})

test('the learned sorter is given masked words only, keywords the words as they are', () => {
  const [model, keywords] = [says('model', true, candidate('roads')), says('catalogue', false)]
  joinSorters(model, keywords, history).propose('Яма. Звоните 8 912 345-67-89')
  assert.deepEqual(model.heard, ['Яма. Звоните [телефон]'])
  assert.deepEqual(keywords.heard, ['Яма. Звоните 8 912 345-67-89'])
})
