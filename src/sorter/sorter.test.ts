import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { saidOf } from '../../test/labelled-history.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { sorterDesk, spring } from '../../test/sorter-desk.ts'
import { Refusal } from '../platform/refusal.ts'
import { askTraining } from './ask-training.ts'
import { goBack, goLive } from './go-live.ts'
import { runTraining } from './run-training.ts'

let database: TestDatabase
before(async () => (database = await testDatabase()))
after(() => database.close())

const refused = (reason: string, words?: RegExp) => (error: unknown) =>
  error instanceof Refusal && error.reason === reason && (words?.test(error.message) ?? true)
const heat = saidOf('02', 4001)

test('a model learned from what people decided becomes a candidate with figures; put to work, it sorts what keywords cannot', async () => {
  const desk = await sorterDesk(database.db, 'learns')
  await desk.history({ count: 400 })
  assert.deepEqual(await desk.sort(heat), { by: 'catalogue', decided: false, group: null, topic: null })

  const { candidate, live, training } = await desk.learn()
  assert.equal(live, null)
  assert.equal(training?.state, 'done')
  const { model, keywords, heldBack } = candidate!.figures
  assert.ok(model.accuracy > 0.95 && model.coverage > 0.8 && keywords.accuracy < 0.2, JSON.stringify(model))
  assert.ok(model.precision! >= 0.9 && model.topicAccuracy! > 0.9)
  // The newest fifth, by time.
  assert.equal(heldBack.rows + heldBack.copies, 80)
  assert.ok(heldBack.from > candidate!.from && heldBack.to === candidate!.to)
  assert.equal((await desk.sort(heat)).by, 'catalogue', 'a candidate sorts nothing')

  await desk.at((at) => goLive(at, candidate!.id))
  assert.deepEqual(await desk.sort(heat), { by: 'model', decided: true, group: '02', topic: '02.01' })
  const after = await desk.state()
  assert.deepEqual(
    [after.live?.id, after.candidate, after.live?.liveBy],
    [candidate!.id, null, 'Вера Проверочная'],
  )
})

test('an emergency that keywords hear, and a topic without a history, stay with keywords when a model works', async () => {
  const desk = await sorterDesk(database.db, 'seconds')
  await desk.history({ count: 300 })
  const { candidate } = await desk.learn()
  await desk.at((at) => goLive(at, candidate!.id))
  assert.deepEqual(await desk.sort('Пахнет газом в подъезде'), {
    by: 'catalogue',
    decided: true,
    group: '03',
    topic: '03.06',
  })
  assert.deepEqual(await desk.sort('Запах газа, а ещё колдобень и ухабица за почтой'), {
    by: 'catalogue',
    decided: true,
    group: '03',
    topic: '03.06',
  })
  const { by, group } = await desk.sort('Бродячие собаки стаями бегают')
  assert.deepEqual([by, group], ['catalogue', '12'])
})

test('with too little history nothing is learned, and the sentence names both numbers', async () => {
  const desk = await sorterDesk(database.db, 'little')
  await desk.history({ count: 100 })
  await assert.rejects(
    desk.learn(),
    refused('too-few-cases', /не меньше 120 дел с темой от людей, есть 100\..*по словам/),
  )
  assert.equal((await desk.state()).training, null)
  assert.deepEqual(desk.asked, [])
})

test('a history of copies of one another compares nothing: the training ends with its reason', async () => {
  const desk = await sorterDesk(database.db, 'copies')
  const submission = (at: number) => ({
    channel: 'phone' as const,
    receivedAt: spring.add({ hours: at }),
    raw: '{}',
    words: `Одно и то же письмо слово в слово от всех жителей дома по почте, экземпляр ${at}`,
  })
  for (let at = 0; at < 150; at += 1)
    await desk.history({
      count: 1,
      since: spring.add({ hours: at }),
      first: at,
      changes: { submission: submission(at) },
    })
  const { training, candidate } = await desk.learn()
  assert.equal(training?.state, 'refused')
  assert.match(training.why ?? '', /слишком мало непохожих/)
  assert.equal(candidate, null)
})

test('a candidate worse than what works is refused with the reason, and what works goes on', async () => {
  const desk = await sorterDesk(database.db, 'worse')
  await desk.history({ count: 300 })
  const first = (await desk.learn()).candidate!
  await desk.at((at) => goLive(at, first.id))
  // Then somebody puts heat down as waste for weeks, and at last everybody does right again.
  const later = (count: number) => spring.add({ hours: count })
  await desk.history({
    count: 700,
    first: 300,
    since: later(300),
    mislabel: (group) => (group === '02' ? '06' : group),
  })
  await desk.history({ count: 260, first: 1000, since: later(1000) })
  const { candidate, live } = await desk.learn()
  assert.equal(live?.id, first.id)
  assert.equal(candidate?.figures.former?.modelId, first.id)
  assert.ok(candidate.shortfalls.some(({ measure, is, was }) => measure === 'accuracy' && is < was))
  await assert.rejects(
    desk.at((at) => goLive(at, candidate.id)),
    refused('worse', /хуже того, что работает: верных групп \d+,\d % против \d+,\d %/),
  )
  assert.equal((await desk.state()).live?.id, first.id)
  assert.equal((await desk.sort(heat)).group, '02')
})

