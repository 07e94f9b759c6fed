import * as z from 'zod'
import { timeNorm } from '../deadlines/contract.ts'
import { basis, code, sourced } from './schema/basics.ts'
import { centreCard, localCalendar, workingHours } from './schema/centre.ts'
import { indicator, rating, retentionTerm, riskLevel } from './schema/measures.ts'
import { reportRule } from './schema/reports.ts'
import {
  organisation,
  position,
  role,
  sectorBlock,
  settlement,
  street,
  substitutionRule,
} from './schema/structure.ts'
import {
  approvalRule,
  channelSetting,
  fastTrackRule,
  numbering,
  repeatSettings,
  routingRule,
  topicSettings,
} from './schema/work.ts'
import { appealSubtype, channel, regime } from './vocabulary.ts'

export * from './permissions.ts'
export * from './vocabulary.ts'
export * from './schema/centre.ts'
export * from './schema/findings.ts'
export * from './schema/measures.ts'
export * from './schema/reports.ts'
export * from './schema/structure.ts'
export * from './schema/work.ts'
export * from './contract-routes.ts'
export { basis, code }

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
  repeats: repeatSettings.prefault({}),
  appealSubtypes: z.array(appealSubtype).default(['proposal', 'statement', 'complaint']),
  norms: z.record(
    z
      .string()
      .regex(
        /^[a-z][a-zA-Z0-9-]*(\.[a-zA-Z0-9-]+)+$/,
        'ключ нормы: вид и название через точку, например appeal.answer',
      ),
    timeNorm.extend(sourced),
  ),
  numbering: z.record(regime, numbering),
  approval: z.array(approvalRule).default([]),
  fastTrack: z.array(fastTrackRule).default([]),
  indicators: z.array(indicator).default([]),
  ratings: z.array(rating).default([]),
  reports: z.array(reportRule).default([]),
  /** Numbers of outgoing reports: one gapless series per year. */
  reportNumbering: numbering.default({ pattern: '{prefix}{n}/{year}', prefix: '' }),
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

export type Position = z.infer<typeof position>
export type ReportRule = z.infer<typeof reportRule>
export type Numbering = z.infer<typeof numbering>
