import { sql } from 'kysely'
import { channel as channels, type Channel } from '../charter/contract.ts'
import { lastImports } from '../intake/index.ts'
import { type Desk, mustHave } from '../people/index.ts'
import type { Freshness } from './contract-tables.ts'

/** When each channel was last heard and each source last imported; of channels those switched on or heard at all. */
export async function readFreshness(desk: Desk): Promise<Freshness> {
  mustHave(desk.actor, 'insight.read', 'видеть показатели')
  const { scope, centre, now } = desk
  const { rows } = await sql<Heard>`
    select k.channel, last.received_at, last.registered_at
    from unnest(${channels.options}::text[]) as k (channel)
    left join lateral (
      select c.received_at, c.registered_at from cases c
      where c.centre_id = ${centre.id} and c.channel = k.channel
      order by c.registered_at desc, c.id desc limit 1
    ) last on true
  `.execute(scope)
  const imports = await lastImports(scope, centre.id)
  const isOn = (code: Channel) => centre.charter.channels[code]?.on === true
  return {
    asOf: now.toString(),
    channels: rows
      .filter((row) => row.registered_at !== null || isOn(row.channel))
      .map((row) => ({
        channel: row.channel,
        receivedAt: row.received_at?.toString() ?? null,
        registeredAt: row.registered_at?.toString() ?? null,
      })),
    imports: imports.map(({ finishedAt, ...one }) => ({ ...one, finishedAt: finishedAt.toString() })),
  }
}

interface Heard {
  channel: Channel
  received_at: Temporal.Instant | null
  registered_at: Temporal.Instant | null
}
