import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { type SheetValue, writeCsv, writeXlsx } from '../src/platform/sheets/index.ts'

/** What a generated export of «Инцидент Менеджмент» is made of; the same options always give the same rows. */
export type IncidentFileOptions = {
  readonly rows: number
  readonly seed?: number
  /** First day of receipt; the rows spread evenly over `days`. */
  readonly from?: Temporal.PlainDate
  readonly days?: number
  readonly municipality?: string
  readonly settlement?: string
  readonly streets?: readonly string[]
  readonly firstId?: number
}

const named = {
  1: 'ID',
  2: 'Номер инцидента',
  4: 'Ссылка',
  5: 'Источник',
  16: 'Текущий шаг инцидента',
  17: 'Дата создания',
  18: 'Дата закрытия',
  19: 'Группа тем',
  20: 'Тема',
  21: 'Регион',
  22: 'Муниципалитет',
  23: 'Населенный пункт',
  24: 'Улица',
  25: 'Дом',
  28: 'Тип инцидента',
  29: 'Итог',
  31: 'Отдел',
  32: 'Исполнитель',
  34: 'Текст инцидента',
  37: '1ый ответ ПИ',
  38: 'Время до первого ответа',
  39: 'Время с начала создания инцидента до окончания',
  43: 'Теги',
} as const satisfies Record<number, string>
const width = 47

const topics = [
  [
    'Дороги',
    'Ремонт дороги',
    'Дорожная служба',
    ['На проезжей части глубокая яма', 'Асфальт провалился у перекрёстка', 'После ремонта снова трещины'],
  ],
  [
    'Дороги',
    'Нарушение правил очистки дорог от снега',
    'Дорожная служба',
    ['Снег не убирают с прошлой недели', 'Тротуар превратился в каток', 'Сугробы закрывают переход'],
  ],
  [
    'ЖКХ',
    'Отопление',
    'Тепловые сети',
    ['Батареи холодные вторые сутки', 'В подъезде нет отопления', 'В квартире не выше шестнадцати градусов'],
  ],
  [
    'ЖКХ',
    'Водоснабжение',
    'Водоканал',
    ['Из крана идёт ржавая вода', 'Горячей воды нет с утра', 'Напор воды еле заметен'],
  ],
  [
    'Мусор/Свалки/ТКО',
    'Вывоз мусора',
    'Региональный оператор',
    ['Контейнеры переполнены', 'Мусор не вывозят три дня', 'Рядом с площадкой выросла свалка'],
  ],
  [
    'Благоустройство',
    'Освещение',
    'Городское хозяйство',
    ['Во дворе не горят фонари', 'Вечером на улице темно', 'Лампа мигает вторую неделю'],
  ],
  [
    'Общественный транспорт',
    'График движения',
    'Отдел транспорта',
    [
      'Автобус не приходит по расписанию',
      'Ждали маршрут больше часа',
      'Вечерний рейс отменили без объявления',
    ],
  ],
  [
    'Здравоохранение/Медицина',
    'Запись на приём',
    'Поликлиника',
    ['Не получается записаться к врачу', 'В регистратуре не берут трубку', 'Талонов к терапевту нет'],
  ],
] as const
const endings = [
  'Просим разобраться и ответить, когда это исправят.',
  'Обращались уже дважды, ничего не изменилось.',
  'Рядом детский сад, дети ходят здесь каждый день.',
  'Соседи готовы показать место и помочь чем смогут.',
  'Подскажите, пожалуйста, к кому с этим идти.',
  'Пожилым людям здесь не пройти, очень ждём решения.',
  'Фотографии приложили к сообщению, дата на них видна.',
]
const networks = ['ВКонтакте', 'ВКонтакте', 'ВКонтакте', 'Одноклассники', 'Telegram', 'MAX']
const outcomes = [
  'Решено',
  'Решено',
  'Решено',
  'Разъяснено',
  'Разъяснено',
  'Разъяснено',
  'Перенаправлено',
  'Отклонено',
  'Отложено',
  'Не решено',
  null,
]
const defaultStreets = [
  'Садовая',
  'Речная',
  'Заводская',
  'Полевая',
  'Школьная',
  'Лесная',
  'Вокзальная',
  'Новая',
]

