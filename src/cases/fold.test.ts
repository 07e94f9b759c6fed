import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import fc from 'fast-check'
import { aCase, aCentre, aPerson, aSorting, at, thursday } from '../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { answersOf } from '../answers/index.ts'
import type { Centre } from '../charter/index.ts'
import type { Actor, Desk } from '../people/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { assign } from './assign.ts'
import { historyOf } from './card-store.ts'
import { plainValue } from './change-case.ts'
import { close } from './close.ts'
import { deliverAnswer } from './deliver-answer.ts'
import { draftAnswer } from './draft-answer.ts'
import { foldCase, type FoldedEntry } from './fold.ts'
import { forward } from './forward.ts'
import { join } from './join.ts'
import { note } from './note.ts'
import { postpone, resume } from './postpone.ts'
import { qualify } from './qualify.ts'
import { reopen } from './reopen.ts'
import { returnToTriage } from './return-to-triage.ts'
import { approveAnswer, returnAnswer, submitAnswer } from './review-answer.ts'
import { setPlace } from './set-place.ts'
import { setTopic } from './set-topic.ts'
import { clocksOf, findCase, partsOf } from './store.ts'
import { nearestDue } from './clocks.ts'
import { take } from './take.ts'

let database: TestDatabase
let centre: Centre
let head: Actor
let specialist: Actor

before(async () => {
  database = await testDatabase()
  centre = await aCentre(database.db)
  specialist = await aPerson(database.db, centre, 'specialist')
  head = await aPerson(database.db, centre, 'head')
})
after(() => database.close())

type Try = (desk: Desk, id: string, revision: number, answerId: string) => Promise<unknown>
const reason = 'так надо'

const tries: Record<string, Try> = {
  nature: (desk, id, revision) => qualify(desk, id, { revision, nature: 'gratitude' }),
  regime: (desk, id, revision) => qualify(desk, id, { revision, regime: 'appeal', reason }),
  back: (desk, id, revision) => qualify(desk, id, { revision, regime: 'message', reason }),
  pit: (desk, id, revision) =>
    setTopic(desk, id, { revision, topicGroup: 'roads', topic: 'pit' }, aSorting.classifier(centre)),
  place: (desk, id, revision) =>
    setPlace(desk, id, {
      revision,
      settlement: 'upper',
      street: 'Садовая',
      house: '3',
      lat: 55.1,
      lon: 37.2,
    }),
  assign: (desk, id, revision) =>
    assign(desk, id, { revision, organisation: 'road-service', sectorBlock: 'roads' }),
  take: (desk, id, revision) => take(desk, id, { revision }),
  give: (desk, id, revision) => returnToTriage(desk, id, { revision, reason }),
  interim: (desk, id, revision) =>
    draftAnswer(desk, id, { revision, kind: 'interim', text: 'Сделаем.', promisedOn: '2027-02-01' }),
  draft: (desk, id, revision) =>
    draftAnswer(desk, id, { revision, kind: 'final', text: 'Сделано.', outcome: 'solved' }),
  submit: (desk, id, revision, answerId) => submitAnswer(desk, id, { revision, answerId }),
  approve: (desk, id, revision, answerId) => approveAnswer(desk, id, { revision, answerId }),
  return: (desk, id, revision, answerId) => returnAnswer(desk, id, { revision, answerId, remarks: reason }),
  deliver: (desk, id, revision, answerId) =>
    deliverAnswer(desk, id, { revision, answerId, delivery: 'sent' }),
  postpone: (desk, id, revision) => postpone(desk, id, { revision, until: '2027-01-15', reason }),
  resume: (desk, id, revision) => resume(desk, id, { revision }),
  forward: (desk, id, revision) => forward(desk, id, { revision, organisation: 'region', reason }),
  close: (desk, id, revision) => close(desk, id, { revision }),
  reopen: (desk, id, revision) => reopen(desk, id, { revision, reason }),
  note: (desk, id) => note(desk, id, { text: 'Позвонить завтра.' }),
}