test('the former model comes back with one command, keywords as well, and the journal tells who did it', async () => {
  const desk = await sorterDesk(database.db, 'back')
  await desk.history({ count: 300 })
  const first = (await desk.learn()).candidate!
  await desk.at((at) => goLive(at, first.id))
  await desk.history({ count: 60, first: 300, since: spring.add({ hours: 300 }) })
  const second = (await desk.learn()).candidate!
  await desk.at((at) => goLive(at, second.id))
  assert.equal((await desk.state()).former?.id, first.id)

  await desk.at((at) => goBack(at, 'former'))
  assert.deepEqual([(await desk.state()).live?.id, (await desk.sort(heat)).by], [first.id, 'model'])
  await desk.at((at) => goBack(at, 'keywords'))
  assert.deepEqual([(await desk.state()).live, (await desk.sort(heat)).by], [null, 'catalogue'])
  await assert.rejects(
    desk.at((at) => goBack(at, 'keywords')),
    refused('keywords-already'),
  )
  await desk.at((at) => goBack(at, 'former'))
  assert.equal((await desk.sort(heat)).by, 'model')

  const told = (await desk.journal()).map(({ action, actor, data }) => [
    action,
    actor,
    (data as { modelId?: string }).modelId,
  ])
  const who = 'Вера Проверочная'
  assert.deepEqual(told, [
    ['sorter-training-asked', who, undefined],
    ['sorter-learned', 'сортировка', first.id],
    ['sorter-live', who, first.id],
    ['sorter-training-asked', who, undefined],
    ['sorter-learned', 'сортировка', second.id],
    ['sorter-live', who, second.id],
    ['sorter-returned', who, first.id],
    ['sorter-returned', who, null],
    ['sorter-returned', who, first.id],
  ])
})

test('a candidate compared with something else than what works now has to learn again', async () => {
  const desk = await sorterDesk(database.db, 'stale')
  await desk.history({ count: 300 })
  const first = (await desk.learn()).candidate!
  await desk.at((at) => goLive(at, first.id))
  const second = (await desk.learn()).candidate!
  await desk.at((at) => goBack(at, 'keywords'))
  assert.equal((await desk.state()).candidate?.isComparedWithPresent, false)
  await assert.rejects(
    desk.at((at) => goLive(at, second.id)),
    refused('compared-with-other', /обучите её ещё раз/),
  )
})

test('a centre is never sorted by the model of another, and cannot put it to work', async () => {
  const [own, other] = [await sorterDesk(database.db, 'own-model'), await sorterDesk(database.db, 'no-model')]
  await own.history({ count: 300 })
  const { candidate } = await own.learn()
  await own.at((at) => goLive(at, candidate!.id))
  assert.equal((await own.sort(heat)).by, 'model')
  assert.deepEqual(await other.sort(heat), { by: 'catalogue', decided: false, group: null, topic: null })
  await assert.rejects(
    other.at((at) => goLive(at, candidate!.id)),
    refused('no-model'),
  )
  const seen = await other.state()
  assert.deepEqual([seen.live, seen.models, seen.history.labelled], [null, [], 0])
})

test('a training ended in the middle leaves the live model at work and is taken up again', async () => {
  const desk = await sorterDesk(database.db, 'killed')
  await desk.history({ count: 300 })
  const first = (await desk.learn()).candidate!
  await desk.at((at) => goLive(at, first.id))
  await desk.at((at) => askTraining(at, desk.enqueue))
  const { id: centreId } = await desk.centre()
  const { trainingId } = desk.asked.at(-1)!
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 150)
  await assert.rejects(runTraining(desk.context(stop.signal), { centreId, trainingId }), /program stops/)
  const cut = await desk.state()
  assert.deepEqual([cut.training?.state, cut.live?.id, cut.candidate], ['running', first.id, null])
  assert.equal((await desk.sort(heat)).by, 'model')
  await runTraining(desk.context(), { centreId, trainingId })
  const done = await desk.state()
  assert.deepEqual([done.training?.state, done.live?.id], ['done', first.id])
  assert.notEqual(done.candidate, null)
})

test('a candidate that is no worse goes to work by itself where the charter wants it so', async () => {
  const desk = await sorterDesk(database.db, 'alone', { goesLiveAlone: true })
  await desk.history({ count: 300 })
  const { live, candidate } = await desk.learn()
  assert.deepEqual([candidate, live?.liveBy], [null, 'сортировка'])
  assert.equal((await desk.sort(heat)).by, 'model')
})

test('a model that this program cannot read is passed by: keywords sort, and the screen is told', async () => {
  const desk = await sorterDesk(database.db, 'unreadable')
  await desk.history({ count: 300 })
  const { candidate } = await desk.learn()
  await database.ownerDb
    .updateTable('sorter_models')
    .set({ model: Buffer.from('a model of some other program') })
    .where('id', '=', candidate!.id)
    .execute()
  await desk.at((at) => goLive(at, candidate!.id))
  assert.equal((await desk.sort(heat)).by, 'catalogue')
  assert.equal((await desk.state()).isUnreadable, true)
})

test('trainings wait for one another', async () => {
  const desk = await sorterDesk(database.db, 'one-at-a-time')
  await desk.history({ count: 150 })
  await desk.at((at) => askTraining(at, desk.enqueue))
  await assert.rejects(
    desk.at((at) => askTraining(at, desk.enqueue)),
    refused('learning-already', /уже идёт/),
  )
})