// Mulberry32: small, fast, the same everywhere.
function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** A header and invented incidents in the 47-column layout of the cabinet. */
export function* incidentRows(options: IncidentFileOptions): Generator<SheetValue[]> {
  const random = createRandom(options.seed ?? 1)
  const start = (options.from ?? Temporal.PlainDate.from('2026-03-01')).toPlainDateTime()
  const spread = (options.days ?? 180) * 86_400
  yield Array.from(
    { length: width },
    (_, column) => named[column as keyof typeof named] ?? `Служебное поле ${column + 1}`,
  )
  for (let index = 0; index < options.rows; index += 1) {
    const receivedAt = start.add({ seconds: Math.floor((index / options.rows) * spread) + random(60) })
    yield incidentRow(options, index, receivedAt, random)
  }
}

function incidentRow(
  options: IncidentFileOptions,
  index: number,
  receivedAt: Temporal.PlainDateTime,
  random: (below: number) => number,
): SheetValue[] {
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item
  const [group, topic, executor, beginnings] = pick(topics)
  const outcome = pick(outcomes)
  const answerAfter = 1800 + random(200_000)
  const closed = isClosed(outcome)
  const answered = closed || random(3) > 0
  const closeAfter = answerAfter + random(600_000)
  const street = pick(options.streets ?? defaultStreets)
  const house = String(1 + random(90))
  const id = (options.firstId ?? 9_000_000) + index
  const row: SheetValue[] = Array.from({ length: width }, () => null)
  const cells: Record<keyof typeof named, SheetValue> = {
    1: id,
    2: String(id - 5_000_000),
    4: `https://vk.example/wall-${1 + random(40)}_${id}`,
    5: pick(networks),
    16: outcome === null ? pick(['Новый', 'Назначен исполнитель', 'Ответ на согласовании']) : 'Готово',
    17: receivedAt,
    18: closed ? receivedAt.add({ seconds: closeAfter }) : null,
    19: group,
    20: topic,
    21: 'Вымышленная область',
    22: options.municipality ?? 'Новозаречный округ',
    23: options.settlement ?? 'Новозаречье',
    24: random(5) < 3 ? street : null,
    25: random(2) ? house : null,
    28: random(5) < 3 ? 'Решаемый' : 'Не решаемый',
    29: outcome,
    31: null,
    32: executor,
    34: messageText(pick(beginnings), street, house, random, pick),
    37: answered
      ? pick(['Здравствуйте! Сообщение принято в работу.', 'Добрый день! Передали исполнителю.'])
      : null,
    38: answered ? durationText(answerAfter) : null,
    39: closed ? durationText(closeAfter) : null,
    43: random(2) ? pick(['срочно', 'фото', 'повтор']) : null,
  }
  for (const [column, value] of Object.entries(cells)) row[Number(column)] = value
  return row
}

function isClosed(outcome: string | null): boolean {
  return outcome !== null && outcome !== 'Не решено' && outcome !== 'Отложено'
}

function messageText(
  beginning: string,
  street: string,
  house: string,
  random: (below: number) => number,
  pick: <Item>(items: readonly Item[]) => Item,
): string {
  const middle = Array.from({ length: 1 + random(6) }, () => pick(endings)).join(' ')
  const text = `${beginning}, улица ${street}, дом ${house}. ${middle} Заметка ${random(1_000_000)}.`
  const kind = random(100)
  if (kind < 14) return `'<p>${text.replace('. ', '.</p><p>')}</p>`
  return kind < 21 ? `'[club${1 + random(9)}|Администрация], ${text}` : `'${text}`
}

function durationText(seconds: number): string {
  const days = Math.floor(seconds / 86_400)
  const two = (number: number): string => String(number).padStart(2, '0')
  const time = `${Math.floor((seconds % 86_400) / 3600)}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}.500000`
  return days === 0 ? time : `${days} day${days === 1 ? '' : 's'}, ${time}`
}

/** Writes a generated export; the file's ending decides between XLSX and CSV. */
export async function writeIncidentFile(path: string, options: IncidentFileOptions): Promise<void> {
  const rows = incidentRows(options)
  const content = path.endsWith('.csv')
    ? Readable.from(writeCsv(rows))
    : Readable.fromWeb(writeXlsx(rows, { sheetName: 'Инциденты' }))
  await pipeline(content, createWriteStream(path))
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      rows: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
    },
  })
  if (!values.out) {
    console.error('Usage: node bench/incident-file.ts --out FILE.xlsx|FILE.csv [--rows 100000] [--seed 1]')
    process.exit(1)
  }
  await writeIncidentFile(values.out, { rows: Number(values.rows), seed: Number(values.seed) })
}
