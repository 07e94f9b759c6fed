import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../../platform/refusal.ts'
import { evaluateModel } from './evaluate-model.ts'
import { inventedRows } from './for-tests.ts'
import { decodeModel, encodeModel, modelVersion } from './model-file.ts'
import { narrowModel } from './model.ts'
import { createPredictor } from './predict.ts'
import { trainModel } from './train-model.ts'

const rows = inventedRows(300)
const model = trainModel(rows)
const reason = (wanted: string) => (error: unknown) => error instanceof Refusal && error.reason === wanted

test('a model tells apart what words tell apart, for every label at once', () => {
  const fresh = inventedRows(100, 11)
  for (const { name, column } of fresh.labels) {
    const labelled = fresh.texts.map((text, at) => ({ text, value: column[at]! }))
    const found = evaluateModel(model, name, labelled, () => performance.now())
    assert.ok(found !== null && found.accuracy > 0.97 && found.macroF1 > 0.97, JSON.stringify(found))
    assert.equal(found.top3, 1)
    assert.ok(found.coverage95 > 0.9)
  }
})

test('the same rows and seed give the same bytes, another seed others', () => {
  assert.deepEqual(encodeModel(trainModel(rows)), encodeModel(model))
  assert.notEqual(modelVersion(trainModel(rows, { seed: 2 })), modelVersion(model))
})

test('a model read back from its bytes answers as before', () => {
  const again = decodeModel(encodeModel(model))
  assert.deepEqual(again, model)
  const [before, after] = [createPredictor(model), createPredictor(again)]
  for (const text of rows.texts.slice(0, 30)) assert.deepEqual(after.predict(text), before.predict(text))
})

test('bytes that are no model, cut off, changed or of another format are refused', () => {
  const bytes = encodeModel(model)
  assert.throws(() => decodeModel(new Uint8Array(0)), reason('not-a-model'))
  assert.throws(
    () => decodeModel(new TextEncoder().encode('text;label\nсвалка;Мусор\n')),
    reason('not-a-model'),
  )
  assert.throws(() => decodeModel(bytes.subarray(0, bytes.length - 9)), reason('model-broken'))
  const changed = bytes.slice()
  changed[bytes.length - 5]! ^= 1
  assert.throws(() => decodeModel(changed), reason('model-broken'))
  const newer = bytes.slice()
  newer[7] = 99
  assert.throws(() => decodeModel(newer), reason('other-format'))
})

test('a model narrowed to one label answers it as the whole does', () => {
  const narrow = narrowModel(model, 'Район')
  assert.ok(narrow)
  assert.equal(narrowModel(model, 'Цвет'), null)
  const [whole, one] = [createPredictor(model), createPredictor(narrow)]
  for (const text of rows.texts.slice(0, 30)) {
    assert.deepEqual(one.predict(text)[0]!.best, whole.predict(text)[1]!.best)
  }
})

test('rows without an answer teach nothing and break nothing', () => {
  const gaps = rows.labels.map(({ name, column }) => ({
    name,
    column: column.map((value, at) => (at % 3 === 0 ? null : value)),
  }))
  const taught = trainModel({ texts: rows.texts, labels: gaps })
  assert.equal(
    taught.labels[0]!.counts.reduce((sum, count) => sum + count, 0),
    200,
  )
})

test('too few rows and a label of one value are refused with a sentence', () => {
  assert.throws(() => trainModel(inventedRows(5)), reason('too-few-rows'))
  const same = { texts: rows.texts, labels: [{ name: 'Группа', column: rows.texts.map(() => 'Дороги') }] }
  assert.throws(() => trainModel(same), reason('one-value'))
})

test('probabilities of three values lie between 0 and 1 and do not exceed 1 together', () => {
  const { predict } = createPredictor(model)
  for (const text of ['', '???', 'яма', 'мусор мусор мусор', 'x'.repeat(5000)]) {
    for (const { best } of predict(text)) {
      const sum = best.reduce((all, { probability }) => all + probability, 0)
      assert.ok(best.every(({ probability }) => probability >= 0 && probability <= 1) && sum < 1 + 1e-9)
    }
  }
})
