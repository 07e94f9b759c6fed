import * as z from 'zod'

/** One problem of a charter's files, with its place; `line` and `column` count from 1. */
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

/** One value of the «Устав» screen: where it comes from and whether the charter itself says it. */
export const charterValue = z.strictObject({
  path: z.string(),
  title: z.string(),
  value: z.unknown(),
  basis: z.string().nullable(),
  isDefault: z.boolean(),
})
export type CharterValue = z.infer<typeof charterValue>

/** A section of the «Устав» screen with its values in the order of the charter. */
export const charterSection = z.strictObject({
  section: z.string(),
  title: z.string(),
  values: z.array(charterValue),
})
export type CharterSection = z.infer<typeof charterSection>

/** How much open work hangs on each code of a charter: cases by what they name, active staff by role, numbers given by regime. */
export const charterUsage = z.strictObject({
  topics: z.record(z.string(), z.int()),
  topicGroups: z.record(z.string(), z.int()),
  organisations: z.record(z.string(), z.int()),
  sectorBlocks: z.record(z.string(), z.int()),
  settlements: z.record(z.string(), z.int()),
  channels: z.record(z.string(), z.int()),
  roles: z.record(z.string(), z.int()),
  series: z.record(z.string(), z.int()),
})
export type CharterUsage = z.infer<typeof charterUsage>

/** Open work that a new edition would leave without its place, and a sentence that says what to do. */
export const charterOrphan = z.strictObject({ path: z.string(), count: z.int(), message: z.string() })
export type CharterOrphan = z.infer<typeof charterOrphan>
