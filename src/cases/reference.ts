import type { Channel } from '../charter/contract.ts'
import type { Desk } from '../people/index.ts'
import type { CaseReference } from './contract-list.ts'
import type { CaseSorting } from './sorting.ts'

/** What filters and forms of the centre choose from, by the charter in force and the people at work. */
export async function readReference(desk: Desk, sorting: CaseSorting): Promise<CaseReference> {
  const { scope, centre } = desk
  const { charter } = centre
  const staff = await scope
    .selectFrom('staff')
    .select(['id', 'name', 'position', 'role', 'sector_block', 'organisation'])
    .where('centre_id', '=', centre.id)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
  const works = (role: string) => centre.roles.get(role)?.permissions.includes('case.take') ?? false
  const named = ({ code, name }: { code: string; name: string }) => ({ code, name })
  return {
    topicGroups: sorting.classifier(centre).map((group) => ({
      ...named(group),
      topics: group.topics.map((topic) => ({ ...named(topic), emergency: topic.emergency })),
    })),
    settlements: charter.settlements.map(named),
    streets: charter.streets.map((street) => ({
      settlement: street.settlement,
      name: `${street.kind} ${street.name}`,
    })),
    organisations: charter.organisations.map((one) => ({ code: one.code, name: one.shortName ?? one.name })),
    sectorBlocks: charter.sectorBlocks.map(named),
    staff: staff
      .filter((person) => works(person.role))
      .map((person) => ({
        id: person.id,
        name: person.name,
        position: person.position,
        sectorBlock: person.sector_block,
        organisation: person.organisation,
      })),
    channels: (Object.entries(charter.channels) as [Channel, { on: boolean } | undefined][])
      .filter(([, setting]) => setting?.on)
      .map(([channel]) => channel),
    appealSubtypes: [...charter.appealSubtypes],
    regimeOfChannel: Object.fromEntries(
      Object.entries(charter.channels).flatMap(([channel, setting]) =>
        setting?.on ? [[channel, setting.regime]] : [],
      ),
    ),
  }
}
