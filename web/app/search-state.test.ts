import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worklistSearch } from '../features/cases/worklist-search.ts'
import { parseAddress, writeAddress } from './search-state.ts'

test('filters come back from the address bar as they were written', () => {
  const filters = { view: 'overdue', state: ['in_work', 'assigned'], find: 'яма & лужа', emergency: 'true' }
  assert.deepEqual(parseAddress(writeAddress(filters).slice(1)), filters)
})

test('empty filters leave no trace in the address', () => {
  assert.equal(writeAddress({ view: undefined, find: '', state: [] }), '')
})

test('one value of a list in the address is a list of one', () => {
  assert.deepEqual(worklistSearch.parse(parseAddress('state=closed')).state, ['closed'])
})

test('what cannot be read in an address is as if it were not there', () => {
  const read = worklistSearch.parse(parseAddress('view=strange&sort=&from=вчера&emergency=maybe&topic=roads'))
  assert.deepEqual(
    [read.view, read.sort, read.from, read.emergency, read.topic],
    [undefined, undefined, undefined, undefined, 'roads'],
  )
})
