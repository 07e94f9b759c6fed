import type { Insertable } from 'kysely'
import { maskedAnswer, sealAnswer } from '../answers/index.ts'
import { entryId } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import type { Tables } from '../platform/db/tables.ts'
import type { LaterState } from './registration.ts'

/** An answer that the source gave before the case came to us: delivered, without an author or approver of ours. */
export function answerOfSource(
  { centre, vault, actor, now }: Omit<Desk, 'scope'>,
  place: {
    caseId: string
    partId: string
    submissionId: string
    wrappedKey: Buffer | null
    at: Temporal.Instant
  },
  later: LaterState,
  { text, author, delivery }: NonNullable<LaterState['answer']>,
): Insertable<Tables['answers']> {
  const id = entryId(now)
  const isInterim = later.state === 'in_work' || later.state === 'postponed'
  const given = isInterim ? later.firstAnsweredAt : (later.answeredAt ?? later.closedAt)
  const at = given ?? place.at
  const seal = { centreId: centre.id, submissionId: place.submissionId, wrappedKey: place.wrappedKey }
  return {
    centre_id: centre.id,
    id,
    case_id: place.caseId,
    part_id: place.partId,
    kind: isInterim ? 'interim' : 'final',
    state: delivery,
    outcome: later.outcome ?? null,
    promised_on: later.promisedOn ?? null,
    sealed_text: sealAnswer(vault, seal, id, text),
    masked_text: maskedAnswer(text),
    author_id: null,
    author: author ?? actor.name,
    approver_id: null,
    approver: null,
    remarks: null,
    delivery,
    delivery_note: null,
    created_at: at,
    approved_at: at,
    delivered_at: at,
  }
}
