import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { aPerson, aVault } from '../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { autumn, sorterDesk, spring } from '../../test/sorter-desk.ts'
import { caseSorting } from '../intake/index.ts'
import { setTopic } from '../cases/index.ts'
import { atDeskOf } from '../people/index.ts'
import { inCentre } from '../platform/db/centre-scope.ts'
import { learnFromCorrections } from './ask-training.ts'
import { countLabelled, selectLabelled } from './labelled-cases.ts'

let database: TestDatabase
before(async () => (database = await testDatabase()))
after(() => database.close())

const proposed = (sorter: string, decided: boolean, group = '04') => ({
  sorter,
  decided,
  data: {
    topics: [
      { group, groupName: 'Дороги', topic: null, topicName: null, score: 1, words: [], emergency: false },
    ],
    place: null,
    routing: null,
    nature: null,
  },
})

test('a case teaches only when people gave its topic', async () => {
  const desk = await sorterDesk(database.db, 'teaches')
  const { id: centreId } = await desk.centre()
  const of = (proposal: ReturnType<typeof proposed> | null, later = false) =>
    desk.history({
      count: 1,
      changes: { proposal, ...(later ? { later: { state: 'closed' as const, closedAt: spring } } : {}) },
    })
  const labelled = () => inCentre(database.db, centreId, (scope) => countLabelled(scope, centreId))
  const steps = [
    ['a person chose it at registration', null, false, 1],
    ['the machine decided alone and nobody looked', proposed('model', true), false, 0],
    ['the machine did not dare, a person did', proposed('catalogue', false), false, 1],
    ['a person chose otherwise than the machine', proposed('model', true, '06'), false, 1],
    ['people of the source said so', proposed('source', true), false, 1],
    ['the machine decided, and the case went through hands to its end', proposed('model', true), true, 1],
  ] as const
  let before = 0
  for (const [what, proposal, closed, adds] of steps) {
    await of(proposal, closed)
    const now = await labelled()
    assert.equal(now - before, adds, what)
    before = now
  }
})

test('a correction makes an example of what the machine decided; an erased submission is one no longer', async () => {
  const desk = await sorterDesk(database.db, 'examples')
  const centre = await desk.centre()
  const person = await aPerson(database.db, centre, 'head')
  const [made] = await desk.history({ count: 1, changes: { proposal: proposed('model', true) } })
  const learned = () => inCentre(database.db, centre.id, (scope) => selectLabelled(scope, centre))
  assert.deepEqual(await learned(), [])
  await atDeskOf(database.db, { centre, actor: person, now: autumn, vault: aVault }, (at) =>
    setTopic(at, made!.id, { revision: 1, topicGroup: '07', topic: '07.01' }, caseSorting.classifier(centre)),
  )
  const [example] = await learned()
  assert.deepEqual([example?.group, example?.topic, example?.day], ['07', '07.01', '2026-03-02'])
  await inCentre(database.db, centre.id, (scope) =>
    sql`update submissions set masked_text = '', erased_at = now() where id = ${made!.submissionId}`.execute(
      scope,
    ),
  )
  assert.deepEqual(await learned(), [])
})

test('only masked words are learned from: names, telephones and flats of residents never reach a model', async () => {
  const desk = await sorterDesk(database.db, 'masked')
  const words = 'Колдобень за почтой. Звоните Ольге Петровне Кривоносовой, тел. 8 912 345-67-89, кв. 17'
  await desk.history({
    count: 1,
    changes: { submission: { channel: 'phone', receivedAt: spring, raw: words, words } },
  })
  const centre = await desk.centre()
  const [example] = await inCentre(database.db, centre.id, (scope) => selectLabelled(scope, centre))
  assert.match(example!.text, /колдобень за почтой/i)
  assert.doesNotMatch(example!.text, /Кривонос|912|345|кв\. 17/)
})

test('a topic that the classifier no longer has teaches its group alone, a group that it has not teaches nothing', async () => {
  const desk = await sorterDesk(database.db, 'classifier')
  const centre = await desk.centre()
  await desk.history({ count: 1, changes: { topic: '04.99' } })
  await desk.history({ count: 1, changes: { topicGroup: '99', topic: '99.01' } })
  const examples = await inCentre(database.db, centre.id, (scope) => selectLabelled(scope, centre))
  assert.deepEqual(
    examples.map(({ group, topic }) => [group, topic]),
    [['04', null]],
  )
})

test('enough corrections have it learn once, at the hour of the charter, and not again while that waits', async () => {
  const desk = await sorterDesk(database.db, 'by-night', { afterCorrections: 3, nightAt: '02:30' })
  const centre = await desk.centre()
  const person = await aPerson(database.db, centre, 'head')
  const cases = await desk.history({ count: 5 })
  const asked: number[] = []
  for (const { id } of cases) {
    await atDeskOf(database.db, { centre, actor: person, now: autumn, vault: aVault }, async (at) => {
      const choice = { revision: 1, topicGroup: '07', topic: '07.01' }
      await setTopic(at, id, choice, caseSorting.classifier(centre))
      await learnFromCorrections(at, desk.enqueue)
    })
    asked.push(desk.asked.length)
  }
  assert.deepEqual(asked, [0, 0, 1, 1, 1])
  // Half past two of the next night in Moscow.
  assert.equal(desk.asked[0]?.after?.toString(), '2026-11-20T23:30:00Z')
  const [entry] = await desk.journal()
  assert.deepEqual([entry?.action, entry?.actor], ['sorter-training-asked', 'сортировка'])
})
