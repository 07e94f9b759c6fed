import type { DemoPlace } from '../place-words.ts'
import type { Random } from '../random.ts'

const since = [
  'второй день',
  'третий день',
  'уже неделю',
  'третью неделю',
  'с понедельника',
  'с прошлой пятницы',
  'почти месяц',
  'второй месяц',
  'с весны',
  'с самого утра',
  'четвёртые сутки',
  'больше двух недель',
]
const who = [
  'маленькие дети',
  'пожилые люди',
  'две пенсионерки',
  'мамы с колясками',
  'школьники',
  'грудной ребёнок',
  'лежачая бабушка',
  'инвалид второй группы',
]
const when = [
  'утром',
  'вечером',
  'ночью',
  'с шести утра',
  'после обеда',
  'в семь вечера',
  'вчера',
  'сегодня утром',
]
/** «с {when}» needs the genitive. */
const fromWhen = ['утра', 'вечера', 'вчерашнего дня', 'шести утра', 'обеда', 'ночи']

/** Puts a place and particulars into a line of a topic. */
export function fill(line: string, place: DemoPlace | null, random: Random): string {
  const filled = line
    .replaceAll('с {when}', () => `с ${random.pick(fromWhen)}`)
    .replaceAll('С {when}', () => `С ${random.pick(fromWhen)}`)
    .replaceAll('{when}', () => random.pick(when))
    .replaceAll('{since}', () => random.pick(since))
    .replaceAll('{who}', () => random.pick(who))
    .replaceAll('{n}', () => String(random.whole(2, 4)))
  return place === null
    ? filled.replaceAll(/[ ,:]*\{(?:at|addr)\}[,:]?/g, '').trim()
    : filled
        .replaceAll('{at}', () => random.pick(place.at))
        .replaceAll('{addr}', () => random.pick(place.addr))
}
