import { useMemo } from 'react'
import { currentLanguage, useLanguage, type Language } from './language.ts'

/** Forms of a phrase by number; Russian needs one, few, many. */
export type PluralPhrase = { one: string; few?: string; many?: string; other: string }
export type Phrase = string | PluralPhrase
export type Values = Record<string, string | number>
export type Words<Key extends string> = Record<Language, Record<Key, Phrase>>
export type Translate<Key extends string> = (key: Key, values?: Values) => string

/** A feature's dictionary: the Russian phrases set the keys, the English ones must have the same. */
export function defineWords<const Key extends string>(
  ru: Record<Key, Phrase>,
  en: Record<NoInfer<Key>, Phrase>,
): Words<Key> {
  return { ru, en }
}

const plurals: Record<Language, Intl.PluralRules> = {
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
}
const numbers: Record<Language, Intl.NumberFormat> = {
  ru: new Intl.NumberFormat('ru-RU'),
  en: new Intl.NumberFormat('en-GB'),
}

function chooseForm(phrase: Phrase, values: Values | undefined, language: Language): string {
  if (typeof phrase === 'string') return phrase
  const form = plurals[language].select(Number(values?.count ?? 0))
  return (form === 'one' || form === 'few' || form === 'many' ? phrase[form] : undefined) ?? phrase.other
}

/** Fills `{name}` in a phrase; numbers are written as the language writes them. */
export function fillPhrase(phrase: Phrase, values: Values | undefined, language: Language): string {
  return chooseForm(phrase, values, language).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values?.[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? numbers[language].format(value) : value
  })
}

/** The phrases of a feature in the present language, as a function that keeps its identity until the language changes. */
export function useWords<Key extends string>(words: Words<Key>): Translate<Key> {
  const language = useLanguage()
  return useMemo(() => (key, values) => fillPhrase(words[language][key], values, language), [words, language])
}

/** The same outside of components. */
export function translate<Key extends string>(words: Words<Key>, key: Key, values?: Values): string {
  const language = currentLanguage()
  return fillPhrase(words[language][key], values, language)
}

/** A whole number as the language writes it. */
export function formatNumber(value: number, language: Language = currentLanguage()): string {
  return numbers[language].format(value)
}
