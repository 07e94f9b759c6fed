import * as z from 'zod'
import { oneOf, word } from '../../app/search-state.ts'

/** Which of the two journals is open and how it is filtered, as it stands in the address bar. */
export const journalSearch = z.object({
  log: oneOf(['actions', 'reads'] as const),
  /** Staff id of the person who acted or looked. */
  who: word,
  action: word,
  /** Number of a case, as typed. */
  case: word,
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
})
export type JournalSearch = z.output<typeof journalSearch>

/** True where anything narrows the journal. */
export function isNarrowed(search: JournalSearch): boolean {
  const { log: _log, ...conditions } = search
  return Object.values(conditions).some((value) => value !== undefined)
}
