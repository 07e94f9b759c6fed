import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hostileText } from '../../../test/hostile-values.ts'
import { bandsOf } from './bands.ts'
import { readSaid } from './said.ts'

const place = { settlement: 'main', street: 'улица Садовая', house: '5' }
const nowhere = { settlement: null, street: null, house: null }
const blocks = (text: string, at: Parameters<typeof bandsOf>[1] = nowhere, group: string | null = null) =>
  bandsOf(readSaid(text), at, group).map(({ block }) => block.join())
const shared = (one: string[], other: string[]) => one.filter((band) => other.includes(band)).length

test('identical texts share every band, whatever the text is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), hostileText), (text) => {
      const bands = blocks(text, place, '04')
      assert.equal(bands.length, 9)
      assert.deepEqual(blocks(`${text}`, { ...place }, '04'), bands)
    }),
  )
})

test('the order of words, capitals, signs and greetings change no band', () => {
  const words = fc.array(fc.constantFrom('яма', 'глубокая', 'дороге', 'колесо', 'пробил', 'асфальт'), {
    minLength: 2,
  })
  fc.assert(
    fc.property(words, (list) => {
      const text = list.join(' ')
      assert.deepEqual(
        blocks(`Здравствуйте! ${list.toReversed().join(' ').toUpperCase()}`).slice(0, 2),
        blocks(text).slice(0, 2),
      )
    }),
  )
})

test('bands are the same in every process: those of a known text are known', () => {
  assert.deepEqual(blocks('На Садовой у дома 5 глубокая яма, пробил колесо', place, '04'), [
    '0,-1911434300,-2006268119,0',
    '1,-2014625299,-1029608513,0',
    '8,-2086285412,-2091301468,-2113316948',
    '9,-2137217794,-2123547050,-1887410335',
    '16,-642225124,1456768005,0',
    '17,-642225124,1456768005,92992995',
    '18,-642225124,1456768005,-47780836',
    '24,-47780836,-1911434300,0',
    '25,-47780836,-2006268119,0',
  ])
})

test('different texts without a place share no band', () => {
  const [one, other] = [
    blocks('Не вывозят мусор, контейнеры переполнены, пакеты разносит ветром'),
    blocks('Ребёнку не дают место в детском саду, очередь не движется'),
  ]
  assert.equal(shared(one, other), 0)
})

test('two tellings in other words meet by house, by street, and by street with topic group', () => {
  const [one, other] = ['Прорвало трубу, фонтан на дороге', 'Авария: вода хлещет, подвал залит']
  const meet = (at: Partial<typeof place>, group: string | null) =>
    shared(blocks(one!, place, group), blocks(other!, { ...place, ...at }, group))
  assert.equal(meet({ street: 'ул. Садовая', house: 'д. 5' }, null), 2)
  assert.equal(meet({ house: '7' }, '02'), 2)
  assert.equal(meet({ street: 'Школьная' }, '02'), 0)
  assert.equal(meet({ settlement: 'other' }, '02'), 0)
})
