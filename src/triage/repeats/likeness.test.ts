import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isMarked, likenessOf, offeredFrom } from './likeness.ts'
import { stemsOf } from './said.ts'
import { readTold, type Told } from './told.ts'

const noon = Temporal.Instant.from('2026-11-20T09:00:00Z')
const nowhere = { settlement: null, street: null, house: null, lat: null, lon: null }
const streets = stemsOf(['Садовая', 'Школьная'])

function told(masked: string, changes: Partial<Told> = {}): Told {
  const { place = nowhere, topics = [], receivedAt = noon } = changes
  return readTold({ masked, place, topics, receivedAt }, streets)
}
const at = (street: string | null, house: string | null = null, more = {}) => ({
  place: { ...nowhere, settlement: 'main', street, house, ...more },
})
const roads = [{ group: '04', topic: '04.01', share: 1 }]
const water = [{ group: '02', topic: '02.03', share: 1 }]
const pit = 'Глубокая яма на дороге, машины объезжают по встречной полосе'
const otherWords = 'Провал в асфальте, вчера пробил колесо, заделайте'

test('the same text is a repeat where no place is known', () => {
  const { score, place, sharedWords, ofWords } = likenessOf(told(pit), told(pit))
  assert.ok(score > 0.8)
  assert.deepEqual([place, sharedWords], ['unknown', ofWords])
})

test('the same text surely in another place is none: another street, house or settlement', () => {
  const here = told(pit, at('улица Садовая', '5'))
  assert.equal(likenessOf(here, told(pit, at('улица Школьная', '5'))).score, 0)
  assert.equal(likenessOf(here, told(pit, at('улица Садовая', '48'))).score, 0)
  const elsewhere = at('улица Садовая', '5', { settlement: 'village' })
  assert.equal(likenessOf(here, told(pit, elsewhere)).score, 0)
})

test('neighbouring houses within sight are one place, houses far apart are not', () => {
  const point = (lat: number, house: string) => ({
    ...at('улица Садовая', house, { lat, lon: 40 }),
    topics: roads,
  })
  assert.equal(likenessOf(told(pit, point(60, '4')), told(pit, point(60.0009, '6'))).place, 'near')
  assert.equal(likenessOf(told(pit, point(60, '4')), told(pit, point(60.009, '60'))).place, 'other-house')
})

test('streets that texts name stand in for a place that could not be told', () => {
  const [one, other] = [told(`На Садовой ${pit}`), told(`На Школьной ${pit}`)]
  assert.equal(likenessOf(one, other).place, 'elsewhere')
  assert.equal(likenessOf(one, told(`Садовая: ${pit}`)).place, 'street')
  assert.equal(likenessOf(one, told(pit)).place, 'unknown')
})

test('another person’s words are a repeat at the same house and topic, not of another topic, not without a place', () => {
  const here = { ...at('улица Садовая', '5'), topics: roads }
  assert.ok(likenessOf(told(pit, here), told(otherWords, here)).score > offeredFrom)
  assert.ok(likenessOf(told(pit, here), told(otherWords, { ...here, topics: water })).score < offeredFrom)
  assert.ok(likenessOf(told(pit, { topics: roads }), told(otherWords, { topics: roads })).score < offeredFrom)
})

test('a likeness is explained by place, topic, words and days', () => {
  const here = { ...at('улица Садовая', '5'), topics: roads }
  const later = noon.add({ hours: 50 })
  const { score: _, ...why } = likenessOf(
    told('На Садовой глубокая яма, пробил колесо', here),
    told('Яма на Садовой: колесо пробил, диск погнул', { ...here, receivedAt: later }),
  )
  assert.deepEqual(why, { place: 'house', topic: 'topic', sharedWords: 3, ofWords: 4, days: 2 })
})

test('likeness is the same either way, from 0 to 1, and time never adds to it', () => {
  const words = fc.array(fc.constantFrom('яма', 'труба', 'фонарь', 'мусор', 'автобус', 'снег', 'свет'), {
    maxLength: 7,
  })
  const places = fc.constantFrom(at(null), at('улица Садовая'), at('Садовая', '5'), at('Школьная', '5'))
  const topics = fc.constantFrom([], roads, water)
  const message = fc.tuple(words, places, topics, fc.nat(100))
  fc.assert(
    fc.property(message, message, (one, other) => {
      const of = ([list, place, of, days]: typeof one, more = 0) =>
        told(list.join(' '), { ...place, topics: of, receivedAt: noon.add({ hours: 24 * (days + more) }) })
      const likeness = likenessOf(of(one), of(other))
      assert.deepEqual(likenessOf(of(other), of(one)), likeness)
      assert.ok(likeness.score >= 0 && likeness.score <= 1)
      const farther =
        one[3] >= other[3] ? likenessOf(of(one, 9), of(other)) : likenessOf(of(one), of(other, 9))
      assert.ok(farther.score <= likeness.score)
    }),
  )
})

test('a mark asks for more than an offer: the same topic and words, the more the less is known of the place', () => {
  const alike = { score: 0.95, topic: 'topic', days: 0, ofWords: 9 } as const
  assert.ok(isMarked({ ...alike, place: 'house', sharedWords: 2 }))
  assert.ok(!isMarked({ ...alike, place: 'street', sharedWords: 3 }))
  assert.ok(!isMarked({ ...alike, place: 'unknown', sharedWords: 5 }))
  assert.ok(isMarked({ ...alike, place: 'unknown', sharedWords: 6 }))
  assert.ok(!isMarked({ ...alike, place: 'house', sharedWords: 9, topic: 'alike' }))
  assert.ok(!isMarked({ ...alike, place: 'house', sharedWords: 9, score: 0.79 }))
})
