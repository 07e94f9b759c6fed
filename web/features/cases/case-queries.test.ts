import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listQueryOf } from './case-queries.ts'

test('a search by number goes to the server as a number', () => {
  const query = listQueryOf({ find: 'ОГ-0040/26' })
  assert.equal(query.number, 'ОГ-0040/26')
  assert.equal(query.q, undefined)
})

test('flags of the address bar are told as truth, and other filters as they stand', () => {
  const query = listQueryOf({ view: 'mine', emergency: 'true', state: ['in_work'], find: 'мусор' })
  assert.equal(query.emergency, true)
  assert.equal(query.q, 'мусор')
  assert.equal(query.view, 'mine')
  assert.deepEqual(query.state, ['in_work'])
})

test('an address that names no state asks for open cases, one that names some or every one asks for those', () => {
  assert.equal(listQueryOf({ view: 'mine' }).open, true)
  assert.equal(listQueryOf({ state: ['closed'] }).open, undefined)
  assert.deepEqual(listQueryOf({ state: ['any'] }).state, ['any'])
})
