import { givenForms } from './given-names.ts'
import { wordEnd } from './letters.ts'

/** A word of a text with what masking asks of it. */
export type Word = {
  readonly from: number
  readonly to: number
  readonly folded: string
  readonly capital: boolean
  /** Capital first, small second. */
  readonly titled: boolean
  /** What stands between this word and the one before it. */
  readonly gap: string
}

/** Words that announce or name a place or a body: what follows is named after a person, not a person. */
export const placeWords =
  /^(?:ул|улиц[аыеу]?|улицей|улицам|геро[йяею]|героев|героям|архангела|свят(?:ого|ой)|центр[ае]?|больниц[аыеу]|поликлиник[аиеу]|дом[ау]? культуры|пр|пр-т|пр-кт|просп|проспект[ауе]?|проспектом|пер|переул(?:ок|ка|ке|ку)|б-р|бул|бульвар[ауе]?|пл|площад[ьи]|наб|набережн(?:ая|ой|ую)|ш|шоссе|туп|тупик[ае]?|проезд[ауе]?|алле[яеию]|сквер[ауе]?|парк[ауе]?|г|гор|город[ауе]?|городом|с|сел[оаеу]|д|дер|деревн[яиею]|п|пос|посел(?:ок|ка|ке|ку)|станиц[аыеу]|хутор[ае]?|рп|пгт|мкр|мкрн|микрорайон[ауе]?|район[ауе]?|р-н|им|имени|памятник[ауе]?|храм[ауе]?|церк(?:овь|ви)|собор[ауе]?|станци[яию]|остановк[аеиу]|ост|жк|снт|тц|трц|ооо|оао|зао|ао|ип|гбу|мбу|мку|муп|магазин[ауе]?|кафе|река|реки|реке|озер[оае]|остров[ае]?)$/
const placeAfter =
  /^(?:ул|улиц[аыеу]|проспект[ауе]?|пр|пр-т|переул(?:ок|ка|ке)|площад[ьи]|бульвар[ауе]?|набережн(?:ая|ой)|поселени[яе]|района|округа|сельсовета|области|края|сквер[ае]?|парк[ае]?|шоссе|тупик[ае]?|проезд[ае]?)$/
/** Capitalised words of letters that are no names. */
export const notNames = new Set(
  (
    'жители администрация коллектив ваш ваша ваши собственники соседи родители граждане избиратели житель жительница ' +
    'прошу просим здравствуйте добрый добрая спасибо тел телефон почта адрес дом ул улица россия рф а и не на в из от до ' +
    'уважаемый уважаемая уважаемые господин госпожа город района мэр глава директор депутат губернатор президент семья'
  ).split(' '),
)
/** Offices and kin after which a surname stands. */
export const titles =
  /^(?:г-н|г-жа|господин(?:а|у|ом)?|госпож[аеуи]|гражданин(?:а|у|ом)?|гражданк[аеуи]|гр-н|гр-ка|гр|врач(?:а|у|ом)?|доктор(?:а|у|ом)?|участков(?:ый|ого|ому)|сосед(?:а|у|ом)?|соседк[аеуи]|учител(?:ь|я|ю)|учительниц[аеуы]|депутат(?:а|у|ом)?|мэр(?:а|у|ом)?|губернатор(?:а|у|ом)?|директор(?:а|у|ом)?|глав[аеуы]|заведующ(?:ая|ей|ую)|воспитател(?:ь|я|ю)|терапевт(?:а|у|ом)?|педиатр(?:а|у|ом)?|фельдшер(?:а|у|ом)?|мастер(?:а|у|ом)?|дяд[яеи]|тет[яеи]|баб[аеуы]|семь[яиею]|товарищ(?:а|у)?)$/
const age = /^\s*(?:лет|год|года|мес)/

/** Cuts a text into words with their places. */
export function words(text: string): readonly Word[] {
  const list: Word[] = []
  let end = 0
  for (let at = 0; at < text.length;) {
    const to = wordEnd(text, at)
    if (to === at) {
      at += 1
      continue
    }
    const word = text.slice(at, to)
    const small = word.toLowerCase()
    const capital = word.charCodeAt(0) !== small.charCodeAt(0)
    list.push({
      from: at,
      to,
      folded: small.includes('ё') ? small.replaceAll('ё', 'е') : small,
      capital,
      titled: capital && word.charAt(1) !== word.charAt(1).toUpperCase(),
      gap: text.slice(end, at),
    })
    end = at = to
  }
  return list
}

/** Does only a blank or a line's end stand before this word? */
export const joined = (word: Word | undefined): word is Word =>
  word !== undefined && /^ ?$|^\n$|^ {1,2}$/.test(word.gap)
/** Is this one capital Cyrillic letter? */
export const isInitial = (word: Word | undefined): word is Word =>
  word !== undefined && word.capital && word.to - word.from === 1 && /[а-я]/.test(word.folded)
/** Is this a form of a given name? */
export const isGiven = (word: Word): boolean => givenForms.has(word.folded)

/** Does a word before name the kind of a place? */
export function isPlaceBefore(list: readonly Word[], index: number): boolean {
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

/** Does the kind of a place, or a house number, follow? */
export function isPlaceAfter(text: string, list: readonly Word[], last: number): boolean {
  const next = list[last + 1]
  if (next !== undefined && /^ ?$/.test(next.gap) && placeAfter.test(next.folded)) return true
  const rest = text.slice(list[last]?.to ?? 0, (list[last]?.to ?? 0) + 16)
  const number = /^(?: ?,? ?(?:д\.? ?|дом |№ ?)?\d{1,3}(?:[а-я](?!\p{L}))?(?:\/\d+)?)/iu.exec(rest)
  return number !== null && !age.test(rest.slice(number[0].length))
}

/** «на Софьи Перовской», «по Карла Маркса»: a genitive after such a word names a street. */
export function isGenitivePlace(list: readonly Word[], index: number): boolean {
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
