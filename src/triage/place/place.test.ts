import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compilePlaces, findPlace, normaliseHouse, type PlaceHints } from '../index.ts'

const finder = compilePlaces({
  settlements: [
    { code: 'town', name: 'Заречинск', kind: 'город' },
    { code: 'village', name: 'Берёзовка', kind: 'село' },
    { code: 'north', name: 'Верхний Бор', kind: 'посёлок' },
  ],
  streets: [
    { code: 'sad', settlement: 'town', name: 'Садовая', kind: 'улица' },
    { code: 'sad-v', settlement: 'village', name: 'Садовая', kind: 'улица' },
    { code: 'leningrad', settlement: 'town', name: 'Ленинградская', kind: 'улица' },
    { code: 'mir', settlement: 'town', name: 'Мира', kind: 'улица' },
    { code: 'mir-pr', settlement: 'town', name: 'Мира', kind: 'проспект' },
    { code: 'friends', settlement: 'town', name: 'Дружбы Народов', kind: 'улица' },
    { code: 'lermontov', settlement: 'town', name: 'Лермонтова', kind: 'улица' },
    { code: 'new', settlement: 'village', name: 'Новая', kind: 'улица' },
    { code: 'october', settlement: 'town', name: '50 лет Октября', kind: 'улица' },
    { code: 'march', settlement: 'town', name: '8 Марта', kind: 'улица' },
    { code: 'marx', settlement: 'town', name: 'Карла Маркса', kind: 'улица' },
    { code: 'road', settlement: 'town', name: 'Заводское шоссе' },
    { code: 'birch', settlement: 'town', name: 'Берёзовый', kind: 'переулок' },
  ],
  houses: [
    { street: 'friends', number: '20', lat: 60.1, lon: 70.2 },
    { street: 'sad', number: '5а', lat: 60.3, lon: 70.4 },
    { street: 'leningrad', number: '8 корп. 2', lat: 60.5, lon: 70.6 },
  ],
})

type Expected = {
  readonly settlement: string
  readonly street: string | null
  readonly house: string | null
  readonly point?: boolean
}

const roadCases = ['ул. Заводское шоссе, д. 6', 'на Заводском шоссе 6', 'Заводское ш., 6']

const cases: readonly (readonly [string, PlaceHints, Expected])[] = [
  [
    'a structured address',
    { address: 'г. Заречинск, ул. Дружбы Народов, д. 20' },
    { settlement: 'town', street: 'friends', house: '20', point: true },
  ],
  [
    'a house named by its order',
    { text: 'Яма на Ленинградской у 12-го дома' },
    { settlement: 'town', street: 'leningrad', house: '12' },
  ],
  [
    'a letter of the house',
    { text: 'Нет света в Заречинске по ул. Садовой 5а' },
    { settlement: 'town', street: 'sad', house: '5а', point: true },
  ],
  [
    'a part of the house',
    { text: 'ул. Ленинградская, д. 8 корп. 2, нет лифта' },
    { settlement: 'town', street: 'leningrad', house: '8к2', point: true },
  ],
  [
    'the house before the street',
    { text: 'во дворе дома № 7 по улице Лермонтова темно' },
    { settlement: 'town', street: 'lermontov', house: '7' },
  ],
  [
    'a name as it stands after a preposition',
    { text: 'Фонари на Мира 14 не горят' },
    { settlement: 'town', street: 'mir', house: '14' },
  ],
  [
    'the kind of street decides',
    { text: 'на проспекте Мира, 14 прорвало трубу' },
    { settlement: 'town', street: 'mir-pr', house: '14' },
  ],
  [
    'the settlement decides between two streets',
    { text: 'В селе Берёзовка на ул. Садовая не чистят снег' },
    { settlement: 'village', street: 'sad-v', house: null },
  ],
  [
    'the settlement of a column decides',
    { settlement: 'с. Берёзовка', text: 'ул. Садовая 3 без воды' },
    { settlement: 'village', street: 'sad-v', house: '3' },
  ],
  [
    'columns of an export',
    { settlement: 'Заречинск', street: 'Садовая ул', house: '5А', text: 'нет воды' },
    { settlement: 'town', street: 'sad', house: '5а', point: true },
  ],
  [
    'a number in the name',
    { text: 'ул. 50 лет Октября, 3 — яма' },
    { settlement: 'town', street: 'october', house: '3' },
  ],
  [
    'a number and its ending in the name',
    { text: 'на улице 8-е Марта 10 свалка' },
    { settlement: 'town', street: 'march', house: '10' },
  ],
  ['a shortened name', { text: 'по ул. Маркса яма' }, { settlement: 'town', street: 'marx', house: null }],
  [
    'a count of days is no house',
    { text: 'на улице Мира 3 дня нет воды' },
    { settlement: 'town', street: 'mir', house: null },
  ],
  [
    'a settlement alone',
    { text: 'Дорогу до Верхнего Бора не чистят' },
    { settlement: 'north', street: null, house: null },
  ],
  [
    'a settlement in lower case after its word',
    { text: 'в селе берёзовке нет связи' },
    { settlement: 'village', street: null, house: null },
  ],
  [
    'a lane',
    { text: 'В Берёзовом переулке, дом 2 упало дерево' },
    { settlement: 'town', street: 'birch', house: '2' },
  ],
]

