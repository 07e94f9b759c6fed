import { entryId } from '../src/audit/index.ts'
import { type Centre, centreOf } from '../src/charter/index.ts'
import {
  charter as charterShape,
  type CharterInput,
  type Permission,
  permissionCodes,
} from '../src/charter/contract.ts'
import type { CaseSorting, RegisteredCase, Registration } from '../src/cases/index.ts'
import { registerMany } from '../src/cases/index.ts'
import { type Actor, atDeskOf, type Desk, systemActor } from '../src/people/index.ts'
import { type Database, inCentre, inReach } from '../src/platform/db/centre-scope.ts'
import { createVault } from '../src/platform/vault.ts'

/** Thursday, 11:00 by the centre's clock: the moment at which tests of cases stand unless they say otherwise. */
export const thursday = Temporal.Instant.from('2026-11-19T08:00:00Z')
/** A vault with a key of ones. */
export const aVault = createVault(new Uint8Array(32).fill(1))

const hours = [{ from: '09:00', to: '18:00' }]
const worker: Permission[] = [
  'case.register',
  'case.qualify',
  'case.set-topic',
  'case.assign',
  'case.take',
  'case.draft',
  'case.deliver',
  'case.postpone',
  'case.forward',
  'case.reopen',
  'case.join',
  'case.note',
]

const workingCharter: CharterInput = {
  format: 1,
  centre: {
    kind: 'municipal',
    name: 'Центр управления Среднего района',
    shortName: 'ЦУ Среднего района',
    timeZone: 'Europe/Moscow',
    municipality: 'Средний район',
    region: 'Средняя область',
  },
  workingHours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  roles: [
    {
      code: 'head',
      name: 'Руководитель',
      permissions: permissionCodes.filter((one) => one !== 'case.approve-own'),
    },
    { code: 'specialist', name: 'Специалист', permissions: ['case.read', ...worker] },
    {
      code: 'block-specialist',
      name: 'Специалист блока',
      permissions: ['case.read-own', ...worker],
      reach: 'block',
    },
    { code: 'reader', name: 'Наблюдатель', permissions: ['case.read'] },
  ],
  sectorBlocks: [
    { code: 'roads', name: 'Дороги', topicGroups: ['roads'] },
    { code: 'housing', name: 'Жильё', topicGroups: ['housing'] },
  ],
  organisations: [
    { code: 'administration', name: 'Администрация Среднего района', kind: 'administration' },
    { code: 'road-service', name: 'Дорожная служба', kind: 'institution' },
    { code: 'region', name: 'Министерство транспорта', kind: 'outside' },
  ],
  settlements: [
    { code: 'middle', name: 'Средний' },
    { code: 'upper', name: 'Верхний' },
  ],
  topics: {},
  channels: {
    phone: { on: true },
    reception: { on: true, regime: 'appeal' },
    vk: { on: true },
    incident: { on: true },
  },
  norms: {
    'message.take': {
      name: 'Взять сообщение в работу',
      regime: 'message',
      clock: 'take',
      amount: 4,
      unit: 'working-hours',
      start: 'registered',
      stop: 'taken',
    },
    'message.answer': {
      name: 'Ответить на сообщение',
      regime: 'message',
      clock: 'answer',
      amount: 10,
      unit: 'working-days',
      start: 'registered',
      stop: 'sent',
      pause: ['postponed'],
      when: { channels: ['phone', 'vk'] },
    },
    'message.fast': {
      name: 'Ответить на сообщение ускоренно',
      regime: 'message',
      clock: 'answer',
      amount: 3,
      unit: 'working-days',
      start: 'registered',
      stop: 'sent',
      when: { channels: ['phone', 'vk'], fastTrack: true },
    },
    'incident.answer': {
      name: 'Ответить в «Инцидент Менеджменте»',
      regime: 'message',
      clock: 'answer',
      amount: 9,
      unit: 'working-hours',
      start: 'registered',
      stop: 'published',
      when: { channels: ['incident'] },
    },
    'appeal.register': {
      name: 'Зарегистрировать обращение',
      regime: 'appeal',
      clock: 'register',
      amount: 3,
      unit: 'calendar-days',
      start: 'received',
      stop: 'registered',
      legal: true,
      basis: '59-ФЗ, ст. 8 ч. 2',
    },
    'appeal.answer': {
      name: 'Ответить на обращение',
      regime: 'appeal',
      clock: 'answer',
      amount: 30,
      unit: 'calendar-days',
      start: 'registered',
      stop: 'sent',
      legal: true,
      roll: 'previous',
      extension: { max: 30, times: 1 },
      basis: '59-ФЗ, ст. 12 ч. 1',
    },
  },
  numbering: {
    message: { pattern: 'С-{yy}-{n:4}' },
    appeal: { pattern: 'О-{n}/{year}' },
    information_request: { pattern: '{prefix}{n:3}', prefix: 'ЗИ-' },
    media_request: { pattern: '{prefix}{n:3}', prefix: 'СМИ-' },
  },
  fastTrack: [{ code: 'pits', topics: ['pit'], limit: { amount: 3, unit: 'working-days' } }],
}

