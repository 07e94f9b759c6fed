import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isNumber, listQueryOf } from './case-queries.ts'

test('one word with a digit is looked for as a number, anything else as words', () => {
  assert.ok(['15320', 'СБ-2026-00015', 'ОГ-0040/26'].every(isNumber))
  assert.ok(!['яма', 'Садовая 12', 'дом 5а'].some(isNumber))
})

test('a search by number goes to the server as a number', () => {
  assert.deepEqual(listQueryOf({ find: 'ОГ-0040/26' }), {
    number: 'ОГ-0040/26',
    open: undefined,
    emergency: undefined,
    undecided: undefined,
  })
})

test('flags of the address bar are told as truth, and other filters as they stand', () => {
  const query = listQueryOf({ view: 'mine', open: 'true', state: ['in_work'], find: 'мусор' })
  assert.equal(query.open, true)
  assert.equal(query.q, 'мусор')
  assert.equal(query.view, 'mine')
  assert.deepEqual(query.state, ['in_work'])
})
