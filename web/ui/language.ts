import { useSyncExternalStore } from 'react'

export type Language = 'ru' | 'en'

const storageKey = 'otklik.language'
const listeners = new Set<() => void>()
let current: Language = readStored()

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

/** Switches the screen's language and remembers it in this browser. */
export function switchLanguage(language: Language): void {
  current = language
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A browser that keeps nothing still shows the chosen language until it is closed.
  }
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

/** Takes the language that an account asks for, unless one was chosen in this browser. */
export function preferLanguage(language: Language): void {
  try {
    if (localStorage.getItem(storageKey) !== null) return
  } catch {
    // As in a browser where nothing was chosen.
  }
  if (language !== current) switchLanguage(language)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage)
}
