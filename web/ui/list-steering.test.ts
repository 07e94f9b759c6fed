import assert from 'node:assert/strict'
import { test } from 'node:test'
import { steer } from './list-steering.ts'

test('keys move by their place on the keyboard and stop at the ends of the list', () => {
  assert.equal(steer('KeyJ', 3, 10, 5), 4)
  assert.equal(steer('KeyK', 3, 10, 5), 2)
  assert.equal(steer('ArrowUp', 0, 10, 5), 0)
  assert.equal(steer('ArrowDown', 9, 10, 5), 9)
  assert.equal(steer('PageDown', 7, 10, 5), 9)
  assert.equal(steer('Home', 7, 10, 5), 0)
  assert.equal(steer('End', 0, 10, 5), 9)
})

test('a key that does not move is left to the screen', () => {
  assert.equal(steer('KeyT', 3, 10, 5), null)
})
