import type { AnswerLine } from './contract.ts'
import type { AnswerRow } from './store.ts'

/** An answer as the case screen shows it; `text` is null for those who only look. */
export function answerLineOf(row: AnswerRow, text: string | null): AnswerLine {
  return {
    id: row.id,
    partId: row.part_id,
    kind: row.kind,
    state: row.state,
    outcome: row.outcome,
    promisedOn: row.promised_on?.toString() ?? null,
    text,
    maskedText: row.masked_text,
    authorId: row.author_id,
    author: row.author,
    approver: row.approver,
    remarks: row.remarks,
    delivery: row.delivery,
    deliveryNote: row.delivery_note,
    createdAt: row.created_at.toString(),
    approvedAt: row.approved_at?.toString() ?? null,
    deliveredAt: row.delivered_at?.toString() ?? null,
  }
}
