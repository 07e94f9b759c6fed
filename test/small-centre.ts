import { createCalendar } from '../src/calendar/index.ts'
import { charter as charterShape, type CharterInput } from '../src/charter/contract.ts'
import type { Centre } from '../src/charter/index.ts'
import { type Database, inReach } from '../src/platform/db/centre-scope.ts'
import { createVault } from '../src/platform/vault.ts'

/** The moment at which tests of people stand unless they say otherwise. */
export const noon = Temporal.Instant.from('2026-11-20T12:00:00Z')
/** A vault with a key of zeros. */
export const testVault = createVault(new Uint8Array(32))

const numbering = { pattern: '{n}' }
const hours = [{ from: '09:00', to: '18:00' }]
const smallCharter: CharterInput = {
  format: 1,
  centre: {
    kind: 'municipal',
    name: 'Центр управления Малого района',
    shortName: 'ЦУ Малого района',
    timeZone: 'Europe/Moscow',
    municipality: 'Малый район',
    region: 'Средняя область',
  },
  workingHours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  roles: [
    {
      code: 'head',
      name: 'Руководитель',
      permissions: [
        'case.read',
        'people.manage',
        'journal.read',
        'read-log.read',
        'resident.reveal',
        'resident.erase',
      ],
    },
    { code: 'specialist', name: 'Специалист', permissions: ['case.read'] },
    { code: 'block-specialist', name: 'Специалист блока', permissions: ['case.read-own'], reach: 'block' },
  ],
  sectorBlocks: [{ code: 'roads', name: 'Дороги' }],
  organisations: [{ code: 'administration', name: 'Администрация', kind: 'administration' }],
  settlements: [{ code: 'main', name: 'Малый' }],
  topics: {},
  channels: {},
  norms: {},
  numbering: {
    message: numbering,
    appeal: numbering,
    information_request: numbering,
    media_request: numbering,
  },
}

/** A centre of three roles, one block and one organisation, in the database and in memory. */
export async function smallCentre(db: Database, slug: string, isDemo = false): Promise<Centre> {
  const charter = charterShape.parse(smallCharter)
  const { name, kind, timeZone } = charter.centre
  const { id } = await inReach(db, 'installation', (scope) =>
    scope
      .insertInto('centres')
      .values({ slug, name, kind, time_zone: timeZone, edition: 1, is_demo: isDemo, created_at: noon })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  const byCode = <One extends { code: string }>(list: readonly One[]) =>
    new Map(list.map((one) => [one.code, one]))
  return {
    id,
    slug,
    edition: 1,
    isDemo,
    sorterModel: null,
    charter,
    zone: timeZone,
    calendar: createCalendar(),
    roles: byCode(charter.roles),
    organisations: byCode(charter.organisations),
    sectorBlocks: byCode(charter.sectorBlocks),
  }
}
