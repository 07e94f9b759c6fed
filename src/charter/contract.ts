import * as z from 'zod'
import { timeNorm, timeSpan } from '../deadlines/contract.ts'
import { permissionCodes } from './permissions.ts'
import { appealSubtype, channel, nature, regime } from './vocabulary.ts'

export * from './permissions.ts'
export * from './vocabulary.ts'

/** A code of the charter: short, Latin or digits, stable; people see names. */
export const code = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/, 'код: строчные латинские буквы, цифры, точка и дефис')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'дата в виде ГГГГ-ММ-ДД')
const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'время в виде ЧЧ:ММ')

/** A clause of the founding act or a law that a value carries, e.g. «Положение, п. 4.2»; several are separated by «;». */
export const basis = z.string().min(1)
/** A record of a charter may carry its clause and, where the act leaves it open, the mark of a default. */
const sourced = { basis: basis.optional() }

export const centreCard = z.strictObject({
  kind: z.enum(['municipal', 'regional']),
  name: z.string().min(1),
  shortName: z.string().min(1),
  timeZone: z.string(),
  languages: z.array(z.enum(['ru', 'en'])).min(1).default(['ru']),
  municipality: z.string().min(1),
  region: z.string().min(1),
  /** Spellings of the municipality in exports, to tell our rows from those of neighbours. */
  municipalityAliases: z.array(z.string()).default([]),
  requisites: z
    .strictObject({
      body: z.string(),
      address: z.string().optional(),
      phone: z.string().optional(),
      email: z.string().optional(),
      site: z.string().optional(),
    })
    .optional(),
  foundingAct: z
    .strictObject({ title: z.string(), body: z.string(), number: z.string().optional(), date: day.optional(), ...sourced })
    .optional(),
  parent: z
    .strictObject({ name: z.string(), centre: z.string().optional(), email: z.string().optional(), ...sourced })
    .optional(),
  ...sourced,
})

/** Working hours of the centre by day of the week; an empty list is a day off. */
export const workingHours = z.strictObject({
  mon: z.array(z.strictObject({ from: time, to: time })),
  tue: z.array(z.strictObject({ from: time, to: time })),
  wed: z.array(z.strictObject({ from: time, to: time })),
  thu: z.array(z.strictObject({ from: time, to: time })),
  fri: z.array(z.strictObject({ from: time, to: time })),
  sat: z.array(z.strictObject({ from: time, to: time })).default([]),
  sun: z.array(z.strictObject({ from: time, to: time })).default([]),
  shortDayMinusMinutes: z.int().min(0).max(240).default(60),
  ...sourced,
})

/** Local days of the production calendar, over the shipped federal one. */
export const localCalendar = z.strictObject({
  holidays: z.array(z.strictObject({ date: day, name: z.string(), ...sourced })).default([]),
  workingDays: z.array(z.strictObject({ date: day, name: z.string(), ...sourced })).default([]),
  shortDays: z.array(day).default([]),
})

/** What a position of the centre does; several people may hold it. */
export const role = z.strictObject({
  code,
  name: z.string().min(1),
  permissions: z.array(z.enum(permissionCodes)),
  /** `own`: sees and works on own cases and those of the own block; `centre`: on all. */
  reach: z.enum(['centre', 'block', 'own']).default('centre'),
  duties: z.array(z.strictObject({ text: z.string(), ...sourced })).default([]),
  ...sourced,
})

/** One line of the composition by position; never a person's name. */
export const position = z.strictObject({
  title: z.string().min(1),
  role: code,
  sectorBlock: code.optional(),
  organisation: code.optional(),
  count: z.int().positive().default(1),
  ...sourced,
})

export const sectorBlock = z.strictObject({
  code,
  name: z.string().min(1),
  topicGroups: z.array(z.string()).default([]),
  head: z.string().optional(),
  specialists: z.array(z.string()).default([]),
  ...sourced,
})

/** Who acts for an absent person. */
export const substitutionRule = z.strictObject({
  role: code,
  by: z.enum(['named-deputy', 'same-role', 'same-block', 'head']),
  reasons: z.array(z.string()).default([]),
  note: z.string().optional(),
  ...sourced,
})

