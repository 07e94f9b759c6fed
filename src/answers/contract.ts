import * as z from 'zod'
import { outcome } from '../charter/contract.ts'

const moment = z.iso.datetime({ offset: true })

/** How far an answer is: being written, awaiting approval, approved, and how it reached the resident. */
export const answerStates = ['draft', 'review', 'approved', 'sent', 'published', 'withdrawn'] as const
export const answerState = z.enum(answerStates)
export type AnswerState = z.infer<typeof answerState>

export const answerKind = z.enum(['interim', 'final'])
export type AnswerKind = z.infer<typeof answerKind>

export const answerStateNames: Record<AnswerState, string> = {
  draft: 'проект',
  review: 'на утверждении',
  approved: 'утверждён',
  sent: 'отправлен',
  published: 'опубликован',
  withdrawn: 'отозван',
}
export const answerKindNames: Record<AnswerKind, string> = {
  interim: 'промежуточный',
  final: 'окончательный',
}

/** An answer on the case screen. */
export const answerLine = z.strictObject({
  id: z.uuid(),
  partId: z.uuid(),
  kind: answerKind,
  state: answerState,
  outcome: outcome.nullable(),
  promisedOn: z.iso.date().nullable(),
  /** The whole text for those who prepare, approve or send answers; null for others and after erasure. */
  text: z.string().nullable(),
  maskedText: z.string(),
  authorId: z.uuid().nullable(),
  author: z.string(),
  approver: z.string().nullable(),
  remarks: z.string().nullable(),
  delivery: z.string().nullable(),
  deliveryNote: z.string().nullable(),
  createdAt: moment,
  approvedAt: moment.nullable(),
  deliveredAt: moment.nullable(),
})
export type AnswerLine = z.infer<typeof answerLine>
