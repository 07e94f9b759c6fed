import * as z from 'zod'
import { parseHexagon } from './hexagons.ts'
import { appealSubtype, channel, nature, organisationKind, outcome, regime } from '../charter/contract.ts'
import { caseResults, caseStates } from './states.ts'

/** A moment as ISO 8601 with offset or Z. */
export const moment = z.iso.datetime({ offset: true })
export const plainDay = z.iso.date()
export const caseState = z.enum(caseStates)
/** A code of the charter with its name in the edition in force. */
export const named = z.strictObject({ code: z.string(), name: z.string() })

/** How a due instant stands now; screens always say it in words beside the colour. */
export const dueStatus = z.enum([
  'met',
  'missed',
  'overdue',
  'due-today',
  'soon',
  'running',
  'paused',
  'cancelled',
])

/** A line of the worklist: no words of a resident beyond the masked gist. */
export const caseSummary = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  regime,
  subtype: appealSubtype.nullable(),
  nature: nature.nullable(),
  state: caseState,
  channel,
  network: z.string().nullable(),
  receivedAt: moment,
  registeredAt: moment,
  closedAt: moment.nullable(),
  outcome: outcome.nullable(),
  promisedOn: plainDay.nullable(),
  topicGroup: named.nullable(),
  topic: named.nullable(),
  settlement: named.nullable(),
  street: z.string().nullable(),
  house: z.string().nullable(),
  organisation: named.nullable(),
  sectorBlock: named.nullable(),
  assignee: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  /** The nearest running due instant; `clock` is the clock's code, e.g. `answer`. */
  due: z.strictObject({ at: moment, clock: z.string(), status: dueStatus }).nullable(),
  emergency: z.boolean(),
  fastTrack: z.boolean(),
  foreignMunicipality: z.string().nullable(),
  externalNumber: z.string().nullable(),
  voices: z.int(),
  /** The applicant's mark of the answer, 1 to 5. */
  mark: z.int().min(1).max(5).nullable(),
  /** «Похоже на …»: a case that this open one surely repeats, as far as the machine can tell; a person decides. */
  like: z.strictObject({ id: z.uuid(), number: z.string() }).nullable(),
  gist: z.string(),
  revision: z.int(),
})
export type CaseSummary = z.infer<typeof caseSummary>

