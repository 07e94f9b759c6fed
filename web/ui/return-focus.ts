import { useEffect, useState } from 'react'

/** Gives the keyboard back to whoever had it before this part of the screen appeared, or to the screen when they are gone. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // The dialog must be gone before focus may leave it.
      setTimeout(() => {
        const kept = before instanceof HTMLElement && before.isConnected && before !== document.body
        const target = kept ? before : document.getElementById('main')
        if (document.activeElement === document.body) target?.focus({ preventScroll: true })
      })
    },
    [before],
  )
}
