import { pick, type Random } from './random.ts'

const openings = [
  'Добрый день! Во дворе прорвало трубу, вода стоит по колено',
  'Снег не убирают с прошлой недели, тротуар превратился в каток',
  'На проезжей части глубокая яма, объезжаем по газону',
  'Батареи холодные вторые сутки, в квартире четырнадцать градусов',
  'Контейнеры переполнены, мусор разносит ветром',
  'Вечером на улице темно, фонари не горят вторую неделю',
  'Автобус не приходит по расписанию, ждали больше часа',
  'Не получается записаться к врачу, талонов нет',
]
const endings = [
  'Просим разобраться и ответить, когда это исправят.',
  'Обращались уже дважды, ничего не изменилось.',
  'Рядом детский сад, дети ходят здесь каждый день.',
  'Соседи готовы показать место и помочь чем смогут.',
  'Пожилым людям здесь не пройти, очень ждём решения.',
]
const syllables = 'ба ве го ду жи за ки ло му не по ра су та фи хо це ша'.split(' ')
const vocabulary = 20_000

/** An invented word of a rank: the lower the rank, the more often it is said. */
export function wordOf(rank: number): string {
  let word = ''
  for (let rest = rank + 400; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length]
  }
  return `${word}рник`
}

// Ranks fall off as in a living language: half of what is said comes from some hundred words.
function someWord(random: Random): string {
  return wordOf(Math.floor(vocabulary ** (random(1_000_000) / 1_000_000)) - 1)
}

/** What somebody might have written about a topic: 150 to 450 characters, frequent and rare words. */
export function inventedText(random: Random, topic: string, street: string, house: string): string {
  const rest = Array.from({ length: 1 + random(4) }, () => pick(random, endings)).join(' ')
  const words = Array.from({ length: 6 }, () => someWord(random)).join(' ')
  return `${pick(random, openings)}, улица ${street}, дом ${house}. ${topic}: ${words}. ${rest}`
}
