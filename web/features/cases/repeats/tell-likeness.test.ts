import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillPhrase, type Values } from '../../../ui/words.ts'
import { nearWords } from './near-words.ts'
import { tellLikeness } from './tell-likeness.ts'

const inRussian = (key: keyof (typeof nearWords)['ru'], values?: Values) =>
  fillPhrase(nearWords.ru[key], values, 'ru')
const likeness = { score: 0.9, place: 'house', topic: 'topic', sharedWords: 7, ofWords: 9, days: 2 } as const

test('a near case is explained by place, topic, words and days', () => {
  assert.deepEqual(tellLikeness(likeness, inRussian), [
    'тот же адрес',
    'та же тема',
    'совпадают 7 слов из 9',
    'разница 2 дня',
  ])
})

test('what is not known or does not speak for a repeat is not told', () => {
  const told = tellLikeness(
    { ...likeness, place: 'unknown', topic: 'other', sharedWords: 9, days: 0 },
    inRussian,
  )
  assert.deepEqual(told, ['те же слова', 'в те же сутки'])
})
