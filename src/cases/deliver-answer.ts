import { findAnswer, updateAnswer } from '../answers/index.ts'
import type { StopEvent } from '../deadlines/contract.ts'
import { selectNorms } from '../deadlines/index.ts'
import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { changeCase } from './change-case.ts'
import type { CaseChange } from './case-row.ts'
import { normFacts, paused } from './clocks.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'

/**
 * Records that an approved answer reached the resident, how and when. A final one answers the case. An interim one lets work
 * go on, or postpones it to the date promised in it; it stops the clock of answering only where the charter has a norm
 * for the final answer after an interim one.
 */
export function deliverAnswer(desk: Desk, id: string, body: BodyOf<'deliver-answer'>): Promise<CaseOutcome> {
  const { scope, centre, now } = desk
  return changeCase(desk, { id, revision: body.revision }, 'deliver-answer', async ({ row, clocks }) => {
    const answer = await findAnswer(scope, centre.id, id, body.answerId)
    if (answer?.state !== 'approved') {
      refuse('conflict', 'not-approved', 'Этот ответ не утверждён: обновите страницу.')
    }
    const at = body.at ? Temporal.Instant.from(body.at) : now
    checkMoment(at, now, answer.created_at)
    await updateAnswer(scope, centre.id, answer.id, {
      state: body.delivery,
      delivery: body.delivery,
      delivery_note: body.note ?? null,
      delivered_at: at,
    })
    // What is published for all to see has been sent as well.
    const told: StopEvent[] = body.delivery === 'published' ? ['sent', 'published'] : ['sent']
    const isFinal = answer.kind === 'final'
    const finalFollows = selectNorms(centre.charter.norms, normFacts(row, 'interim-sent')).length > 0
    const set: CaseChange = isFinal
      ? { state: 'answered', answered_at: at, outcome: answer.outcome }
      : answer.promised_on
        ? { state: 'postponed', promised_on: answer.promised_on }
        : { state: 'in_work' }
    return {
      action: 'answer-delivered' as const,
      data: { answerId: answer.id, kind: answer.kind, delivery: body.delivery, deliveredAt: at.toString() },
      set: { ...set, first_answered_at: row.first_answered_at ?? at },
      clocks: set.state === 'postponed' ? paused(clocks, now) : [],
      stops: isFinal || finalFollows ? told : [],
      starts: isFinal ? [] : ['interim-sent'],
      happenedAt: at,
      madeId: answer.id,
      partId: answer.part_id,
    }
  })
}

function checkMoment(at: Temporal.Instant, now: Temporal.Instant, created: Temporal.Instant): void {
  if (Temporal.Instant.compare(at, now) > 0) {
    refuse(
      'invalid',
      'in-future',
      'Время отправки ещё не наступило: укажите, когда ответ действительно ушёл.',
    )
  }
  if (Temporal.Instant.compare(at, created) < 0) {
    refuse('invalid', 'before-draft', 'Время отправки раньше, чем появился проект ответа: проверьте дату.')
  }
}
