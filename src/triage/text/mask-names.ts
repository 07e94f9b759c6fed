import {
  givenForms,
  isDoubtfulName,
  looksLikePatronymic,
  looksLikeSurname,
  patronymicForms,
} from './given-names.ts'
import type { Found } from './mask-numbers.ts'

type Word = {
  readonly from: number
  readonly to: number
  readonly folded: string
  readonly capital: boolean
  /** Capital first, small second. */
  readonly titled: boolean
  /** What stands between this word and the one before it. */
  readonly gap: string
}

const placeWords =
  /^(?:ул|улиц[аыеу]?|улицей|улицам|геро[йяею]|героев|героям|архангела|свят(?:ого|ой)|центр[ае]?|больниц[аыеу]|поликлиник[аиеу]|дом[ау]? культуры|пр|пр-т|пр-кт|просп|проспект[ауе]?|проспектом|пер|переул(?:ок|ка|ке|ку)|б-р|бул|бульвар[ауе]?|пл|площад[ьи]|наб|набережн(?:ая|ой|ую)|ш|шоссе|туп|тупик[ае]?|проезд[ауе]?|алле[яеию]|сквер[ауе]?|парк[ауе]?|г|гор|город[ауе]?|городом|с|сел[оаеу]|д|дер|деревн[яиею]|п|пос|посел(?:ок|ка|ке|ку)|станиц[аыеу]|хутор[ае]?|рп|пгт|мкр|мкрн|микрорайон[ауе]?|район[ауе]?|р-н|им|имени|памятник[ауе]?|храм[ауе]?|церк(?:овь|ви)|собор[ауе]?|станци[яию]|остановк[аеиу]|ост|жк|снт|тц|трц|ооо|оао|зао|ао|ип|гбу|мбу|мку|муп|магазин[ауе]?|кафе|река|реки|реке|озер[оае]|остров[ае]?)$/
const placeAfter =
  /^(?:ул|улиц[аыеу]|проспект[ауе]?|пр|пр-т|переул(?:ок|ка|ке)|площад[ьи]|бульвар[ауе]?|набережн(?:ая|ой)|поселени[яе]|района|округа|сельсовета|области|края|сквер[ае]?|парк[ае]?|шоссе|тупик[ае]?|проезд[ае]?)$/
const notNames = new Set(
  (
    'жители администрация коллектив ваш ваша ваши собственники соседи родители граждане избиратели житель жительница ' +
    'прошу просим здравствуйте добрый добрая спасибо тел телефон почта адрес дом ул улица россия рф а и не на в из от до ' +
    'уважаемый уважаемая уважаемые господин госпожа город района мэр глава директор депутат губернатор президент семья'
  ).split(' '),
)
const titles =
  /^(?:г-н|г-жа|господин(?:а|у|ом)?|госпож[аеуи]|гражданин(?:а|у|ом)?|гражданк[аеуи]|гр-н|гр-ка|гр|врач(?:а|у|ом)?|доктор(?:а|у|ом)?|участков(?:ый|ого|ому)|сосед(?:а|у|ом)?|соседк[аеуи]|учител(?:ь|я|ю)|учительниц[аеуы]|депутат(?:а|у|ом)?|мэр(?:а|у|ом)?|губернатор(?:а|у|ом)?|директор(?:а|у|ом)?|глав[аеуы]|заведующ(?:ая|ей|ую)|воспитател(?:ь|я|ю)|терапевт(?:а|у|ом)?|педиатр(?:а|у|ом)?|фельдшер(?:а|у|ом)?|мастер(?:а|у|ом)?|дяд[яеи]|тет[яеи]|баб[аеуы]|семь[яиею]|товарищ(?:а|у)?)$/
const age = /^\s*(?:лет|год|года|мес)/

const wordPattern = /\p{L}+(?:-\p{L}+)*/gu

function words(text: string): readonly Word[] {
  const list: Word[] = []
  let end = 0
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0]
    const first = word.charAt(0)
    const capital = first !== first.toLowerCase()
    list.push({
      from: match.index,
      to: match.index + word.length,
      folded: word.toLowerCase().replaceAll('ё', 'е'),
      capital,
      titled: capital && word.charAt(1) !== word.charAt(1).toUpperCase(),
      gap: text.slice(end, match.index),
    })
    end = match.index + word.length
  }
  return list
}

const joined = (word: Word | undefined): word is Word =>
  word !== undefined && /^ ?$|^\n$|^ {1,2}$/.test(word.gap)
