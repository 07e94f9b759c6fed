import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseReference } from '../../../src/cases/contract.ts'
import { tellProposed } from './proposed-place.ts'

const reference = {
  settlements: [{ code: 'town', name: 'Город' }],
  streets: [{ settlement: 'town', name: 'Гончарная' }],
} as unknown as CaseReference

const found = { settlement: 'town', house: '52', lat: null, lon: null, confidence: 0.9, words: [] }

test('a proposed street is told by its name, whether it came as a code or as a name', () => {
  assert.equal(tellProposed(reference, { ...found, street: 'town/улица/Гончарная' }), 'Город, Гончарная, 52')
  assert.equal(tellProposed(reference, { ...found, street: 'Гончарная' }), 'Город, Гончарная, 52')
})

test('no proposal is told by nothing', () => {
  assert.equal(tellProposed(reference, null), '')
})
