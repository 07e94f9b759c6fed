import { sql } from 'kysely'
import type { CharterUsage } from '../charter/contract.ts'
import type { Scope } from '../platform/db/centre-scope.ts'

type Row = { kind: keyof CharterUsage; code: string; count: number }

/** Open work of the centre that the transaction stands in, by each code of its charter: what a new edition must not orphan. */
export async function countCharterUsage(scope: Scope): Promise<CharterUsage> {
  const { rows } = await sql<Row>`
    with open_cases as (
      select id, topic, topic_group, organisation, sector_block, settlement, channel
      from cases
      where centre_id = current_centre() and closed_at is null and joined_into is null
    ), named as (
      select 'topics' as kind, topic as code, id from open_cases
      union select 'topicGroups', topic_group, id from open_cases
      union select 'organisations', organisation, id from open_cases
      union select 'sectorBlocks', sector_block, id from open_cases
      union select 'settlements', settlement, id from open_cases
      union select 'channels', channel, id from open_cases
      union select 'organisations', p.organisation, p.case_id
        from parts p join open_cases o on o.id = p.case_id where p.centre_id = current_centre()
      union select 'sectorBlocks', p.sector_block, p.case_id
        from parts p join open_cases o on o.id = p.case_id where p.centre_id = current_centre()
      union select 'roles', role, id from staff where centre_id = current_centre() and active
    )
    select kind, code, count(*)::integer as count from named where code is not null group by kind, code
    union all
    select 'series', regime, count(*)::integer from cases where centre_id = current_centre() group by regime
  `.execute(scope)
  const usage: CharterUsage = {
    topics: {},
    topicGroups: {},
    organisations: {},
    sectorBlocks: {},
    settlements: {},
    channels: {},
    roles: {},
    series: {},
  }
  for (const { kind, code, count } of rows) usage[kind][code] = count
  return usage
}
