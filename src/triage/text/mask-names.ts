import { isDoubtfulName, looksLikePatronymic, looksLikeSurname, patronymicForms } from './given-names.ts'
import type { Found } from './mask-numbers.ts'
import {
  isGenitivePlace,
  isGiven,
  isInitial,
  isPlaceAfter,
  isPlaceBefore,
  joined,
  notNames,
  placeWords,
  titles,
  words,
  type Word,
} from './name-words.ts'

const afterDot = /^\. ?$/

type Chain = { readonly first: number; readonly last: number }

function initialsFirst(text: string, list: readonly Word[], index: number): Chain | undefined {
  const [word, second, third] = [list[index], list[index + 1], list[index + 2]]
  if (second === undefined || !second.capital || !afterDot.test(second.gap)) return undefined
  if (isInitial(second) && third?.capital === true && third.to - third.from > 2 && afterDot.test(third.gap))
    return { first: index, last: index + 2 }
  // «Г. Усолье» is a town.
  const long = second.to - second.from > 3 && text[word?.to ?? 0] === '.' && word?.folded !== 'г'
  return long && looksLikeSurname(second.folded) ? { first: index, last: index + 1 } : undefined
}

function initialsLast(text: string, list: readonly Word[], index: number): Chain | undefined {
  const [word, second, third] = [list[index], list[index + 1], list[index + 2]]
  if (word === undefined || word.to - word.from < 3 || !isInitial(second) || second.gap !== ' ')
    return undefined
  const dotted = text[second.to] === '.'
  const surname = looksLikeSurname(word.folded)
  if (isInitial(third) && /^(?:\. ?| )$/.test(third.gap) && (dotted || surname))
    return { first: index, last: index + 2 }
  return dotted && surname ? { first: index, last: index + 1 } : undefined
}

function withInitials(text: string, list: readonly Word[], index: number): Chain | undefined {
  const word = list[index]
  if (word === undefined || !word.capital) return undefined
  return isInitial(word) ? initialsFirst(text, list, index) : initialsLast(text, list, index)
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
  const [word, next] = [list[index], list[index + 1]]
  if (word === undefined || !isGiven(word)) return undefined
  const patronymic = joined(next) && looksLikePatronymic(next.folded) && (next.capital || !word.capital)
  if (!word.capital) return patronymic ? joinSurnames(list, index, index + 1, false) : undefined
  let chain = joinSurnames(list, index, patronymic ? index + 1 : index, true)
  if (chain.first === chain.last && !isDoubtfulName(word.folded) && isOtherSurname(next)) {
    chain = { first: index, last: index + 1 }
  }
  if (isPlaceBefore(list, chain.first)) return undefined
  return patronymic || isPerson(text, list, word, chain) ? chain : undefined
}

function isPerson(text: string, list: readonly Word[], word: Word, chain: Chain): boolean {
  if (isPlaceAfter(text, list, chain.last) || isGenitivePlace(list, chain.first)) return false
  const alone = chain.first === chain.last
  if (alone && /["«]$/.test(word.gap)) return false
  if (!isDoubtfulName(word.folded)) return true
  return !alone && !/(?:ой|ая|ую|ый|ий|ого)$/.test(list[chain.first]?.folded ?? '')
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

function introduces(before: Word, word: Word): boolean {
  if (before.folded === 'уважением') return word.capital && /^[\s,.!:\-–—]{1,4}$/.test(word.gap)
  if (!/^(?:зовут|фио|фамилия|имя)$/.test(before.folded)) return false
  const said = /^\s?[:\-–—]\s?$/.test(word.gap) || (before.folded !== 'имя' && /^\s$/.test(word.gap))
  return said && (word.capital || (before.folded === 'зовут' && isGiven(word)))
}

function introduced(list: readonly Word[], index: number): Chain | undefined {
  const [word, before] = [list[index], list[index - 1]]
  if (word === undefined || before === undefined || notNames.has(word.folded)) return undefined
  if (!introduces(before, word)) return undefined
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
  const word = list[index]
  // Most words are neither capitalised nor given names: leaving at once doubles the speed.
  if (word === undefined || (!word.capital && !isGiven(word))) return undefined
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
