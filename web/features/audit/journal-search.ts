import * as z from 'zod'
import { oneOf, word } from '../../app/search-state.ts'

/** Which of the two journals is open and how it is filtered, as it stands in the address bar. */
export const journalSearch = z.object({
  log: oneOf(['actions', 'reads'] as const),
  who: word,
  action: word,
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
})
