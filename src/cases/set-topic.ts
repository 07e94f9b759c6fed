import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { CatalogueGroup } from '../triage/contract.ts'
import { changeCase } from './change-case.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'
import { correct } from './corrections.ts'

/** Decides the topic of a case by the centre's classifier; a case just registered becomes triaged. */
export function setTopic(
  desk: Desk,
  id: string,
  body: BodyOf<'set-topic'>,
  classifier: readonly CatalogueGroup[],
): Promise<CaseOutcome> {
  const group = classifier.find((one) => one.code === body.topicGroup)
  const topic = group?.topics.find((one) => one.code === body.topic)
  if (!group || (body.topic !== null && !topic)) {
    refuse('invalid', 'unknown-topic', 'Такой темы в классификаторе центра нет: выберите тему из списка.')
  }
  return changeCase(desk, { id, revision: body.revision }, 'set-topic', async ({ row }) => {
    const was = row.topic ?? row.topic_group
    await correct(desk, row, 'topic', was, body.topic ?? body.topicGroup)
    const rule = desk.centre.charter.fastTrack.find(
      (one) => (body.topic && one.topics.includes(body.topic)) || one.topicGroups.includes(body.topicGroup),
    )
    return {
      action: 'case-topic-set' as const,
      data: {},
      set: {
        topic_group: body.topicGroup,
        topic: body.topic,
        emergency: body.emergency ?? (row.emergency || (topic?.emergency ?? false)),
        fast_track: rule !== undefined,
        ...(row.state === 'registered' ? { state: 'triaged' as const } : {}),
      },
    }
  })
}
