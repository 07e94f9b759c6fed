import assert from 'node:assert/strict'
import { test } from 'node:test'
import { topicProposal } from '../contract.ts'
import { inventedRows } from './for-tests.ts'
import { modelSorter, type ModelNames } from './model-sorter.ts'
import { trainModel } from './train-model.ts'

const rows = inventedRows(400)
const model = trainModel(rows)
const codes: Record<string, string> = { Дороги: 'roads', Отопление: 'heating', Мусор: 'waste' }
const names: ModelNames = {
  version: 'v1',
  groupLabel: 'Группа',
  groupOf: (value) => (codes[value] === undefined ? undefined : { code: codes[value], name: value }),
  threshold: 0.8,
}

test('a sure group is decided, with its probability and the words that decided', () => {
  const proposal = modelSorter(model, names)!.propose('Во дворе свалка, мусор не вывозят')
  assert.deepEqual(topicProposal.parse(proposal), proposal)
  assert.equal(proposal.best[0]!.group, 'waste')
  assert.equal(proposal.decided, true)
  assert.ok(proposal.best[0]!.score >= 0.8 && proposal.best[0]!.score <= 1)
  assert.ok(proposal.best[0]!.words.includes('мусор'), proposal.best[0]!.words.join())
})

test('below the threshold of the charter nothing is decided, and three groups are offered', () => {
  const proposal = modelSorter(model, { ...names, threshold: 0.999_999 })!.propose('здравствуйте')
  assert.equal(proposal.decided, false)
  assert.equal(proposal.best.length, 3)
})

test('a reason is a word common in training, never a name nor what one resident alone wrote', () => {
  const { words } = modelSorter(model, names)!.propose('Мусор у Ольги Кривоносовой, мусор и хлам').best[0]!
  assert.ok(words.length > 0)
  const known = new Set(model.vocabulary.values())
  assert.deepEqual(
    words.filter((word) => !known.has(word)),
    [],
  )
  assert.ok(!words.some((word) => /ольг|кривонос|хлам/.test(word)))
})

test('values that mean one group of the centre are added up, unknown ones are not proposed', () => {
  const merged = modelSorter(model, {
    ...names,
    groupOf: (value) => (value === 'Дороги' ? undefined : { code: 'home', name: 'Дом и двор' }),
  })!
  const proposal = merged.propose('холодные батареи')
  assert.deepEqual(
    proposal.best.map(({ group }) => group),
    ['home'],
  )
  assert.ok(proposal.best[0]!.score > 0.5)
  assert.equal(merged.propose('яма на дороге, разбитый асфальт').decided, false)
})

test('a topic is proposed only with its own group, and decided only when it is sure enough by itself', () => {
  const topicOf = (value: string) => ({
    code: value,
    name: value,
    group: value === 'Север' ? 'waste' : 'roads',
    emergency: false,
  })
  const sorter = modelSorter(model, { ...names, topicLabel: 'Район', topicOf })!
  const { best } = sorter.propose('не вывозят мусор во дворе, свалка у дома')
  assert.equal(best[0]!.group, 'waste')
  assert.equal(best[0]!.topic, 'Север')
  const decisions = [0.5, 1, null].map((topicThreshold) => {
    const one = modelSorter(model, { ...names, topicLabel: 'Район', topicOf, topicThreshold })!
    const { decided, topicDecided } = one.propose('не вывозят мусор во дворе, свалка у дома')
    return [decided, topicDecided]
  })
  assert.deepEqual(decisions, [
    [true, true],
    [true, false],
    [true, false],
  ])
})

test('a model without the label of groups is no sorter', () => {
  assert.equal(modelSorter(model, { ...names, groupLabel: 'Тема' }), null)
})
