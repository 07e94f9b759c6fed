import * as z from 'zod'

export type SearchState = Record<string, string | string[]>

/** The address bar as plain names and values; a name that stands twice is a list. */
export function parseAddress(text: string): SearchState {
  const state: SearchState = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const before = state[name]
    if (before === undefined) state[name] = value
    else state[name] = Array.isArray(before) ? [...before, value] : [before, value]
  }
  return state
}

/** The opposite of `parseAddress`; empty values are left out so that addresses stay short. */
export function writeAddress(state: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(state)) {
    const values = Array.isArray(value) ? value : [value]
    for (const one of values) {
      if (one !== undefined && one !== null && one !== '')
        search.append(name, String(one as string | number | boolean))
    }
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/** A filter that holds one word of the address; anything unreadable is as if it were not there. */
export const word = z.string().min(1).optional().catch(undefined)

/** A filter that holds several; one value in the address is a list of one. */
export const wordList = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .optional()
  .catch(undefined)

/** A filter that holds one of a closed set. */
export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values).optional().catch(undefined)
}
