import { type LaterState, registerMany, type Registration } from '../src/cases/index.ts'
import type { CaseRow } from '../src/cases/case-row.ts'
import type { Channel, Outcome } from '../src/charter/contract.ts'
import { type Centre, loadCentre } from '../src/charter/index.ts'
import { systemActor } from '../src/people/index.ts'
import { inCentre } from '../src/platform/db/centre-scope.ts'
import { at, aRegistration } from './builders.ts'
import type { Told } from './naive-measures.ts'
import type { RunningApp } from './running-app.ts'

const groups = [
  { topicGroup: '04', topics: ['04.01', '04.02'], sectorBlock: 'roads', organisation: 'roads' },
  { topicGroup: '01', topics: ['01.01'], sectorBlock: 'housing', organisation: 'housing-north' },
  { topicGroup: '06', topics: ['06.01', '06.02'], sectorBlock: 'amenities', organisation: 'town-service' },
  { topicGroup: '14', topics: ['14.01'], sectorBlock: 'property', organisation: 'property' },
  { topicGroup: '09', topics: ['09.01'], sectorBlock: 'social', organisation: 'hospital' },
]
const channels: readonly Channel[] = ['phone', 'vk', 'pos', 'incident', 'reception']
const settlements = ['svetloberezhsk', 'troerucheyno', null]
/** What is asked of this group is only ever explained: a weak spot. */
const weakGroup = '14'
const outcomes = ['solved', 'explained', 'refused'] as const

/** Numbers that only look random, the same in every run. */
function createDice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

type Dice = ReturnType<typeof createDice>

function inventCase(place: number, now: Temporal.Instant, dice: Dice): Registration {
  const pick = <T>(from: readonly T[]): T => from[dice(from.length)]!
  const group = dice(12) === 0 ? null : pick(groups)
  const channel = pick(channels)
  const isAppeal = channel === 'reception'
  // A register begins on one day: what is compared with a period has that period whole.
  const receivedAt = now.subtract({ minutes: place === 0 ? 60 * 24 * 70 : dice(60 * 24 * 40) })
  const outcome = group?.topicGroup === weakGroup ? 'explained' : pick(outcomes)
  const later = inventCourse(receivedAt, now, outcome, dice)
  const words = dice(30) === 0 ? '' : `Просьба ${place}`
  const network = channel === 'incident' ? 'vk' : null
  return aRegistration({
    submission: { channel, network, receivedAt, raw: words, words, contacts: null },
    regime: isAppeal ? 'appeal' : 'message',
    subtype: isAppeal ? pick(['complaint', 'statement'] as const) : null,
    nature: pick(['solvable', 'consultation', null] as const),
    ...(group
      ? { topicGroup: group.topicGroup, topic: pick(group.topics), sectorBlock: group.sectorBlock }
      : {}),
    organisation: group && dice(8) > 0 ? group.organisation : null,
    settlement: pick(settlements),
    registeredAt: receivedAt,
    mark: later?.answeredAt && dice(2) === 0 ? 1 + dice(5) : null,
    later,
  })
}

function inventCourse(
  receivedAt: Temporal.Instant,
  now: Temporal.Instant,
  outcome: Outcome,
  dice: Dice,
): LaterState | null {
  const answeredAt = receivedAt.add({ hours: 1 + dice(200) })
  if (Temporal.Instant.compare(answeredAt, now) < 0 && dice(5) > 0)
    return { state: 'closed', outcome, answeredAt, closedAt: answeredAt }
  return dice(6) === 0 ? { state: 'postponed', promisedOn: Temporal.PlainDate.from('2026-11-25') } : null
}

/** Cases of the example centre over the five weeks before its clock, of every channel, outcome and mark; gives them as they stand. */
export async function fillWithFigures(
  running: RunningApp,
  howMany = 220,
): Promise<{ centre: Centre; all: Told[] }> {
  const { database, clock } = running
  const centre = await loadCentre(database.db, 'example')
  const dice = createDice(11)
  const given = Array.from({ length: howMany }, (_, place) => inventCase(place, clock.now(), dice))
  await at(database.db, centre, systemActor('проверка'), (desk) => registerMany(desk, given), clock.now())
  return { centre, all: await toldCases(running, centre) }
}

/** Every case of the centre with what measures ask of it, read without any of the figures' own statements. */
export async function toldCases({ database }: RunningApp, centre: Centre): Promise<Told[]> {
  return inCentre(database.db, centre.id, async (scope) => {
    const rows = await scope.selectFrom('cases').selectAll().execute()
    const missed = await scope
      .selectFrom('deadlines')
      .select(['case_id', 'clock'])
      .where('state', '=', 'missed')
      .execute()
    const late = new Set(missed.filter(({ clock }) => clock === 'answer').map((one) => one.case_id))
    const kinds = new Map(centre.charter.organisations.map(({ code, kind }) => [code, kind as string]))
    return rows.map((row) => ({
      row: row as unknown as CaseRow,
      missedAnswer: late.has(row.id),
      undecided: false,
      saidTwice: false,
      disputed: false,
      kind: row.organisation === null ? null : (kinds.get(row.organisation) ?? null),
    }))
  })
}
