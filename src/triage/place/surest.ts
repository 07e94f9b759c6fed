import type { PlaceProposal } from '../contract.ts'

/** The best of the found places; null where another one is as likely, such as a street of that name in two settlements. */
export function surestPlace(found: readonly PlaceProposal[]): PlaceProposal | null {
  const [first, second] = found
  if (!first) return null
  const isSame = second?.settlement === first.settlement && second?.street === first.street
  return second && !isSame && second.confidence >= first.confidence ? null : first
}
