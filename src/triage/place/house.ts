import type { Token } from './tokens.ts'

/** A house number and the tokens it took, from `from` up to, not including, `to`. */
export type HouseAt = {
  readonly number: string
  readonly from: number
  readonly to: number
  readonly announced: boolean
}

const houseWord = /^(?:д|дом|дома|дому|доме|домом|домов|№)$/
const partWord = /^(?:к|корп|корпус|корпуса|корпусе)$/
const buildingWord = /^(?:стр|строение|строения)$/
const beside = /^(?:у|возле|около|рядом|с|напротив|во|дворе|двор|двора|за|перед|между|в|у|при|где)$/
const unit =
  /^(?:дн\p{L}*|день|сут\p{L}*|час\p{L}*|минут\p{L}*|мин|год\p{L}*|г|лет|месяц\p{L}*|мес|недел\p{L}*|раз\p{L}*|человек\p{L}*|чел|этаж\p{L}*|подъезд\p{L}*|метр\p{L}*|м|км|рубл\p{L}*|руб|тыс\p{L}*|процент\p{L}*|градус\p{L}*|квартир\p{L}*|фонар\p{L}*|дерев\p{L}*|ям\p{L}*|штук\p{L}*|шт|январ\p{L}*|феврал\p{L}*|март\p{L}*|апрел\p{L}*|мая|июн\p{L}*|июл\p{L}*|август\p{L}*|сентябр\p{L}*|октябр\p{L}*|ноябр\p{L}*|декабр\p{L}*|школ\p{L}*|маршрут\p{L}*|номер\p{L}*)$/u
const ordinal = /^(\d{1,4})-?(?:го|му|ой|ый|ым|ом|м|й|я|е)$/
const number = /^(\d{1,4})(?:\/(\d{1,3}))?-?([а-к])?$/
const joinedPart = /^(\d{1,4})(?:-?(к|корп|с|стр))(\d{1,2})$/

/** One way of writing a house number, so that two lists agree: «8 корп. 2» → «8к2», «5 А» → «5а», «12 /1» → «12/1». */
export function normaliseHouse(raw: string): string {
  return raw
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/^\s*(?:дом|д\.?|№)\s*/, '')
    .replace(/\s*,?\s*(?:корпус|корп\.?|к\.?)\s*(?=\d)/, 'к')
    .replace(/\s*,?\s*(?:строение|стр\.?|с\.?)\s*(?=\d)/, 'с')
    .replace(/[\s"«»]+/g, '')
    .replace(/^(\d+)-([а-я])$/, '$1$2')
}

type Core = { readonly number: string; readonly ordinal: boolean }

function core(token: Token | undefined): Core | undefined {
  if (token === undefined) return undefined
  const joined = joinedPart.exec(token.word)
  if (joined !== null)
    return {
      number: `${joined[1]}${joined[2]?.startsWith('к') === true ? 'к' : 'с'}${joined[3]}`,
      ordinal: false,
    }
  const plain = number.exec(token.word)
  if (plain !== null) {
    const [, main = '', slash, letter = ''] = plain
    return { number: `${main}${slash === undefined ? '' : `/${slash}`}${letter}`, ordinal: false }
  }
  const counted = ordinal.exec(token.word)
  return counted === null ? undefined : { number: counted[1] ?? '', ordinal: true }
}

function withParts(
  tokens: readonly Token[],
  at: number,
  found: Core,
  from: number,
  announced: boolean,
): HouseAt {
  let text = found.number
  let to = at + 1
  const letter = tokens[to]
  const splits = letter?.gap === 'blank' && /^[абгдежз]$/.test(letter.word) && /^\d+$/.test(text)
  // «12 в квартире» is no letter, «12 А, кв. 5» is: «в», «и», «к» and «с» count only as a capital.
  if (splits && (letter.capital || letter.word === 'а') && streetLetterEnds(tokens[to + 1])) {
    text += letter.word
    to++
  }
  const [word, part] = [tokens[to], tokens[to + 1]]
  if (word !== undefined && part !== undefined && word.gap !== 'end' && /^\d{1,2}[а-г]?$/.test(part.word)) {
    if (partWord.test(word.word)) return { number: `${text}к${part.word}`, from, to: to + 2, announced }
    if (buildingWord.test(word.word)) return { number: `${text}с${part.word}`, from, to: to + 2, announced }
  }
  return { number: text, from, to, announced }
}

function streetLetterEnds(next: Token | undefined): boolean {
  return (
    next === undefined ||
    next.gap !== 'blank' ||
    !/^[а-я]{4,}$/.test(next.word) ||
    /^(?:квартир|подъезд|корпус)/.test(next.word)
  )
}

/** A house right after a street's name: «, д. 20», «5а», «у 12-го дома», «дом номер 7». */
export function houseAfter(tokens: readonly Token[], start: number): HouseAt | undefined {
  let at = start
  let announced = false
  for (let skipped = 0; skipped < 4; skipped++, at++) {
    const token = tokens[at]
    if (token === undefined || token.gap === 'end') return undefined
    const found = core(token)
    if (found !== undefined) return takeHouse(tokens, start, at, found, announced)
    if (houseWord.test(token.word)) announced = true
    else if (!(announced && token.word === 'номер') && !beside.test(token.word)) return undefined
  }
  return undefined
}

function takeHouse(
  tokens: readonly Token[],
  start: number,
  at: number,
  found: Core,
  announced: boolean,
): HouseAt | undefined {
  const next = tokens[at + 1]
  const named =
    next !== undefined && next.gap === 'blank' && houseWord.test(next.word) && next.word.length > 1
  if (named) return { number: found.number, from: start, to: at + 2, announced: true }
  if (announced) return found.ordinal ? undefined : withParts(tokens, at, found, start, true)
  const wandered = at > start
  const counts = next !== undefined && next.gap === 'blank' && unit.test(next.word)
  return wandered || found.ordinal || counts ? undefined : withParts(tokens, at, found, start, false)
}

/** A house before a street's name: «дом 5 по улице …», «у дома №8 на …», «в 12 доме по …»; `end` is where the name begins. */
export function houseBefore(tokens: readonly Token[], end: number): HouseAt | undefined {
  const preposition = tokens[end - 1]
  if (preposition === undefined || !/^(?:по|на)$/.test(preposition.word)) return undefined
  for (let at = end - 2; at >= Math.max(0, end - 5); at--) {
    const token = tokens[at]
    const found = core(token)
    if (found === undefined) continue
    const [before, beforeThat, after] = [tokens[at - 1], tokens[at - 2], tokens[at + 1]]
    const announced =
      (before !== undefined && houseWord.test(before.word)) ||
      (before?.word === 'номер' && houseWord.test(beforeThat?.word ?? ''))
    if (announced && !found.ordinal) return withParts(tokens, at, found, at, true)
    if (after !== undefined && after.word.startsWith('дом'))
      return { number: found.number, from: at, to: at + 2, announced: true }
    return undefined
  }
  return undefined
}