let made = 0

/** A working centre in the database: four roles, two blocks, norms of messages and appeals. */
export async function aCentre(db: Database, changes: Partial<CharterInput> = {}): Promise<Centre> {
  const charter = charterShape.parse({ ...workingCharter, ...changes })
  const { name, kind, timeZone } = charter.centre
  made += 1
  const slug = `middle-${made}`
  const row = await inReach(db, 'installation', (scope) =>
    scope
      .insertInto('centres')
      .values({ slug, name, kind, time_zone: timeZone, edition: 1, created_at: thursday })
      .returningAll()
      .executeTakeFirstOrThrow(),
  )
  return centreOf(row, charter)
}

/** A person of the centre at work. */
export async function aPerson(
  db: Database,
  centre: Centre,
  role: string,
  place: { name?: string; sectorBlock?: string | null; organisation?: string | null } = {},
): Promise<Actor & { staffId: string }> {
  const staffId = entryId(thursday)
  const accountId = entryId(thursday)
  const { name = `${centre.roles.get(role)!.name} ${staffId.slice(-4)}` } = place
  const { sectorBlock = null, organisation = null } = place
  await inCentre(db, centre.id, (scope) =>
    scope
      .insertInto('staff')
      .values({
        centre_id: centre.id,
        id: staffId,
        account_id: accountId,
        login: `login-${staffId}`,
        name,
        role,
        sector_block: sectorBlock,
        organisation,
        created_at: thursday,
      })
      .execute(),
  )
  const { permissions, reach } = centre.roles.get(role)!
  return {
    staffId,
    accountId,
    name,
    role,
    permissions: new Set(permissions),
    reach,
    sectorBlock,
    organisation,
  }
}

/** Work at a desk of the centre, in a transaction of its own. */
export function at<T>(
  db: Database,
  centre: Centre,
  actor: Actor,
  work: (desk: Desk) => Promise<T>,
  now: Temporal.Instant = thursday,
): Promise<T> {
  return atDeskOf(db, { centre, actor, now, vault: aVault }, work)
}

/** What registration takes, with a message by telephone about a pit where nothing else is said. */
export function aRegistration(changes: Partial<Registration> & { text?: string } = {}): Registration {
  const { text = 'На улице Садовой огромная яма, объехать нельзя.', ...rest } = changes
  return {
    submission: { channel: 'phone', receivedAt: thursday, raw: text, words: text, contacts: null },
    regime: 'message',
    nature: 'solvable',
    ...rest,
  }
}

/** A registered case. */
export async function aCase(
  db: Database,
  centre: Centre,
  changes: Partial<Registration> & { text?: string } = {},
  now: Temporal.Instant = thursday,
): Promise<RegisteredCase> {
  const cases = await at(
    db,
    centre,
    systemActor('проверка'),
    (desk) => registerMany(desk, [aRegistration(changes)]),
    now,
  )
  return cases[0]!
}

/** A sorter of two topics that is sure of pits and of nothing else. */
export const aSorting: CaseSorting = {
  classifier: () => [
    {
      code: 'roads',
      name: 'Дороги',
      blocks: [],
      groupStems: [],
      topics: [aTopic('pit', 'Ямы'), aTopic('snow', 'Снег')],
    },
    { code: 'housing', name: 'Жильё', blocks: [], groupStems: [], topics: [aTopic('roof', 'Крыши')] },
  ],
  route: (_, { topicGroup }) => ({
    organisation: topicGroup === 'roads' ? 'road-service' : null,
    block: topicGroup,
    rule: topicGroup === null ? null : 0,
    why: 'по теме',
  }),
  sort: (_, text) => {
    const sure = text.includes('яма')
    const topics = sure
      ? [
          {
            group: 'roads',
            groupName: 'Дороги',
            topic: 'pit',
            topicName: 'Ямы',
            score: 9,
            words: ['яма'],
            emergency: false,
          },
        ]
      : []
    return { sorter: 'проверка', decided: sure, data: { topics, place: null, routing: null, nature: null } }
  },
}

function aTopic(code: string, name: string) {
  return {
    code,
    name,
    kind: 'Решаемый' as const,
    slaDays: 30,
    fastTrack: false,
    emergency: false,
    seasonMonths: [],
    strong: [],
    keywords: [],
  }
}
