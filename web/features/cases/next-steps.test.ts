import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseCard } from '../../../src/cases/contract.ts'
import { type CaseCommand, type CaseState, caseCommands } from '../../../src/cases/states.ts'
import { nextSteps } from './next-steps.ts'

function aCard(state: CaseState, may: readonly CaseCommand[], answers: { state: string }[] = []): CaseCard {
  const allowed = caseCommands.map((command) => ({
    command,
    allowed: may.includes(command),
    why: may.includes(command) ? null : 'Это решает руководитель.',
  }))
  return { state, allowed, answers, topicGroup: { code: 'roads', name: 'Дороги' } } as unknown as CaseCard
}

test('a case in work with a draft is sent for approval next', () => {
  const card = aCard('in_work', ['draft-answer', 'submit-answer', 'close'], [{ state: 'draft' }])
  assert.deepEqual(nextSteps(card).steps, ['submit-answer', 'draft-answer'])
})

test('a case in work without a draft is answered next', () => {
  assert.equal(nextSteps(aCard('in_work', ['draft-answer'])).steps[0], 'draft-answer')
})

test('who may not approve hears what is awaited and of whom', () => {
  const { steps, awaited } = nextSteps(aCard('in_review', ['note']))
  assert.deepEqual(steps, [])
  assert.deepEqual(awaited, { command: 'approve-answer', why: 'Это решает руководитель.' })
})

test('a joined case has no next step and awaits nothing', () => {
  assert.deepEqual(nextSteps(aCard('joined', [])), { steps: [], awaited: null })
})
