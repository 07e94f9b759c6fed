import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelledPairs } from './labelled-pairs.ts'
import { isOffered, judgePairs, openReader, qualityOf, wouldBeMarked } from './quality.ts'

test('of the labelled pairs that no threshold was chosen on, nine offers of ten are repeats and five repeats of six are offered', () => {
  const { read, streets } = openReader()
  const pairs = labelledPairs(streets)
  assert.ok(pairs.length >= 500)
  const reporting = judgePairs(pairs, read).filter(({ part }) => part === 'reporting')
  const { precision, recall } = qualityOf(reporting, isOffered)
  assert.ok(precision >= 0.9, `precision ${precision}`)
  assert.ok(recall >= 5 / 6, `recall ${recall}`)
  assert.ok(qualityOf(reporting, wouldBeMarked).precision >= 0.88)
  for (const kind of ['nothing in common', 'such a problem elsewhere', 'another street'] as const)
    assert.ok(!reporting.some((one) => one.kind === kind && isOffered(one)), kind)
})
