import { refuse } from '../platform/refusal.ts'
import { computeDeadline } from './compute-deadline.ts'
import type { DeadlineExplanation } from './contract.ts'
import type { DeadlineTerms } from './terms.ts'

/** Reads a moment as people write it: by the centre's clock, or with an offset of its own. Refuses what is no moment. */
export function momentFrom(text: string, zone: string): Temporal.Instant {
  const written = text.trim()
  const day = /^\d{4}-\d{2}-\d{2}/
  try {
    if (!day.test(written)) throw new RangeError('no day')
    if (/(Z|[+-]\d{2}:?\d{2})$/i.test(written.slice(10))) return Temporal.Instant.from(written)
    return Temporal.PlainDateTime.from(written).toZonedDateTime(zone).toInstant()
  } catch {
    const sentence = `Не понимаю время «${written.slice(0, 40)}»: напишите его как 2025-12-08T10:00 (по часам центра) или 2025-12-08T10:00+05:00.`
    return refuse('invalid', 'unreadable-moment', sentence)
  }
}

/** How a norm's deadline is found from a written moment: the very object that the command line prints. */
export function explainNorm(terms: Omit<DeadlineTerms, 'from'> & { from: string }): DeadlineExplanation {
  return computeDeadline({ ...terms, from: momentFrom(terms.from, terms.zone) }).explanation
}
