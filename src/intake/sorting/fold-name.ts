/** Names remembered: an export says the same few again and again. */
const mostNames = 20_000
/** Longer than this it is a text, not a name, in characters. */
const longestName = 100

function remembered(fold: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    if (name.length > longestName) return fold(name)
    let folded = known.get(name)
    if (folded === undefined) {
      if (known.size >= mostNames) known.clear()
      known.set(name, (folded = fold(name)))
    }
    return folded
  }
}

/** A name for comparing: lower case, ё as е, punctuation as blanks. */
export const foldName = remembered((name) =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim(),
)

const kindWords = new Set(
  'м город городской городское городского г го о округ округа муниципальный муниципального муниципальное муниципальная образование район района р-н мо мр сельское поселение'.split(
    ' ',
  ),
)

/** What names a municipality or region, without the words that say what kind it is. */
export const placeCore = remembered((name) => {
  const words = foldName(name).split(' ')
  const core = words.filter((word) => word !== '-' && !kindWords.has(word))
  return (core.length > 0 ? core : words).join(' ')
})

/** How alike two names are, 0–1: the share of beginnings of words that they have in common. */
export function likeness(one: string, other: string): number {
  const [a, b] = [beginnings(one), beginnings(other)]
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

function beginnings(name: string): Set<string> {
  return new Set(
    foldName(name)
      .split(' ')
      .filter((word) => word.length > 2)
      .map((word) => word.slice(0, 5)),
  )
}
