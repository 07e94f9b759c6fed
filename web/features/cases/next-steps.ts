import type { CaseCard } from '../../../src/cases/contract.ts'
import type { CaseCommand, CaseState } from '../../../src/cases/states.ts'

/** What usually comes next from a state, most likely first; what may really be done is the server's word. */
const usualSteps: Record<CaseState, readonly CaseCommand[]> = {
  registered: ['set-topic', 'assign', 'take'],
  triaged: ['assign', 'take'],
  assigned: ['take', 'return-to-triage'],
  in_work: ['draft-answer', 'close'],
  in_review: ['approve-answer', 'return-answer'],
  approved: ['deliver-answer'],
  answered: ['close', 'postpone'],
  postponed: ['resume', 'close'],
  forwarded: ['close', 'take'],
  closed: ['reopen', 'continue-appeal'],
  joined: [],
}

/** The next steps of a case: at most two that are allowed, and the one that is awaited of somebody else, with the reason. */
export function nextSteps(card: CaseCard): {
  steps: CaseCommand[]
  awaited: { command: CaseCommand; why: string } | null
} {
  const hasDraft = card.answers.some((answer) => answer.state === 'draft')
  const usual = usualSteps[card.state].flatMap((command): CaseCommand[] => {
    if (command === 'set-topic' && card.topicGroup !== null) return []
    return command === 'draft-answer' && hasDraft ? ['submit-answer', 'draft-answer'] : [command]
  })
  const verdicts = usual.flatMap((command) => card.allowed.filter((verdict) => verdict.command === command))
  const steps = verdicts.filter((verdict) => verdict.allowed).map((verdict) => verdict.command)
  const first = verdicts[0]
  const awaited = steps.length === 0 && first?.why ? { command: first.command, why: first.why } : null
  return { steps: steps.slice(0, 2), awaited }
}
