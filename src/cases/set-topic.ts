import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { CatalogueGroup } from '../triage/contract.ts'
import { changeCase } from './change-case.ts'
import { rechosen } from './clocks.ts'
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
  return changeCase(desk, { id, revision: body.revision }, 'set-topic', async ({ row, clocks }) => {
    await correct(desk, row, 'topic', row.topic ?? row.topic_group, body.topic ?? body.topicGroup)
    const { fastTrack } = desk.centre.charter
    const set = {
      topic_group: body.topicGroup,
      topic: body.topic,
      emergency: body.emergency ?? (row.emergency || (topic?.emergency ?? false)),
      fast_track: isFastTrack(fastTrack, body.topicGroup, body.topic),
      ...(row.state === 'registered' ? { state: 'triaged' as const } : {}),
    }
    return {
      action: 'case-topic-set' as const,
      data: {},
      set,
      clocks: rechosen(desk.centre, { ...row, ...set }, clocks),
    }
  })
}

/** True where the charter agreed a short procedure for the topic or its group. */
export function isFastTrack(
  rules: readonly { topics: readonly string[]; topicGroups: readonly string[] }[],
  group: string | null,
  topic: string | null,
): boolean {
  return rules.some(
    (rule) =>
      (topic !== null && rule.topics.includes(topic)) || (group !== null && rule.topicGroups.includes(group)),
  )
}
