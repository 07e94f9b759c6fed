import { appealSubtype } from '../charter/contract.ts'
import { record } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { holdCase, mustBeAllowed } from './change-case.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'
import { registerCase } from './register-case.ts'
import type { CaseSorting } from './sorting.ts'

/** Registers a resident's next letter on a closed appeal as a new one, linked to it: own number, own clocks. */
export async function continueAppeal(
  desk: Desk,
  id: string,
  body: BodyOf<'continue-appeal'>,
  sorting: CaseSorting,
): Promise<CaseOutcome> {
  const { row } = await holdCase(desk, { id, revision: body.revision })
  mustBeAllowed(desk, 'continue-appeal', row)
  const { channel, text, receivedAt, contacts } = body
  const subtype = body.subtype ?? appealSubtype.nullable().parse(row.subtype)
  const known = desk.centre.organisations.has(row.organisation ?? '')
  const given = {
    channel,
    text,
    regime: row.regime,
    ...(subtype ? { subtype } : {}),
    ...(receivedAt ? { receivedAt } : {}),
    ...(contacts ? { contacts } : {}),
    ...(row.topic_group && hasTopic(desk, sorting, row.topic_group, row.topic)
      ? { topicGroup: row.topic_group, ...(row.topic ? { topic: row.topic } : {}) }
      : {}),
    ...(known && row.organisation ? { organisation: row.organisation } : {}),
  }
  const made = await registerCase(desk, given, sorting, id)
  await record(desk, {
    action: 'case-continued',
    caseId: id,
    data: { continuedBy: made.id, number: made.number },
  })
  return made
}

function hasTopic(desk: Desk, sorting: CaseSorting, group: string, topic: string | null): boolean {
  const found = sorting.classifier(desk.centre).find((one) => one.code === group)
  return found !== undefined && (topic === null || found.topics.some((one) => one.code === topic))
}
