import { seeded } from './random.ts'
import type { TrainingRows } from './train-model.ts'

const things: Record<string, readonly string[]> = {
  Дороги: ['яма на дороге', 'разбитый асфальт', 'нет разметки на переходе', 'не чистят дорогу от снега'],
  Отопление: ['холодные батареи', 'нет горячей воды', 'слабый напор отопления', 'прорвало трубу отопления'],
  Мусор: ['переполнены контейнеры', 'не вывозят мусор', 'свалка за гаражами', 'мусор разносит ветром'],
}
const openings = ['Добрый день', 'Прошу помочь', 'Сколько можно ждать', 'Обращаюсь снова', 'Подскажите']
const places = ['у дома', 'во дворе', 'возле школы', 'на остановке', 'рядом с магазином', 'за площадью']
const tails = ['примите меры', 'жители недовольны', 'ждём ответа', 'уже вторая неделя', 'когда это кончится']

/** Invented messages of three groups with a second label that follows the place; for tests only. */
export function inventedRows(count: number, seed = 7): TrainingRows {
  const random = seeded(seed)
  const pick = <Item>(list: readonly Item[]): Item => list[random(list.length)]!
  const groups = Object.keys(things)
  const rows = Array.from({ length: count }, () => {
    const group = pick(groups)
    const place = pick(places)
    const text = `${pick(openings)}! ${place} ${random(90)} ${pick(things[group]!)}, ${pick(tails)} ${random(900)}`
    return { text, group, area: places.indexOf(place) < 3 ? 'Север' : 'Юг' }
  })
  return {
    texts: rows.map(({ text }) => text),
    labels: [
      { name: 'Группа', column: rows.map(({ group }) => group) },
      { name: 'Район', column: rows.map(({ area }) => area) },
    ],
  }
}
