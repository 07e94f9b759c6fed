import { useSyncExternalStore } from 'react'

export type Language = 'ru' | 'en'

const storageKey = 'otklik.language'
const listeners = new Set<() => void>()
let current: Language = readStored()
let chosen = false

function readStored(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'ru'
  } catch {
    return 'ru'
  }
}

/** The language of the screen now; components use `useLanguage` to be drawn again when it changes. */
export function currentLanguage(): Language {
  return current
}

/** True once the person chose a language on this page. */
export function isLanguageChosen(): boolean {
  return chosen
}

/** Switches the language as the person wishes. */
export function chooseLanguage(language: Language): void {
  chosen = true
  showLanguage(language)
}

/** Shows the screen in a language and remembers it in this browser for the next sign-in. */
export function showLanguage(language: Language): void {
  if (language === current && document.documentElement.lang === language) return
  current = language
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A browser that keeps nothing still shows the language until it is closed.
  }
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage)
}