/** Words of a story that lead far; chance alone would seldom pass an answer through approval. */
const stories = [
  ['take', 'draft', 'submit', 'approve', 'deliver', 'close', 'reopen'],
  ['assign', 'take', 'interim', 'submit', 'approve', 'deliver', 'resume', 'draft', 'submit', 'return'],
  ['pit', 'assign', 'forward', 'assign', 'take', 'regime'],
  ['take', 'postpone', 'resume', 'give', 'place'],
]

test('after any commands the folded journal equals the row, parts follow the case, and the nearest clock is shown', async () => {
  const story = fc.oneof(
    fc.constantFrom(...stories),
    fc.array(fc.constantFrom(...Object.keys(tries)), { minLength: 1, maxLength: 14 }),
  )
  const commands = fc.tuple(story, fc.array(fc.constantFrom(...Object.keys(tries)), { maxLength: 8 }))
  await fc.assert(
    fc.asyncProperty(commands, async ([first, then]) => {
      const { id } = await aCase(database.db, centre)
      let now = thursday
      for (const name of [...first, ...then]) {
        now = now.add({ hours: 5 })
        await attempt(name, id, now)
      }
      await holds(id)
    }),
    { numRuns: 40 },
  )
})

test('a case that was joined and the one it joined fold as well', async () => {
  const [one, other] = [await aCase(database.db, centre), await aCase(database.db, centre)]
  await at(database.db, centre, head, (desk) => join(desk, one.id, { revision: 1, into: other.id }))
  await holds(one.id)
  await holds(other.id)
})

test('cases that came with a later state of their source fold as well', async () => {
  const answeredAt = thursday.subtract({ hours: 3 })
  const answer = { text: 'Яма засыпана.', delivery: 'published' as const }
  const states = [
    { state: 'closed' as const, outcome: 'solved' as const, answeredAt, closedAt: answeredAt, answer },
    { state: 'postponed' as const, promisedOn: Temporal.PlainDate.from('2027-01-15'), answeredAt, answer },
    { state: 'in_work' as const },
  ]
  for (const later of states) {
    const { id } = await aCase(database.db, centre, {
      topicGroup: 'roads',
      organisation: 'road-service',
      later,
    })
    await holds(id)
  }
})

async function attempt(name: string, id: string, now: Temporal.Instant): Promise<void> {
  const actor = name === 'approve' || name === 'close' ? head : specialist
  try {
    await at(
      database.db,
      centre,
      actor,
      async (desk) => {
        const row = await findCase(desk.scope, centre.id, id)
        const answers = await answersOf(desk.scope, centre.id, id)
        const answerId = answers.at(-1)?.id ?? id
        await tries[name]!(desk, id, row!.revision, answerId)
      },
      now,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

const notFolded = new Set(['centre_id', 'id', 'gist', 'updated_at'])

async function holds(id: string): Promise<void> {
  await at(database.db, centre, head, async ({ scope }) => {
    const row = (await findCase(scope, centre.id, id))!
    const present = Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => !notFolded.has(name))
        .map(([name, value]) => [name, plainValue(value)]),
    )
    const history = await historyOf(scope, centre.id, id)
    assert.deepEqual(foldCase(history as unknown as FoldedEntry[]), present)
    for (const part of await partsOf(scope, centre.id, id)) {
      const { state, organisation, sector_block, assignee_id, outcome } = row
      assert.deepEqual(
        [part.state, part.organisation, part.sector_block, part.assignee_id, part.outcome],
        [state, organisation, sector_block, assignee_id, outcome],
      )
    }
    const due = nearestDue(await clocksOf(scope, centre.id, id))
    assert.equal(row.due_at?.toString(), due.due_at?.toString())
    if (['closed', 'joined', 'forwarded'].includes(row.state)) assert.equal(row.due_at, null)
  })
}
