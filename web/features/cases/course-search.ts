import * as z from 'zod'
import { promises } from '../../../src/cases/contract.ts'
import { oneOf, word } from '../../app/search-state.ts'
import { defineWords } from '../../ui/words.ts'

const day = z.iso.date().optional().catch(undefined)
const either = oneOf(['true', 'false'])

/** Conditions on the course of a case, as figures open the list by them. */
export const courseSearch = {
  receivedFrom: day,
  receivedTo: day,
  firstAnsweredFrom: day,
  firstAnsweredTo: day,
  answeredFrom: day,
  answeredTo: day,
  closedFrom: day,
  closedTo: day,
  promisedFrom: day,
  promisedTo: day,
  openAt: day,
  late: either,
  fastTrack: either,
  repeated: either,
  promise: oneOf(promises),
  asOf: z.iso.datetime({ offset: true }).optional().catch(undefined),
  figure: word,
}
export const courseKeys = Object.keys(courseSearch) as (keyof typeof courseSearch)[]
export const eitherKeys = ['late', 'fastTrack', 'repeated'] as const

export const courseWords = defineWords(
  {
    receivedFrom: 'Поступило с',
    receivedTo: 'Поступило по',
    firstAnsweredFrom: 'Первый ответ с',
    firstAnsweredTo: 'Первый ответ по',
    answeredFrom: 'Окончательный ответ с',
    answeredTo: 'Окончательный ответ по',
    closedFrom: 'Закрыто с',
    closedTo: 'Закрыто по',
    promisedFrom: 'Обещано с',
    promisedTo: 'Обещано по',
    openAt: 'В работе на конец дня',
    late: 'Срок ответа',
    'late.true': 'пропущен',
    'late.false': 'не пропущен',
    fastTrack: 'Ускоренный порядок',
    'fastTrack.true': 'да',
    'fastTrack.false': 'нет',
    repeated: 'Повторы',
    'repeated.true': 'есть',
    'repeated.false': 'нет',
    promise: 'Обещание',
    'promise.kept': 'выполнено',
    'promise.missed': 'нарушено',
    'promise.coming': 'впереди',
    asOf: 'Как было на',
    figure: 'Отчёт',
    'figure.kept': 'дела показателя',
  },
  {
    receivedFrom: 'Received from',
    receivedTo: 'Received to',
    firstAnsweredFrom: 'First answer from',
    firstAnsweredTo: 'First answer to',
    answeredFrom: 'Final answer from',
    answeredTo: 'Final answer to',
    closedFrom: 'Closed from',
    closedTo: 'Closed to',
    promisedFrom: 'Promised from',
    promisedTo: 'Promised to',
    openAt: 'Open at the end of',
    late: 'Answer deadline',
    'late.true': 'missed',
    'late.false': 'not missed',
    fastTrack: 'Fast track',
    'fastTrack.true': 'yes',
    'fastTrack.false': 'no',
    repeated: 'Repeats',
    'repeated.true': 'yes',
    'repeated.false': 'no',
    promise: 'Promise',
    'promise.kept': 'kept',
    'promise.missed': 'missed',
    'promise.coming': 'ahead',
    asOf: 'As of',
    figure: 'Report',
    'figure.kept': 'cases of a figure',
  },
)