const isInitial = (word: Word | undefined): word is Word =>
  word !== undefined && word.capital && word.to - word.from === 1 && /[а-я]/.test(word.folded)
const isGiven = (word: Word): boolean => givenForms.has(word.folded)

function isPlaceBefore(list: readonly Word[], index: number): boolean {
  for (let back = 1; back <= 2; back++) {
    const word = list[index - back]
    const after = list[index - back + 1]
    if (word === undefined || after === undefined || !/^\.? ?["«]?$/.test(after.gap)) return false
    if (placeWords.test(word.folded))
      return word.to - word.from > 1 || after.gap.startsWith('.') || !word.capital
    if (!word.capital && !/(?:ого|ой|ая)$/.test(word.folded)) return false
  }
  return false
}

function isPlaceAfter(text: string, list: readonly Word[], last: number): boolean {
  const next = list[last + 1]
  if (next !== undefined && /^ ?$/.test(next.gap) && placeAfter.test(next.folded)) return true
  const rest = text.slice(list[last]?.to ?? 0, (list[last]?.to ?? 0) + 16)
  const number = /^(?: ?,? ?(?:д\.? ?|дом |№ ?)?\d{1,3}(?:[а-я](?!\p{L}))?(?:\/\d+)?)/iu.exec(rest)
  return number !== null && !age.test(rest.slice(number[0].length))
}

/** «на Софьи Перовской», «по Карла Маркса»: a genitive after such a word names a street. */
function isGenitivePlace(list: readonly Word[], index: number): boolean {
  const before = list[index - 1]
  if (
    before === undefined ||
    !/^(?:на|по|с|со|до|вдоль|возле|около|перекресток|угол|углу)$/.test(before.folded)
  )
    return false
  const complained = list
    .slice(Math.max(0, index - 4), index - 1)
    .some((word) => /^(?:жалоб|жалу|заявлен|пожал)/.test(word.folded))
  return !complained && /[аяыи]$/.test(list[index]?.folded ?? '')
}

type Chain = { readonly first: number; readonly last: number }

function withInitials(text: string, list: readonly Word[], index: number): Chain | undefined {
  const [word, second, third] = [list[index], list[index + 1], list[index + 2]]
  if (word === undefined || !word.capital) return undefined
  const dotted = (one: Word | undefined): boolean => one !== undefined && text[one.to] === '.'
  if (isInitial(word) && dotted(word)) {
    if (
      isInitial(second) &&
      dotted(second) &&
      /^\. ?$/.test(second.gap) &&
      third?.capital &&
      third.to - third.from > 2 &&
      /^\. ?$/.test(third.gap)
    )
      return { first: index, last: index + 2 }
    if (
      second?.capital &&
      second.to - second.from > 3 &&
      /^\. ?$/.test(second.gap) &&
      looksLikeSurname(second.folded) &&
      word.folded !== 'г'
    )
      return { first: index, last: index + 1 }
    return undefined
  }
  if (word.to - word.from < 3 || !isInitial(second) || !/^ $/.test(second.gap)) return undefined
  if (isInitial(third) && /^(?:\. ?| )$/.test(third.gap) && (dotted(second) || looksLikeSurname(word.folded)))
    return { first: index, last: index + 2 }
  return dotted(second) && looksLikeSurname(word.folded) ? { first: index, last: index + 1 } : undefined
}

function joinSurnames(list: readonly Word[], first: number, last: number, capitalOnly: boolean): Chain {
  let [from, to] = [first, last]
  const before = list[from - 1]
  if (before !== undefined && joined(list[from]) && isSurname(before, capitalOnly)) from--
  const after = list[to + 1]
  if (joined(after) && after.gap !== '\n' && isSurname(after, capitalOnly)) to++
  return { first: from, last: to }
}

function isSurname(word: Word, capitalOnly: boolean): boolean {
  if (notNames.has(word.folded) || placeWords.test(word.folded) || titles.test(word.folded)) return false
  return (word.capital || !capitalOnly) && looksLikeSurname(word.folded)
}

/** A capitalised word right after a given name is a surname of any shape: «Юлия Мороз». */
function isOtherSurname(word: Word | undefined): boolean {
  return (
    joinsName(word) &&
    word?.gap === ' ' &&
    word.titled &&
    !titles.test(word.folded) &&
    word.to - word.from > 3
  )
}

function aroundGiven(text: string, list: readonly Word[], index: number): Chain | undefined {
  const word = list[index]
  if (word === undefined || !isGiven(word)) return undefined
  const next = list[index + 1]
  const patronymic = joined(next) && looksLikePatronymic(next.folded) && (next.capital || !word.capital)
  if (!word.capital) return patronymic ? joinSurnames(list, index, index + 1, false) : undefined
  let chain = joinSurnames(list, index, patronymic ? index + 1 : index, true)
  if (chain.first === chain.last && !isDoubtfulName(word.folded) && isOtherSurname(next))
    chain = { first: index, last: index + 1 }
  if (isPlaceBefore(list, chain.first)) return undefined
  if (patronymic) return chain
  if (isPlaceAfter(text, list, chain.last) || isGenitivePlace(list, chain.first)) return undefined
  if (isDoubtfulName(word.folded) && /(?:ой|ая|ую|ый|ий|ого)$/.test(list[chain.first]?.folded ?? ''))
    return undefined
  if (chain.first === chain.last && (isDoubtfulName(word.folded) || /["«]$/.test(word.gap))) return undefined
  return chain
}

function afterTitle(text: string, list: readonly Word[], index: number): Chain | undefined {
  const [word, before] = [list[index], list[index - 1]]
  if (word === undefined || before === undefined || !word.capital) return undefined
  if (word.gap !== ' ' && (word.gap !== '. ' || before.folded !== 'гр')) return undefined
  if (!titles.test(before.folded) || !isSurname(word, true) || isPlaceAfter(text, list, index))
    return undefined
  const next = list[index + 1]
  const describes =
    /(?:[сц]к|н)(?:ого|ой|ий|ая|ый|их|ых|ом)$/.test(word.folded) && next?.gap === ' ' && !isInitial(next)
  return describes ? undefined : { first: index, last: index }
}

function introduced(list: readonly Word[], index: number): Chain | undefined {
  const [word, before] = [list[index], list[index - 1]]
  if (word === undefined || before === undefined || notNames.has(word.folded)) return undefined
  const saysName =
    (/^(?:зовут|фио|фамилия|имя)$/.test(before.folded) && /^\s?[:\-–—]\s?$/.test(word.gap)) ||
    (/^(?:зовут|фио|фамилия)$/.test(before.folded) && /^\s$/.test(word.gap))
  const signs = before.folded === 'уважением' && /^[\s,.!:\-–—]{1,4}$/.test(word.gap) && word.capital
  if (!saysName && !signs) return undefined
  if (!word.capital && !(before.folded === 'зовут' && isGiven(word))) return undefined
  let last = index
  while (last - index < 2 && (joinsName(list[last + 1]) || isDottedInitial(list, last + 1))) last++
  return { first: index, last }
}

function joinsName(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    word.gap === ' ' &&
    word.capital &&
    !notNames.has(word.folded) &&
    !placeWords.test(word.folded)
  )
}

function isDottedInitial(list: readonly Word[], index: number): boolean {
  const word = list[index]
  return isInitial(word) && isInitial(list[index - 1]) && /^\. ?$/.test(word.gap)
}

function lonePatronymic(list: readonly Word[], index: number): Chain | undefined {
  const word = list[index]
  if (word === undefined || !word.capital || !patronymicForms.has(word.folded)) return undefined
  if (/(?:ной|ною)$/.test(word.folded) || isPlaceBefore(list, index)) return undefined
  return joinSurnames(list, index, index, true)
}

function chainAt(text: string, list: readonly Word[], index: number): Chain | undefined {
  const initials = withInitials(text, list, index)
  if (initials !== undefined && !isPlaceBefore(list, index)) {
    return isInitial(list[index]) && isPlaceAfter(text, list, initials.last) ? undefined : initials
  }
  return (
    introduced(list, index) ??
    aroundGiven(text, list, index) ??
    lonePatronymic(list, index) ??
    afterTitle(text, list, index)
  )
}

/** Names of people in a Russian text; streets, squares and settlements named after people stay out. */
export function findNames(text: string): Found[] {
  const list = words(text)
  const found: Found[] = []
  for (let index = 0; index < list.length; index++) {
    const chain = chainAt(text, list, index)
    const [first, last] = [list[chain?.first ?? -1], list[chain?.last ?? -1]]
    if (chain === undefined || first === undefined || last === undefined) continue
    const dot = last.to - last.from === 1 && text[last.to] === '.' ? 1 : 0
    const previous = found.at(-1)
    if (previous !== undefined && previous.to >= first.from) found.pop()
    const from =
      previous !== undefined && previous.to >= first.from ? Math.min(previous.from, first.from) : first.from
    found.push({ kind: 'name', from, to: last.to + dot })
    index = Math.max(index, chain.last)
  }
  return found
}
