import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillPhrase } from './words.ts'

const found = {
  one: 'найдено {count} дело',
  few: 'найдено {count} дела',
  many: 'найдено {count} дел',
  other: '',
}

test('a Russian phrase takes the form of its number', () => {
  const told = [0, 1, 2, 5, 11, 21, 112].map((count) => fillPhrase(found, { count }, 'ru'))
  assert.deepEqual(told, [
    'найдено 0 дел',
    'найдено 1 дело',
    'найдено 2 дела',
    'найдено 5 дел',
    'найдено 11 дел',
    'найдено 21 дело',
    'найдено 112 дел',
  ])
})

test('an English phrase has one and many, and writes thousands its own way', () => {
  const cases = { one: '{count} case', other: '{count} cases' }
  assert.equal(fillPhrase(cases, { count: 1 }, 'en'), '1 case')
  assert.equal(fillPhrase(cases, { count: 2904 }, 'en'), '2,904 cases')
})

test('a value that was not given stays visible in the phrase', () => {
  assert.equal(fillPhrase('Дело {number}: {name}', { number: 'С-1' }, 'ru'), 'Дело С-1: {name}')
})
