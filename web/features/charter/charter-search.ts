import * as z from 'zod'
import { oneOf, word } from '../../app/search-state.ts'

/** Which part of which edition is open and how it is narrowed, as it stands in the address bar. */
export const charterSearch = z.object({
  /** A section of the charter, or `editions`, or `edit`. */
  part: word,
  edition: z.coerce.number().int().positive().optional().catch(undefined),
  /** Only what the charter itself leaves open. */
  defaults: oneOf(['true'] as const),
  words: word,
})
export type CharterSearch = z.output<typeof charterSearch>
