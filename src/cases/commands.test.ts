import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { aCase, aCentre, aPerson, aSorting, at, thursday } from '../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import type { Centre } from '../charter/index.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { close } from './close.ts'
import { deliverAnswer } from './deliver-answer.ts'
import { draftAnswer } from './draft-answer.ts'
import { join } from './join.ts'
import { qualify } from './qualify.ts'
import { readCase, readCaseJournal } from './read-case.ts'
import { registerCase } from './register-case.ts'
import { reopen } from './reopen.ts'
import { approveAnswer, submitAnswer } from './review-answer.ts'
import { take } from './take.ts'

let database: TestDatabase
let centre: Centre
let specialist: Actor
let head: Actor

before(async () => {
  database = await testDatabase()
  centre = await aCentre(database.db)
  specialist = await aPerson(database.db, centre, 'specialist', { name: 'Специалист первый' })
  head = await aPerson(database.db, centre, 'head')
})
after(() => database.close())

const ofPits = { topicGroup: 'roads', topic: 'pit' }
const refused = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason
const card = (id: string, actor: Actor = head) =>
  at(database.db, centre, actor, (desk) => readCase(desk, id, aSorting))

async function answered(id: string): Promise<number> {
  const { db } = database
  const taken = await at(db, centre, specialist, (desk) => take(desk, id, { revision: 1 }))
  const drafted = await at(db, centre, specialist, (desk) =>
    draftAnswer(desk, id, {
      revision: taken.revision,
      kind: 'final',
      text: 'Яму засыпали 18 ноября.',
      outcome: 'solved',
    }),
  )
  const answerId = drafted.madeId!
  const sent = await at(db, centre, specialist, (desk) =>
    submitAnswer(desk, id, { revision: drafted.revision, answerId }),
  )
  const approved = await at(db, centre, head, (desk) =>
    approveAnswer(desk, id, { revision: sent.revision, answerId }),
  )
  const delivered = await at(db, centre, specialist, (desk) =>
    deliverAnswer(desk, id, { revision: approved.revision, answerId, delivery: 'sent', note: 'по телефону' }),
  )
  assert.equal(delivered.state, 'answered')
  return delivered.revision
}

test('a message is taken, answered, approved by another person, sent and closed, and its journal tells it', async () => {
  const { id } = await aCase(database.db, centre, ofPits)
  const revision = await answered(id)
  const closed = await at(database.db, centre, head, (desk) => close(desk, id, { revision }))
  assert.equal(closed.state, 'closed')
  const seen = await card(id)
  assert.equal(seen.outcome, 'solved')
  assert.equal(seen.due, null)
  assert.deepEqual(
    seen.deadlines.map((one) => [one.clock, one.state]),
    [
      ['answer', 'met'],
      ['take', 'met'],
    ],
  )
  assert.equal(seen.parts[0]?.state, 'closed')
  assert.equal(seen.answers[0]?.text, 'Яму засыпали 18 ноября.')
  const history = await at(database.db, centre, head, (desk) => readCaseJournal(desk, id, aSorting))
  assert.deepEqual(
    history.map((one) => one.action),
    [
      'case-registered',
      'case-taken',
      'answer-drafted',
      'answer-submitted',
      'answer-approved',
      'answer-delivered',
      'case-closed',
    ],
  )
  assert.ok(history[1]?.details.includes('Исполнитель: нет → Специалист первый'))
})

test('the author of an answer may not approve it, and the screen says why', async () => {
  const { id } = await aCase(database.db, centre, ofPits)
  const taken = await at(database.db, centre, head, (desk) => take(desk, id, { revision: 1 }))
  const drafted = await at(database.db, centre, head, (desk) =>
    draftAnswer(desk, id, { revision: taken.revision, kind: 'final', text: 'Готово.', outcome: 'solved' }),
  )
  const answerId = drafted.madeId!
  const sent = await at(database.db, centre, head, (desk) =>
    submitAnswer(desk, id, { revision: drafted.revision, answerId }),
  )
  await assert.rejects(
    at(database.db, centre, head, (desk) => approveAnswer(desk, id, { revision: sent.revision, answerId })),
    refused('may-not-approve-answer'),
  )
  const seen = await card(id)
  const approve = seen.allowed.find((one) => one.command === 'approve-answer')
  assert.deepEqual(approve, {
    command: 'approve-answer',
    allowed: false,
    why: 'Ответ подготовили вы: утвердить его должен другой человек.',
  })
})

test('of two people who change a case at once one succeeds and the other learns who was quicker', async () => {
  const { id } = await aCase(database.db, centre)
  const body = { revision: 1, nature: 'consultation' as const }
  const results = await Promise.allSettled([
    at(database.db, centre, head, (desk) => qualify(desk, id, body)),
    at(database.db, centre, specialist, (desk) => take(desk, id, { revision: 1 })),
  ])
  const lost = results.filter((one) => one.status === 'rejected')
  assert.equal(lost.length, 1)
  const { reason } = lost[0]!
  assert.ok(refused('changed-meanwhile')(reason))
  assert.match((reason as Refusal).message, /только что изменил\(а\)/)
  assert.deepEqual((reason as Refusal).details, { revision: 2 })
})

