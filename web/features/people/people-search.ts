import * as z from 'zod'
import { oneOf, word } from '../../app/search-state.ts'

/** What the screen of people shows, as it stands in the address bar. */
export const peopleSearch = z.object({
  part: oneOf(['people', 'roles'] as const),
  /** Words of a name, a position or a login. */
  words: word,
  role: word,
  block: word,
  /** People whose place was taken away stand in the list too. */
  former: oneOf(['true'] as const),
})
export type PeopleSearch = z.output<typeof peopleSearch>

/** What the screen of the installation shows. */
export const installationSearch = z.object({
  part: oneOf(['centres', 'accounts', 'journal'] as const),
  words: word,
  action: word,
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
})
export type InstallationSearch = z.output<typeof installationSearch>
