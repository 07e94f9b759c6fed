import { lacks } from '../../../src/cases/contract.ts'
import { oneOf, wordList } from '../../app/search-state.ts'
import { defineWords } from '../../ui/words.ts'

const either = oneOf(['true', 'false'])

/** Conditions that follow from a case without being a column of the list: figures open the list by them. */
export const facetSearch = {
  subtype: wordList,
  organisationKind: wordList,
  result: wordList,
  mark: wordList,
  marked: either,
  lacks: wordList,
  sameText: either,
  sourceConflict: either,
}
export const facetKeys = Object.keys(facetSearch) as (keyof typeof facetSearch)[]

const ru: Record<(typeof lacks)[number], string> = {
  topic: 'тема',
  place: 'место',
  essence: 'суть',
  nature: 'тип',
  executor: 'исполнитель',
  outcome: 'итог',
}
const en: typeof ru = {
  topic: 'topic',
  place: 'place',
  essence: 'essence',
  nature: 'nature',
  executor: 'executor',
  outcome: 'outcome',
}
const told = (words: typeof ru) =>
  Object.fromEntries(lacks.map((lack) => [`lacks.${lack}`, words[lack]])) as {
    [Lack in keyof typeof ru as `lacks.${Lack}`]: string
  }

export const facetWords = defineWords(
  {
    subtype: 'Подвид',
    organisationKind: 'Вид органа',
    result: 'Результат',
    mark: 'Оценка заявителя',
    marked: 'Оценка заявителя',
    'marked.true': 'есть',
    'marked.false': 'нет',
    lacks: 'Не указано',
    ...told(ru),
    sameText: 'Точный повтор',
    'sameText.true': 'да',
    'sameText.false': 'нет',
    sourceConflict: 'Расходится с источником',
    'sourceConflict.true': 'да',
    'sourceConflict.false': 'нет',
  },
  {
    subtype: 'Subtype',
    organisationKind: 'Kind of body',
    result: 'Result',
    mark: 'Applicant’s mark',
    marked: 'Applicant’s mark',
    'marked.true': 'given',
    'marked.false': 'not given',
    lacks: 'Missing',
    ...told(en),
    sameText: 'Exact repeat',
    'sameText.true': 'yes',
    'sameText.false': 'no',
    sourceConflict: 'Differs from the source',
    'sourceConflict.true': 'yes',
    'sourceConflict.false': 'no',
  },
)