/** Takes one value or several of the address bar; always gives a list. */
function many<T extends z.ZodType>(one: T) {
  return z
    .union([one, z.array(one)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[])
    .optional()
}
const flag = z.union([z.boolean(), z.stringbool()]).optional()
const short = z.string().trim().min(1).max(200)

export const quickViews = ['all', 'mine', 'my-block', 'unassigned', 'due-today', 'overdue'] as const
export const quickView = z.enum(quickViews)
export const caseSorts = ['newest', 'oldest', 'due'] as const

/** What may be missing in a case: `executor` is neither organisation nor person on an open case, `outcome` is one of a case that is done. */
export const lacks = ['topic', 'place', 'essence', 'nature', 'executor', 'outcome'] as const
export type Lack = (typeof lacks)[number]
export const marks = ['1', '2', '3', '4', '5'] as const

export const promises = ['kept', 'missed', 'coming'] as const
/** Days in the centre's zone, both ends in the period: received, first and finally answered, closed, promised for. */
const periods = {
  receivedFrom: plainDay.optional(),
  receivedTo: plainDay.optional(),
  firstAnsweredFrom: plainDay.optional(),
  firstAnsweredTo: plainDay.optional(),
  answeredFrom: plainDay.optional(),
  answeredTo: plainDay.optional(),
  closedFrom: plainDay.optional(),
  closedTo: plainDay.optional(),
  promisedFrom: plainDay.optional(),
  promisedTo: plainDay.optional(),
}

/**
 * Filters of the worklist as they stand in the address bar. `number` looks for a number (ours, former or external) and
 * ignores every other filter; `q` searches by words. `topicGroup`… take codes; `none` finds what has no value.
 */
export const caseFilters = z.object({
  view: quickView.default('all'),
  q: short.optional(),
  number: z.string().trim().min(1).max(60).optional(),
  /** States, or `any`; said either way it goes before what a quick view says of states. */
  state: many(z.union([caseState, z.literal('any')])),
  /** `open`: everything but closed and joined. */
  open: flag,
  regime: many(regime),
  subtype: many(z.union([appealSubtype, z.literal('none')])),
  channel: many(channel),
  nature: many(z.union([nature, z.literal('none')])),
  outcome: many(z.union([outcome, z.literal('none')])),
  /** What has become of the case by now. */
  result: many(z.enum(caseResults)),
  /** Kind of the organisation in the charter in force. */
  organisationKind: many(z.union([organisationKind, z.literal('none')])),
  /** The applicant's mark of the answer. */
  mark: many(z.union([z.enum(marks), z.literal('none')])),
  network: short.optional(),
  topicGroup: short.optional(),
  topic: short.optional(),
  settlement: short.optional(),
  /** A street as cases name it; `none` finds those without one. */
  street: short.optional(),
  /** True where the case has a point on the map. */
  located: flag,
  /** A cell of the map, by the name that the map gives it: `300_64_13012_24840`. */
  hexagon: z
    .string()
    .refine((text) => parseHexagon(text) !== null, 'такой ячейки на карте нет')
    .optional(),
  /** Cases at exactly this point: `64.31824,58.52177`. */
  point: z
    .string()
    .regex(
      /^-?\d{1,2}(\.\d{1,20})?(e-\d{1,3})?,-?\d{1,3}(\.\d{1,20})?(e-\d{1,3})?$/,
      'точка: широта и долгота через запятую',
    )
    .optional(),
  organisation: short.optional(),
  sectorBlock: short.optional(),
  /** A person of the centre by id of staff, or `none`. */
  assignee: z.union([z.uuid(), z.literal('none')]).optional(),
  emergency: flag,
  /** Agreed short procedure of the topic. */
  fastTrack: flag,
  /** Said more than once. */
  repeated: flag,
  /** True where a due instant of an answer was missed. */
  late: flag,
  /** What became of the promised date: kept by a final answer or closing, missed, or still ahead. */
  promise: z.enum(promises).optional(),
  /** Has a mark, or has none. */
  marked: flag,
  /** Lacks all of these. */
  lacks: many(z.enum(lacks)),
  /** Open, and another open case of the same place says word for word the same. */
  sameText: flag,
  /** A source says otherwise than we do. */
  sourceConflict: flag,
  /** Only cases that the machine did not dare to decide. */
  undecided: flag,
  /** Only open cases that are like an earlier one. */
  alike: flag,
  /** Days of registration in the centre's zone, both inclusive. */
  from: plainDay.optional(),
  to: plainDay.optional(),
  ...periods,
  /** Cases that had come in and were not closed at the end of this day. */
  openAt: plainDay.optional(),
  importRun: z.uuid().optional(),
  /** Cases as they stood at this moment, as far as their rows tell it: what was answered, closed or promised later is not yet so. */
  asOf: moment.optional(),
  /** The very cases that a figure of a report counts, as kept with it: `<id of the report>~<key of the figure>`. */
  figure: z
    .string()
    .max(300)
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}~./, 'показатель отчёта: номер отчёта и ключ через «~»')
    .optional(),
})
export type CaseFilters = z.output<typeof caseFilters>

export const caseListQuery = caseFilters.extend({
  sort: z.enum(caseSorts).default('newest'),
  /** From `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type CaseListQuery = z.output<typeof caseListQuery>

export const caseList = z.strictObject({
  items: z.array(caseSummary),
  nextCursor: z.string().nullable(),
  /** How many the filter finds; null where only "more than `countedTo`" is known. */
  total: z.int().nullable(),
  countedTo: z.int(),
})
export type CaseList = z.infer<typeof caseList>

/** Open cases behind each quick view. */
export const caseCounts = z.strictObject({
  all: z.int(),
  mine: z.int(),
  'my-block': z.int(),
  unassigned: z.int(),
  'due-today': z.int(),
  overdue: z.int(),
})
export type CaseCounts = z.infer<typeof caseCounts>

export const savedView = z.strictObject({ id: z.uuid(), name: z.string(), query: z.string() })
/** `query` is the address bar after `?`, without a cursor. */
export const savedViewBody = z.strictObject({
  name: z.string().trim().min(1, 'Назовите вид.').max(80, 'Название не длиннее 80 знаков.'),
  query: z.string().max(2000),
})
export type SavedView = z.infer<typeof savedView>

/** What filters and forms of the centre choose from. */
export const caseReference = z.strictObject({
  topicGroups: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      topics: z.array(z.strictObject({ code: z.string(), name: z.string(), emergency: z.boolean() })),
    }),
  ),
  settlements: z.array(named),
  streets: z.array(z.strictObject({ settlement: z.string(), name: z.string() })),
  organisations: z.array(named),
  sectorBlocks: z.array(named),
  /** People of the centre to whom a case may be assigned. */
  staff: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      position: z.string(),
      sectorBlock: z.string().nullable(),
      organisation: z.string().nullable(),
    }),
  ),
  channels: z.array(channel),
  appealSubtypes: z.array(appealSubtype),
  /** The regime that submissions of a channel are registered in when nothing else is said. */
  regimeOfChannel: z.partialRecord(channel, regime),
})
export type CaseReference = z.infer<typeof caseReference>