for (const [name, hints, expected] of cases) {
  test(`place: ${name}`, () => {
    const [best] = findPlace(finder, hints)
    assert.deepEqual(
      { settlement: best?.settlement, street: best?.street, house: best?.house, point: best?.lat != null },
      { point: false, ...expected },
    )
  })
}

for (const text of [
  'Новая дорога уже в ямах',
  'Хотим мира и тишины',
  'Садовая техника шумит',
  'Когда починят лифт?',
  'Новые школы нужны всем',
  '',
]) {
  test(`no place is found in «${text}»`, () => {
    assert.deepEqual(
      findPlace(finder, { text }).filter((place) => place.confidence >= 0.5),
      [],
    )
  })
}

test('a house that is in the list is surer than one that is not', () => {
  const [known] = findPlace(finder, { address: 'г. Заречинск, ул. Дружбы Народов, д. 20' })
  const [unknown] = findPlace(finder, { address: 'г. Заречинск, ул. Дружбы Народов, д. 21' })
  assert.ok((known?.confidence ?? 0) > (unknown?.confidence ?? 1))
})

test('a street of two settlements without a settlement named is less sure', () => {
  const [alone] = findPlace(finder, { text: 'ул. Садовая 7' })
  const [named] = findPlace(finder, { text: 'с. Берёзовка, ул. Садовая 7' })
  assert.ok((alone?.confidence ?? 1) < (named?.confidence ?? 0))
})

test('house numbers have one spelling', () => {
  const spellings = ['8 корп. 2', '8к2', '8 К 2', 'д. 8 корпус 2'].map(normaliseHouse)
  assert.deepEqual([...new Set(spellings)], ['8к2'])
  assert.equal(normaliseHouse('5 А'), '5а')
  assert.equal(normaliseHouse('12/1'), '12/1')
})

test('ten thousand hostile words are searched within a second', () => {
  for (const word of ['ул. ', 'Садовая ', '5 ', 'д. ', '12/', 'Мира, ']) {
    const started = performance.now()
    findPlace(finder, { text: word.repeat(10_000) })
    const took = performance.now() - started
    assert.ok(took < 1000, `${word}: ${took.toFixed(0)} ms`)
  }
})

for (const address of roadCases) {
  test(`a kind inside the name is read: ${address}`, () => {
    const [best] = findPlace(finder, { address })
    assert.deepEqual([best?.street, best?.house], ['road', '6'])
  })
}
