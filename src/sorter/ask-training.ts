import { entryId, record } from '../audit/index.ts'
import { type Desk, mustHave } from '../people/index.ts'
import type { Enqueue } from '../platform/jobs/index.ts'
import { refuse } from '../platform/refusal.ts'
import { learnJob } from './learn-job.ts'
import { countLabelled, tellTooFew } from './labelled-cases.ts'
import {
  countCorrections,
  holdUnfinished,
  insertTraining,
  lastTraining,
  updateTraining,
} from './trainings-store.ts'

/** Has the sorter learn now, because a person wants it; one that waits for the night begins at once. */
export async function askTraining(desk: Desk, enqueue: Enqueue): Promise<void> {
  mustHave(desk.actor, 'sorter.manage', 'обучать сортировку')
  const { scope, centre, now, actor } = desk
  const waits = await holdUnfinished(scope, centre.id)
  if (waits?.state === 'running' || waits?.cause === 'person')
    refuse('conflict', 'learning-already', 'Обучение уже идёт: дождитесь его окончания.')
  const { leastCases } = centre.charter.topics.learning
  const found = await countLabelled(scope, centre.id)
  if (found < leastCases) refuse('conflict', 'too-few-cases', tellTooFew(leastCases, found))
  const id = waits?.id ?? entryId(now)
  if (waits) await updateTraining(scope, centre.id, id, { begins_at: now })
  else {
    const row = { id, cause: 'person' as const, asked_at: now, asked_by: actor.name, begins_at: now }
    if (!(await insertTraining(scope, centre.id, row)))
      refuse('conflict', 'learning-already', 'Обучение уже идёт: дождитесь его окончания.')
  }
  await record(desk, { action: 'sorter-training-asked', data: { trainingId: id, cause: 'person' } })
  await enqueue(scope, learnJob, { centreId: centre.id, trainingId: id })
}

/**
 * After a correction of a topic: when enough have come since the last training, the sorter learns by itself, once, at the hour of
 * the charter. In the transaction of the correction.
 */
export async function learnFromCorrections(desk: Desk, enqueue: Enqueue): Promise<void> {
  const { scope, centre, now } = desk
  const { afterCorrections, nightAt } = centre.charter.topics.learning
  if (afterCorrections === 0) return
  const last = await lastTraining(scope, centre.id)
  if (last?.state === 'waiting' || last?.state === 'running') return
  const count = await countCorrections(scope, centre.id, last?.asked_at ?? null, afterCorrections)
  if (count < afterCorrections) return
  const id = entryId(now)
  const asked_by = 'сортировка'
  const begins_at = nextAt(now, nightAt, centre.zone)
  const isNew = await insertTraining(scope, centre.id, {
    id,
    cause: 'corrections',
    asked_at: now,
    asked_by,
    begins_at,
  })
  if (!isNew) return
  await record(desk, {
    action: 'sorter-training-asked',
    data: { trainingId: id, cause: 'corrections' },
    actor: { staffId: null, name: asked_by },
  })
  await enqueue(scope, learnJob, { centreId: centre.id, trainingId: id }, { after: begins_at })
}

/** The next moment at which the clocks of a zone show a time such as 02:00. */
export function nextAt(now: Temporal.Instant, time: string, zone: string): Temporal.Instant {
  const here = now.toZonedDateTimeISO(zone)
  const today = here.withPlainTime(Temporal.PlainTime.from(time))
  return (
    Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 }).withPlainTime(time)
  ).toInstant()
}
