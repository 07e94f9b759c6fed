import { createRandom, pick, type Random } from '../large-centre/random.ts'
import { type Problem, told } from './problem.ts'
import { houseProblems } from './tellings-houses.ts'
import { streetProblems } from './tellings-streets.ts'

/** How the two texts of a pair came about. */
export type PairKind =
  | 'typos'
  | 'reworded'
  | 'another person'
  | 'another street'
  | 'another house'
  | 'another problem there'
  | 'such a problem elsewhere'
  | 'nothing in common'
  | 'typos, nowhere'
  | 'reworded, nowhere'
  | 'another problem, nowhere'

/** Two texts of the fictional town and whether they speak of one problem. */
export interface LabelledPair {
  texts: readonly [string, string]
  isRepeat: boolean
  kind: PairKind
  part: 'tuning' | 'reporting'
}

/** A street with its houses in order. */
export interface Street {
  name: string
  houses: readonly string[]
}

/** The labelled set: fourteen pairs of each problem, half of them repeats. Problems in turn serve tuning and reporting. */
export function labelledPairs(streets: readonly Street[]): LabelledPair[] {
  const problems = [...streetProblems, ...houseProblems]
  const random = createRandom(20_261_122)
  return problems.flatMap((problem, at) => {
    const part = at % 2 === 0 ? 'tuning' : 'reporting'
    // Both of a pair come from the same half, or the halves would not be apart.
    const others = nearestFirst(problems, at).filter((one, place) => place % 2 === 0 && one !== problem)
    return pairsOf(problem, others, streets, random).map((pair) => ({ ...pair, part }) as LabelledPair)
  })
}

function pairsOf(problem: Problem, others: readonly Problem[], streets: readonly Street[], random: Random) {
  const [first, second, third] = problem
  const [street, another, farthest] = someOf(streets, random)
  const here = { street: street.name, house: street.houses[random(3)]! }
  const along = { street: street.name, house: street.houses.at(-1 - random(3))! }
  const away = { street: another.name, house: pick(random, another.houses) }
  const farther = { street: farthest.name, house: pick(random, farthest.houses) }
  const text = told(pick(random, problem), here)
  const bare = told(pick(random, problem), null)
  const pair = (kind: PairKind, isRepeat: boolean, one: string, other: string) => ({
    texts: [one, other] as const,
    isRepeat,
    kind,
  })
  const neighbour = pick(random, others)
  const beside = others[random(3)]!
  return [
    pair('typos', true, text, withTypos(text, random)),
    pair('reworded', true, text, reworded(text, random)),
    pair('another person', true, told(first, here), told(second, here)),
    pair('another person', true, told(first, here), told(third, here)),
    pair('another person', true, told(second, here), told(third, here)),
    pair('another street', false, told(first, here), told(first, away)),
    pair('another house', false, told(second, here), told(second, along)),
    pair(
      'another problem there',
      false,
      told(first, here),
      told(pick(random, [neighbour[1], neighbour[2]]), here),
    ),
    pair('such a problem elsewhere', false, told(first, here), told(pick(random, [second, third]), farther)),
    pair('nothing in common', false, told(third, here), told(pick(random, pick(random, others)), away)),
    pair('typos, nowhere', true, bare, withTypos(bare, random)),
    pair('reworded, nowhere', true, bare, reworded(bare, random)),
    pair('another problem, nowhere', false, bare, told(pick(random, neighbour), null)),
    pair('another problem, nowhere', false, bare, told(pick(random, beside), null)),
  ]
}

// Problems beside one another are of one kind: the list is told from there on.
function nearestFirst(problems: readonly Problem[], at: number): Problem[] {
  return [...problems.slice(at), ...problems.slice(0, at)]
}

// Three streets, each another one.
function someOf(streets: readonly Street[], random: Random): [Street, Street, Street] {
  const first = random(streets.length)
  const second = 1 + random(streets.length - 2)
  const at = (place: number) => streets[(first + place) % streets.length]!
  return [at(0), at(second), at(second + 1)]
}

const greetings = ['Добрый день! ', 'Здравствуйте, администрация. ', 'Пишу второй раз. ', '']
const closings = [' Ждём ответа.', ' Примите меры, пожалуйста.', ' Сколько можно терпеть?', '']

/** The same words typed in haste: letters swapped, lost or doubled in about every sixth word, no capitals, few signs. */
export function withTypos(text: string, random: Random): string {
  return text
    .toLowerCase()
    .replace(/[,!]/g, (sign) => (random(2) === 0 ? '' : sign))
    .replace(/[а-яё]{5,}/g, (word) => (random(6) === 0 ? misspelt(word, random) : word))
}

function misspelt(word: string, random: Random): string {
  const at = 1 + random(word.length - 2)
  const [before, one, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ]
  return before + pick(random, [next + one, one, one + one + next]) + after
}

/** The same told once more by the same person: a word in eight left out, sentences turned about, something said before and after. */
export function reworded(text: string, random: Random): string {
  const sentences = text.split(/(?<=[.!?])\s+/)
  const kept = sentences.map((sentence) =>
    sentence
      .split(' ')
      .filter((word) => /\d|[А-Я]/.test(word) || random(8) > 0)
      .join(' '),
  )
  return pick(random, greetings) + kept.toReversed().join(' ') + pick(random, closings)
}
