import { anyState } from './worklist-search.ts'

/** The choice that the address bar's `state` stands for. */
export function shownStates(state: string[] | undefined): string[] {
  return state ?? ['open']
}

/**
 * The address bar's `state` after a choice: «open» and «any» stand alone, and whichever was chosen last holds. Taking the
 * last state away leads back to open ones, taking «open» away to every one.
 */
export function chooseStates(before: readonly string[], chosen: readonly string[]): string[] | undefined {
  const added = chosen.find((one) => !before.includes(one))
  if (added === 'open') return undefined
  if (added === 'any' || (chosen.length === 0 && before.includes('open'))) return anyState
  const states = chosen.filter((one) => one !== 'open' && one !== 'any')
  return states.length === 0 ? undefined : states
}
