import {
  approveAnswer,
  attachRepeats,
  close,
  deliverAnswer,
  draftAnswer,
  forward,
  join,
  note,
  reopen,
  resume,
  returnAnswer,
  submitAnswer,
  take,
} from '../cases/index.ts'
import type { CaseOutcome } from '../cases/contract.ts'
import type { Desk } from '../people/index.ts'
import type { DemoStep } from './demo-case.ts'

/** A registered case of the demo as its steps find it. */
export interface CaseAtHand {
  id: string
  revision: number
  answerId: string | null
}

/** A step with the case it is done to. */
export type KeyedStep = DemoStep & { key: number }

/** Steps of many cases in the order of time. */
export function inOrder(steps: readonly KeyedStep[]): KeyedStep[] {
  return steps.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || a.key - b.key)
}

/** Does one step by the very command that a person would use, at the desk of who did it and at its own time. */
export async function playStep(
  desk: Desk,
  step: KeyedStep,
  hand: CaseAtHand,
  caseOf: (key: number) => CaseAtHand,
): Promise<void> {
  const { id, revision } = hand
  if (step.act === 'repeat') {
    await attachRepeats(desk, [{ caseId: id, submission: step.submission }])
    hand.revision += 1
    return
  }
  const done = await playAct(desk, step, hand, caseOf)
  if (step.act === 'join') caseOf(step.into).revision += 1
  hand.revision = done.revision
  if (step.act === 'draft') hand.answerId = done.madeId
  if (step.act === 'deliver' || step.act === 'reopen') hand.answerId = null
  if (done.id !== id)
    throw new Error(`step ${step.act} of case ${id} (revision ${revision}) ended on ${done.id}`)
}

function playAct(
  desk: Desk,
  step: Exclude<KeyedStep, { act: 'repeat' }>,
  { id, revision, answerId }: CaseAtHand,
  caseOf: (key: number) => CaseAtHand,
): Promise<CaseOutcome> {
  const seen = { revision }
  const answer = () => {
    if (answerId === null) throw new Error(`case ${id} has no answer to ${step.act}`)
    return { ...seen, answerId }
  }
  switch (step.act) {
    case 'take':
      return take(desk, id, seen)
    case 'submit':
      return submitAnswer(desk, id, answer())
    case 'approve':
      return approveAnswer(desk, id, answer())
    case 'resume':
      return resume(desk, id, seen)
    case 'draft': {
      const { kind, text, outcome, promisedOn } = step
      const body = {
        ...seen,
        kind,
        text,
        ...(outcome ? { outcome } : {}),
        ...(promisedOn ? { promisedOn } : {}),
      }
      return draftAnswer(desk, id, body)
    }
    case 'return':
      return returnAnswer(desk, id, { ...answer(), remarks: step.remarks })
    case 'deliver':
      return deliverAnswer(desk, id, { ...answer(), delivery: step.delivery })
    case 'close':
      return close(desk, id, { ...seen, ...(step.outcome ? { outcome: step.outcome } : {}) })
    case 'reopen':
      return reopen(desk, id, { ...seen, reason: step.reason })
    case 'forward':
      return forward(desk, id, { ...seen, organisation: step.organisation, reason: step.reason })
    case 'join':
      return join(desk, id, { ...seen, into: caseOf(step.into).id })
  }
  return note(desk, id, { text: step.text })
}
