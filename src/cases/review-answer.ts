import { type AnswerRow, findAnswer, updateAnswer } from '../answers/index.ts'
import type { AnswerState } from '../answers/contract.ts'
import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { carryOut, changeCase, holdCase, mustBeAllowed } from './change-case.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'

async function mustFind(
  { scope, centre }: Desk,
  caseId: string,
  answerId: string,
  states: readonly AnswerState[],
): Promise<AnswerRow> {
  const answer = await findAnswer(scope, centre.id, caseId, answerId)
  if (!answer) refuse('not-found', 'no-answer', 'Такого ответа у дела нет: обновите страницу.')
  if (!states.includes(answer.state)) {
    refuse('conflict', 'answer-changed', 'Ответ уже в другом состоянии: обновите страницу.')
  }
  return answer
}

/** Sends a draft for approval. A final answer must say its outcome. */
export function submitAnswer(desk: Desk, id: string, body: BodyOf<'submit-answer'>): Promise<CaseOutcome> {
  return changeCase(desk, { id, revision: body.revision }, 'submit-answer', async () => {
    const answer = await mustFind(desk, id, body.answerId, ['draft'])
    if (answer.kind === 'final' && !answer.outcome) {
      refuse(
        'invalid',
        'outcome-needed',
        'Укажите итог в проекте ответа: по окончательному ответу он обязателен.',
      )
    }
    await updateAnswer(desk.scope, desk.centre.id, answer.id, { state: 'review' })
    return {
      action: 'answer-submitted' as const,
      data: { answerId: answer.id },
      set: { state: 'in_review' },
      madeId: answer.id,
      partId: answer.part_id,
    }
  })
}

/** Approves an answer in review: by whom the charter says, and by another person than its author where it asks for four eyes. */
export async function approveAnswer(
  desk: Desk,
  id: string,
  body: BodyOf<'approve-answer'>,
): Promise<CaseOutcome> {
  const { scope, centre, actor, now } = desk
  const held = await holdCase(desk, { id, revision: body.revision })
  const answer = await mustFind(desk, id, body.answerId, ['review'])
  mustBeAllowed(desk, 'approve-answer', { ...held.row, reviewAuthorId: answer.author_id })
  await updateAnswer(scope, centre.id, answer.id, {
    state: 'approved',
    approver_id: actor.staffId,
    approver: actor.name,
    approved_at: now,
    remarks: null,
  })
  return carryOut(desk, held, {
    action: 'answer-approved',
    data: { answerId: answer.id },
    set: { state: 'approved' },
    stops: answer.kind === 'final' ? ['approved'] : [],
    madeId: answer.id,
    partId: answer.part_id,
  })
}

/** Gives an answer back to its author with remarks; an approved one that was not sent yet may be given back too. */
export function returnAnswer(desk: Desk, id: string, body: BodyOf<'return-answer'>): Promise<CaseOutcome> {
  return changeCase(desk, { id, revision: body.revision }, 'return-answer', async () => {
    const answer = await mustFind(desk, id, body.answerId, ['review', 'approved'])
    await updateAnswer(desk.scope, desk.centre.id, answer.id, {
      state: 'draft',
      remarks: body.remarks,
      approver_id: null,
      approver: null,
      approved_at: null,
    })
    return {
      action: 'answer-returned' as const,
      data: { answerId: answer.id },
      set: { state: 'in_work' },
      reason: body.remarks,
      madeId: answer.id,
      partId: answer.part_id,
    }
  })
}
