import { wordEnd } from '../text/letters.ts'

/** A word or number of an address; `gap` is what stands before it: nothing or a blank, a comma, or a sentence's end. */
export type Token = {
  readonly word: string
  readonly capital: boolean
  readonly gap: 'blank' | 'comma' | 'end'
}

const numbered = /\d+(?:\/\d+)?(?:-?[а-яё]{1,4}(?![а-яё]))?(?:\d{1,3})?/iuy

/** Cuts a text into tokens, folded (lower case, ё as е); «12а», «5/1», «12-го», «8к2» and «№» are one token each. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  for (let at = 0; at < text.length;) {
    const to = tokenEnd(text, at)
    if (to === at) {
      at += 1
      continue
    }
    const found = text.slice(at, to)
    const word = found.toLowerCase()
    tokens.push({
      word: word.includes('ё') ? word.replaceAll('ё', 'е') : word,
      capital: word.charCodeAt(0) !== found.charCodeAt(0),
      gap: tokens.length === 0 ? 'end' : gapOf(text.slice(end, at), tokens.at(-1)?.word ?? ''),
    })
    end = at = to
  }
  return tokens
}

// A number with what belongs to it, a word, or «№»; the place itself where none begins.
function tokenEnd(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 48 && code <= 57) {
    numbered.lastIndex = at
    numbered.test(text)
    return numbered.lastIndex
  }
  return code === 0x2116 ? at + 1 : wordEnd(text, at)
}

function gapOf(between: string, before: string): Token['gap'] {
  // Most words stand one blank apart.
  if (between === ' ' || between === '') return 'blank'
  const abbreviated = between.startsWith('.') && before.length <= 5
  if (/[!?\n]/.test(between) || (between.includes('.') && !abbreviated)) return 'end'
  return /[,;()]|\s[—–-]\s/.test(between) ? 'comma' : 'blank'
}

const adjectiveEnd = /(?:ого|его|ому|ему|ыми|ими|ая|яя|ой|ей|ую|юю|ое|ее|ый|ий|ым|им|ом|ем|ых|их|ою|ею)$/
const nounEnd = /(?:ами|ями|ах|ях|ам|ям|ом|ем|ой|ей|ою|ею|а|я|у|ю|е|ы|и|о|ь|й)$/

/** Is this a name that declines as an adjective: «Садовая», «Большой»? */
export function isAdjective(word: string): boolean {
  return word.length > 4 && /(?:ая|яя|ой|ый|ий|ое|ее)$/.test(word)
}

const memory = new Map<string, string>()

/** What stays of a folded word when its Russian case ending is cut; numbers lose «-го», «-я». */
export function stem(word: string): string {
  const known = memory.get(word)
  if (known !== undefined) return known
  const cut = cutEnding(word)
  if (memory.size > 100_000) memory.clear()
  memory.set(word, cut)
  return cut
}

function cutEnding(word: string): string {
  if (/^\d/.test(word)) return word.replace(/-?(?:го|му|ой|ая|ую|ый|ое|ом|й|я|е|ю|м)$/, '')
  const adjective = word.replace(adjectiveEnd, '')
  if (adjective !== word && adjective.length >= 3) return adjective
  const noun = word.replace(nounEnd, '')
  return noun.length >= 3 ? noun : word
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['улица', /^(?:ул|улиц[аыеу]|улицей|улицам|улицах)$/],
  ['проспект', /^(?:пр|просп|пр-т|пр-кт|проспект(?:а|у|е|ом)?)$/],
  ['переулок', /^(?:пер|пер-к|переул(?:ок|ка|ку|ке|ком))$/],
  ['бульвар', /^(?:б-р|бул|бульвар(?:а|у|е|ом)?)$/],
  ['площадь', /^(?:пл|площад(?:ь|и|ью))$/],
  ['набережная', /^(?:наб|набережн(?:ая|ой|ую))$/],
  ['шоссе', /^(?:ш|шоссе)$/],
  ['проезд', /^(?:пр-д|проезд(?:а|у|е|ом)?)$/],
  ['тупик', /^(?:туп|тупик(?:а|у|е|ом)?)$/],
  ['аллея', /^(?:ал|алле(?:я|и|е|ю|ей))$/],
  ['микрорайон', /^(?:мкр|мкрн|м-н|микрорайон(?:а|у|е|ом)?)$/],
  ['квартал', /^(?:кв-л|квартал(?:а|у|е|ом)?)$/],
  ['линия', /^лини(?:я|и|ю|ей)$/],
  ['территория', /^(?:тер|территори(?:я|и|ю|ей))$/],
]

const streetKinds = new Map<string, string | null>()

/** The kind of street that a folded word names («ул», «проспекте»), or null. */
export function streetKind(word: string): string | null {
  let kind = streetKinds.get(word)
  if (kind === undefined) {
    kind = kinds.find(([, shape]) => shape.test(word))?.[0] ?? null
    if (streetKinds.size > 50_000) streetKinds.clear()
    streetKinds.set(word, kind)
  }
  return kind
}

const settlementWord =
  /^(?:г|гор|город(?:а|у|е|ом)?|с|сел(?:о|а|у|е|ом)|д|дер|деревн(?:я|и|е|ю|ей)|п|пос|посел(?:ок|ка|ку|ке|ком)|ст|ст-ца|станиц(?:а|ы|е|у|ей)|х|хут|хутор(?:а|у|е|ом)?|рп|пгт|аул(?:а|е)?|слобод(?:а|ы|е|у)|мест(?:ечко|ечке)|снт|днт)$/

/** Does this folded word announce a settlement: «г», «село», «посёлке»? */
export function announcesSettlement(word: string): boolean {
  return settlementWord.test(word)
}