/** An executor of cases: administration, its unit, subordinate institution, settlement, contractor. */
export const organisation = z.strictObject({
  code,
  name: z.string().min(1),
  shortName: z.string().optional(),
  kind: z.enum(['administration', 'unit', 'institution', 'settlement', 'contractor', 'outside']),
  parent: code.optional(),
  topicGroups: z.array(z.string()).default([]),
  settlements: z.array(code).default([]),
  aliases: z.array(z.string()).default([]),
  email: z.string().optional(),
  ...sourced,
})

export const settlement = z.strictObject({
  code,
  name: z.string().min(1),
  kind: z.string().default('населённый пункт'),
  aliases: z.array(z.string()).default([]),
  lat: z.number().optional(),
  lon: z.number().optional(),
  ...sourced,
})
export const street = z.strictObject({
  settlement: code,
  kind: z.string().default('улица'),
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  houses: z.array(z.strictObject({ number: z.string(), lat: z.number(), lon: z.number() })).default([]),
})

/** Topics: the shipped catalogue with renames, or the centre's own groups and topics beside or instead of it. */
export const topicSettings = z.strictObject({
  catalogue: z.enum(['shipped', 'none']).default('shipped'),
  renames: z.record(z.string(), z.string()).default({}),
  hidden: z.array(z.string()).default([]),
  own: z
    .array(
      z.strictObject({
        code,
        name: z.string(),
        groupStems: z.array(z.string()).default([]),
        topics: z.array(
          z.strictObject({
            code,
            name: z.string(),
            nature: nature.default('solvable'),
            strong: z.array(z.string()).default([]),
            keywords: z.array(z.string()).default([]),
            emergency: z.boolean().default(false),
          }),
        ),
        ...sourced,
      }),
    )
    .default([]),
  /** Least score at which the machine sets the topic alone; below it a person decides. */
  autoScore: z.number().default(5),
  autoLead: z.number().default(2),
  ...sourced,
})

export const routingRule = z.strictObject({
  code,
  when: z.strictObject({
    topics: z.array(z.string()).optional(),
    topicGroups: z.array(z.string()).optional(),
    settlements: z.array(code).optional(),
    natures: z.array(nature).optional(),
    channels: z.array(channel).optional(),
  }),
  organisation: code.optional(),
  sectorBlock: code.optional(),
  note: z.string().optional(),
  ...sourced,
})

export const channelSetting = z.strictObject({
  on: z.boolean(),
  /** Which regime a submission of this channel starts in, until a person converts it. */
  regime: regime.default('message'),
  /** Join exact repeats of one text to the open case by themselves. */
  joinExactRepeats: z.boolean().default(false),
  note: z.string().optional(),
  ...sourced,
})

/** Number pattern: {year}, {yy}, {n}, {n:5} (least width; grows past it), {prefix}; a gapless series per regime and year. */
export const numbering = z.strictObject({ pattern: z.string().includes('{n'), prefix: z.string().default(''), ...sourced })

export const fastTrackRule = z.strictObject({
  code,
  topics: z.array(z.string()).default([]),
  topicGroups: z.array(z.string()).default([]),
  limit: timeSpan,
  organisation: code.optional(),
  steps: z.array(z.string()).default([]),
  ...sourced,
})

export const indicator = z.strictObject({
  code,
  name: z.string(),
  formula: z.string(),
  unit: z.string().default('%'),
  plan: z.record(z.string().regex(/^\d{4}$/), z.number()).default({}),
  direction: z.enum(['more', 'less']).default('more'),
  ...sourced,
})

export const ratingCriterion = z.strictObject({
  code,
  name: z.string(),
  weight: z.number().min(0),
  formula: z.string(),
  ...sourced,
})
export const rating = z.strictObject({
  code,
  name: z.string(),
  of: z.enum(['organisations', 'sector-blocks', 'centres', 'people']),
  period: z.enum(['week', 'month', 'quarter', 'half-year', 'year']),
  least: z.int().default(2),
  criteria: z.array(ratingCriterion),
  ...sourced,
})

