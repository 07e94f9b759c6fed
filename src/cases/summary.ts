import { workingTimeOf } from '../charter/index.ts'
import { deadlineStatus, reminderInstants } from '../deadlines/index.ts'
import type { Desk } from '../people/index.ts'
import type { CaseRow, ClockRow } from './case-row.ts'
import type { CaseSummary } from './contract-list.ts'
import type { Names } from './names.ts'

/** A day before the due instant a case in a list is «скоро»: lists do not read each norm's own reminders. */
const soonHours = 24

/** A case as a line of a list; no words of a resident beyond the masked gist. */
export function summaryOf(
  desk: Desk,
  row: CaseRow,
  names: Names,
  assigneeName: string | null,
  like: CaseSummary['like'] = null,
): CaseSummary {
  return {
    id: row.id,
    number: row.number,
    regime: row.regime,
    subtype: row.subtype as CaseSummary['subtype'],
    nature: row.nature,
    state: row.state,
    channel: row.channel,
    network: row.network,
    receivedAt: row.received_at.toString(),
    registeredAt: row.registered_at.toString(),
    closedAt: row.closed_at?.toString() ?? null,
    outcome: row.outcome,
    promisedOn: row.promised_on?.toString() ?? null,
    topicGroup: names.topicGroup(row.topic_group),
    topic: names.topic(row.topic),
    settlement: names.settlement(row.settlement),
    street: row.street,
    house: row.house,
    organisation: names.organisation(row.organisation),
    sectorBlock: names.sectorBlock(row.sector_block),
    assignee: row.assignee_id ? { id: row.assignee_id, name: assigneeName ?? '—' } : null,
    due: dueOf(desk, row),
    emergency: row.emergency,
    fastTrack: row.fast_track,
    foreignMunicipality: row.foreign_municipality,
    externalNumber: row.external_number,
    voices: row.voices,
    mark: row.mark,
    like,
    gist: row.gist,
    revision: row.revision,
  }
}

function dueOf({ now, centre }: Desk, row: CaseRow): CaseSummary['due'] {
  if (!row.due_at || !row.due_clock) return null
  const soonFrom = row.due_at.subtract({ hours: soonHours })
  const status = deadlineStatus(row.due_at, now, { zone: centre.zone, soonFrom })
  return { at: row.due_at.toString(), clock: row.due_clock, status }
}

/** How a clock stands now, for a badge. */
export function clockStatus(
  { centre, now }: Desk,
  clock: ClockRow,
): NonNullable<CaseSummary['due']>['status'] {
  if (clock.state === 'cancelled' || clock.state === 'met' || clock.state === 'missed') return clock.state
  const [soonFrom] = reminderInstants(clock.due_at, clock.norm_copy, workingTimeOf(centre), clock.started_at)
  return deadlineStatus(clock.due_at, now, {
    zone: centre.zone,
    paused: clock.state === 'paused',
    soonFrom: soonFrom ?? clock.due_at.subtract({ hours: soonHours }),
  })
}
