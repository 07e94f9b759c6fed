const vowels = 'аеиоуыэюя'

// Endings of the public definition of the Russian Snowball stemmer, read from the end of a word, letter by letter.
type Ending = { readonly next: Map<number, Ending>; kind: 'none' | 'free' | 'after' }

/** Endings that count only behind а or я, and those that count anywhere. */
function endings(after: string, free: string): Ending {
  const root: Ending = { next: new Map(), kind: 'none' }
  const add = (ending: string, kind: Ending['kind']): void => {
    let node = root
    for (let at = ending.length - 1; at >= 0; at -= 1) {
      const code = ending.charCodeAt(at)
      let next = node.next.get(code)
      if (next === undefined) node.next.set(code, (next = { next: new Map(), kind: 'none' }))
      node = next
    }
    if (node !== root) node.kind = kind
  }
  for (const ending of after.split(' ')) add(ending, 'after')
  for (const ending of free.split(' ')) add(ending, 'free')
  return root
}

const gerund = endings('в вши вшись', 'ив ивши ившись ыв ывши ывшись')
const reflexive = endings('', 'ся сь')
const adjective = endings(
  '',
  'ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею',
)
const participle = endings('ем нн вш ющ щ', 'ивш ывш ующ')
const verb = endings(
  'ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно',
  'ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю',
)
const noun = endings(
  '',
  'а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я',
)
const derivational = endings('', 'ост ость')
const superlative = endings('', 'ейш ейше')

/** Where the region after the first vowel begins; the word's length where there is none. */
function afterVowel(word: string, from: number): number {
  for (let at = from; at < word.length; at += 1) if (vowels.includes(word[at]!)) return at + 1
  return word.length
}

function afterConsonant(word: string, from: number): number {
  for (let at = from; at < word.length; at += 1) if (!vowels.includes(word[at]!)) return at + 1
  return word.length
}

/** Length of the word without its longest ending of the list, or -1 where it has none inside the region. */
function cut(word: string, region: number, list: Ending): number {
  let node: Ending | undefined = list
  let kind: Ending['kind'] = 'none'
  let rest = -1
  for (let at = word.length - 1; at >= region; at -= 1) {
    node = node.next.get(word.charCodeAt(at))
    if (node === undefined) break
    if (node.kind === 'none') continue
    kind = node.kind
    rest = at
  }
  if (kind !== 'after') return rest
  const before = rest > region ? word[rest - 1] : ''
  return before === 'а' || before === 'я' ? rest : -1
}

function withoutEnding(word: string, region: number): string {
  const done = cut(word, region, gerund)
  if (done >= 0) return word.slice(0, done)
  const own = cut(word, region, reflexive)
  const base = own >= 0 ? word.slice(0, own) : word
  const adjectival = cut(base, region, adjective)
  if (adjectival >= 0) {
    const short = base.slice(0, adjectival)
    const deeper = cut(short, region, participle)
    return deeper >= 0 ? short.slice(0, deeper) : short
  }
  for (const list of [verb, noun]) {
    const rest = cut(base, region, list)
    if (rest >= 0) return base.slice(0, rest)
  }
  return base
}

/** The Russian Snowball stem of a word in lower case with е for ё; other alphabets come back as they are. */
export function stem(word: string): string {
  const region = afterVowel(word, 0)
  if (region >= word.length) return word
  const second = afterConsonant(word, afterVowel(word, afterConsonant(word, region)))
  let base = withoutEnding(word, region)
  if (base.length > region && base.endsWith('и')) base = base.slice(0, -1)
  const abstract = cut(base, region, derivational)
  if (abstract >= second) base = base.slice(0, abstract)
  const high = cut(base, region, superlative)
  if (high >= 0) base = base.slice(0, high)
  if (base.endsWith('нн') && base.length - 2 >= region) return base.slice(0, -1)
  return high < 0 && base.length > region && base.endsWith('ь') ? base.slice(0, -1) : base
}