export const reportRule = z.strictObject({
  code,
  name: z.string(),
  period: z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year', 'on-request']),
  /** When it is due, by one of the rules; the window of a weekly report may start on another day than Monday. */
  due: z
    .strictObject({
      weekday: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']).optional(),
      dayOfMonth: z.int().min(1).max(31).optional(),
      before: z.boolean().default(false),
      workingDayOfMonth: z.int().min(1).max(23).optional(),
      daysAfter: z.int().positive().optional(),
      time: time.optional(),
      roll: z.enum(['previous', 'next', 'none']).default('previous'),
    })
    .optional(),
  window: z.strictObject({ from: z.string(), to: z.string() }).optional(),
  by: z.array(code).default([]),
  to: z.array(z.string()).default([]),
  contents: z.array(z.string()).default([]),
  ...sourced,
})

export const riskLevel = z.strictObject({
  code,
  name: z.string(),
  criteria: z.array(z.string()).default([]),
  answerWithin: timeSpan.optional(),
  ...sourced,
})

/** How long a kind of record is kept after it ends. */
export const retentionTerm = z.strictObject({
  what: z.enum(['appeals', 'messages', 'contacts', 'journal', 'read-log', 'files', 'imports']),
  years: z.number().min(0).optional(),
  days: z.int().min(0).optional(),
  then: z.enum(['erase', 'anonymise', 'archive']),
  ...sourced,
})

/** How an answer is approved: by whom, and whether the author may approve it. */
export const approvalRule = z.strictObject({
  regime: regime.optional(),
  by: z.array(code).min(1),
  fourEyes: z.boolean().default(true),
  ...sourced,
})

/** The whole charter of a centre, after its parts are joined and defaults filled in. */
export const charter = z.strictObject({
  format: z.literal(1),
  centre: centreCard,
  workingHours,
  calendar: localCalendar.default({ holidays: [], workingDays: [], shortDays: [] }),
  roles: z.array(role).min(1),
  composition: z.array(position).default([]),
  sectorBlocks: z.array(sectorBlock).default([]),
  substitution: z.array(substitutionRule).default([]),
  organisations: z.array(organisation).min(1),
  settlements: z.array(settlement).min(1),
  streets: z.array(street).default([]),
  topics: topicSettings,
  routing: z.array(routingRule).default([]),
  channels: z.partialRecord(channel, channelSetting),
  appealSubtypes: z.array(appealSubtype).default(['proposal', 'statement', 'complaint']),
  norms: z.record(z.string().regex(/^[a-z][a-zA-Z0-9-]*(\.[a-zA-Z0-9-]+)+$/), timeNorm.extend(sourced)),
  numbering: z.record(regime, numbering),
  approval: z.array(approvalRule).default([]),
  fastTrack: z.array(fastTrackRule).default([]),
  indicators: z.array(indicator).default([]),
  ratings: z.array(rating).default([]),
  reports: z.array(reportRule).default([]),
  riskLevels: z.array(riskLevel).default([]),
  retention: z.array(retentionTerm).default([]),
  functions: z.array(z.strictObject({ text: z.string(), ...sourced })).default([]),
  /** Clauses by path for values that carry none themselves, e.g. `norms.appeal.answer: 59-ФЗ, ст. 12 ч. 1`. */
  basis: z.record(z.string(), basis).default({}),
})

export type CharterInput = z.input<typeof charter>
type CharterData = z.output<typeof charter>
/** A checked charter: frozen data, plain values; `basis` and `defaults` tell where each comes from. */
export type Charter = Readonly<CharterData>
export type RoutingRule = z.infer<typeof routingRule>
export type Role = z.infer<typeof role>
export type Organisation = z.infer<typeof organisation>
export type SectorBlock = z.infer<typeof sectorBlock>
export type WorkingHours = z.infer<typeof workingHours>

/** One problem of a charter's files, with its place. */
export const charterProblem = z.strictObject({
  file: z.string(),
  line: z.int(),
  column: z.int(),
  path: z.string(),
  message: z.string(),
})
export type CharterProblem = z.infer<typeof charterProblem>

/** One difference between two editions. */
export const charterChange = z.strictObject({
  path: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
})
export type CharterChange = z.infer<typeof charterChange>
