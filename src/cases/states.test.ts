import assert from 'node:assert/strict'
import test from 'node:test'
import { caseStates, type CaseState, finalStates, mayMove, openStates, transitions } from './states.ts'

const regimes = Object.keys(transitions) as (keyof typeof transitions)[]

for (const regime of regimes) {
  test(`every state of ${regime} can be reached from registration, and from every open state the work can end`, () => {
    const reached = reachedFrom(regime, 'registered')
    const never = regime === 'message' || regime === 'appeal' ? [] : ['postponed']
    assert.deepEqual(
      caseStates.filter((state) => state !== 'registered' && !reached.has(state)),
      never,
    )
    for (const state of openStates) {
      const ends = [...reachedFrom(regime, state)].filter((one) => finalStates.includes(one))
      assert.ok(ends.length > 0, `${state} leads nowhere`)
    }
  })
}

test('a closed message may be taken up again, a closed appeal never', () => {
  assert.equal(mayMove('message', 'closed', 'in_work'), true)
  for (const regime of ['appeal', 'information_request', 'media_request'] as const) {
    assert.deepEqual(
      caseStates.filter((state) => mayMove(regime, 'closed', state)),
      [],
    )
  }
})

test('a joined repeat leads nowhere', () => {
  for (const regime of regimes) assert.deepEqual(transitions[regime].joined, [])
})

test('no answer goes out of any regime without approval', () => {
  for (const regime of regimes) {
    assert.equal(mayMove(regime, 'in_review', 'answered'), false)
    assert.equal(mayMove(regime, 'registered', 'answered'), false)
  }
})

function reachedFrom(regime: keyof typeof transitions, from: CaseState): Set<CaseState> {
  const reached = new Set<CaseState>()
  const next: CaseState[] = [from]
  for (let state = next.pop(); state; state = next.pop()) {
    for (const to of transitions[regime][state]) {
      if (reached.has(to)) continue
      reached.add(to)
      next.push(to)
    }
  }
  return reached
}
