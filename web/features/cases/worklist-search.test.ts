import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseStates, shownStates } from './chosen-states.ts'
import { hasConditions, isNumber, onFind, onView, viewOf } from './worklist-search.ts'

test('one word with a digit is looked for as a number, anything else as words', () => {
  assert.ok(['15320', 'СБ-2026-00015', 'ОГ-0040/26'].every(isNumber))
  assert.ok(!['яма', 'Садовая 12', 'дом 5а'].some(isNumber))
})

test('a search by words starts from all cases in every state, and without it the list is of open ones again', () => {
  const found = onFind({ view: 'overdue', channel: ['vk'], state: ['in_work'], sort: 'due' }, 'каток')
  assert.deepEqual(found, { find: 'каток', state: ['any'], sort: 'due' })
  assert.deepEqual(onFind(found, undefined), { find: undefined, state: undefined, sort: 'due' })
})

test('a search by number leaves the conditions as they stand for afterwards', () => {
  const before = { view: 'overdue', state: ['closed'] } as const
  const search = { ...before, state: [...before.state] }
  assert.deepEqual(onFind(search, 'СБ-2026-00003'), { ...search, find: 'СБ-2026-00003' })
  assert.deepEqual(onFind({ ...search, find: '15' }, undefined), { ...search, find: undefined })
})

test('a quick view is one of open cases: open states chosen under another stay, others do not', () => {
  assert.deepEqual(onView({ view: 'mine', state: ['in_work'] }, 'all'), {
    view: undefined,
    state: ['in_work'],
  })
  assert.deepEqual(onView({ state: ['any'], find: 'каток' }, 'overdue').state, undefined)
  assert.deepEqual(onView({ state: ['in_work', 'closed'] }, 'mine').state, undefined)
  assert.equal(viewOf({}), 'all')
  assert.equal(viewOf({ view: 'mine', state: ['in_work'] }), 'mine')
  assert.equal(viewOf({ view: 'mine', state: ['any'] }), null)
})

test('every state is no condition, one state is', () => {
  assert.equal(hasConditions({ view: 'mine', state: ['any'], sort: 'due' }), false)
  assert.equal(hasConditions({ state: ['closed'] }), true)
})

test('open states, every state and single ones exclude one another, and the last choice holds', () => {
  assert.deepEqual(shownStates(undefined), ['open'])
  assert.deepEqual(chooseStates(['open'], ['open', 'any']), ['any'])
  assert.deepEqual(chooseStates(['any'], ['any', 'closed']), ['closed'])
  assert.deepEqual(chooseStates(['closed'], ['closed', 'joined']), ['closed', 'joined'])
  assert.equal(chooseStates(['closed'], ['closed', 'open']), undefined)
  assert.equal(chooseStates(['closed'], []), undefined)
  assert.deepEqual(chooseStates(['open'], []), ['any'])
})