test('a role without the permission is refused with a sentence and changes nothing', async () => {
  const reader = await aPerson(database.db, centre, 'reader')
  const { id } = await aCase(database.db, centre)
  await assert.rejects(
    at(database.db, centre, reader, (desk) => take(desk, id, { revision: 1 })),
    /Ваша роль не позволяет брать в работу/,
  )
  const { allowed } = await card(id, reader)
  const whyNotExtend = allowed.find(({ command }) => command === 'extend')?.why
  assert.equal(whyNotExtend, 'Ваша роль не позволяет продлевать срок.')
  assert.equal((await card(id)).revision, 1)
})

test('a specialist of a block sees the cases of the block and own ones, and no others', async () => {
  const blocks = await aPerson(database.db, centre, 'block-specialist', { sectorBlock: 'roads' })
  const roads = await aCase(database.db, centre, { sectorBlock: 'roads' })
  const housing = await aCase(database.db, centre, { sectorBlock: 'housing' })
  const mine = await aCase(database.db, centre, { sectorBlock: 'housing', assigneeId: blocks.staffId })
  assert.equal((await card(roads.id, blocks)).id, roads.id)
  assert.equal((await card(mine.id, blocks)).id, mine.id)
  await assert.rejects(card(housing.id, blocks), refused('no-case'))
  await assert.rejects(
    at(database.db, centre, blocks, (desk) => take(desk, housing.id, { revision: 1 })),
    refused('no-case'),
  )
})

test('a message cannot be closed before its answer was sent, thanks can', async () => {
  const problem = await aCase(database.db, centre)
  await assert.rejects(
    at(database.db, centre, head, (desk) => close(desk, problem.id, { revision: 1, outcome: 'solved' })),
    /Окончательный ответ не отправлен/,
  )
  const thanks = await aCase(database.db, centre, { ...ofPits, nature: 'gratitude' })
  const closed = await at(database.db, centre, head, (desk) => close(desk, thanks.id, { revision: 1 }))
  assert.equal(closed.state, 'closed')
})

test('a closed message is taken up again with a reason and needs a new answer', async () => {
  const { id } = await aCase(database.db, centre, ofPits)
  const revision = await answered(id)
  const closed = await at(database.db, centre, head, (desk) => close(desk, id, { revision }))
  const again = await at(database.db, centre, specialist, (desk) =>
    reopen(desk, id, { revision: closed.revision, reason: 'Яма появилась снова' }),
  )
  assert.equal(again.state, 'in_work')
  await assert.rejects(
    at(database.db, centre, head, (desk) => close(desk, id, { revision: again.revision, outcome: 'solved' })),
    /Окончательный ответ не отправлен/,
  )
})

test('turning a message into an appeal needs a reason, gives a new number, keeps the former and starts the legal clock', async () => {
  const { id, number } = await aCase(database.db, centre)
  await assert.rejects(
    at(database.db, centre, head, (desk) =>
      qualify(desk, id, { revision: 1, regime: 'appeal', subtype: 'complaint' }),
    ),
    refused('reason-needed'),
  )
  const body = {
    revision: 1,
    regime: 'appeal' as const,
    subtype: 'complaint' as const,
    reason: 'Просит ответ по 59-ФЗ',
  }
  const changed = await at(database.db, centre, head, (desk) => qualify(desk, id, body))
  assert.match(changed.number, /^О-\d+\/2026$/)
  const seen = await card(id)
  assert.deepEqual(seen.formerNumbers, [number])
  const running = seen.deadlines.filter((one) => one.state === 'running')
  assert.ok(running.every((one) => one.norm.startsWith('appeal.')))
  assert.equal(seen.deadlines.find((one) => one.norm === 'appeal.answer')?.legalOn, '2026-12-19')
  assert.equal(seen.deadlines.find((one) => one.norm === 'appeal.answer')?.controlOn, '2026-12-18')
})

test('a repeat joins another case: voices add up, its own clocks end, the other keeps its revision in order', async () => {
  const one = await aCase(database.db, centre)
  const other = await aCase(database.db, centre)
  await at(database.db, centre, head, (desk) => join(desk, other.id, { revision: 1, into: one.id }))
  const [target, repeat] = [await card(one.id), await card(other.id)]
  assert.equal(target.voices, 2)
  assert.equal(target.submissions.length, 2)
  assert.equal(repeat.state, 'joined')
  assert.equal(repeat.joinedInto?.number, one.number)
  assert.ok(repeat.deadlines.every((clock) => clock.state === 'cancelled'))
})

test('what a person takes down is sorted and routed at once where the machine is sure', async () => {
  const made = await at(database.db, centre, specialist, (desk) =>
    registerCase(
      desk,
      {
        channel: 'phone',
        text: 'Глубокая яма у школы, тел. 8 912 345-67-89',
        contacts: { phone: '8 912 345-67-89' },
      },
      aSorting,
    ),
  )
  const seen = await card(made.id)
  assert.equal(made.state, 'assigned')
  assert.equal(seen.topic?.name, 'Ямы')
  assert.equal(seen.organisation?.name, 'Дорожная служба')
  assert.equal(seen.fastTrack, true)
  assert.equal(seen.deadlines.find((one) => one.clock === 'answer')?.norm, 'message.fast')
  assert.ok(!seen.gist.includes('345'))
  assert.ok(seen.submissions[0]?.hasContacts)
  assert.equal(seen.receivedAt, thursday.toString())
})
