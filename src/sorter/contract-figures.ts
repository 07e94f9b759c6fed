import * as z from 'zod'

const share = z.number().min(0).max(1)
const day = z.iso.date()

/** How a way of sorting did on cases with known topics. Shares are of 1. */
export const measures = z.strictObject({
  rows: z.int(),
  /** The first group proposed is right. */
  accuracy: share,
  /** F1 averaged over groups, each alike whether rare or frequent. */
  macroF1: share,
  /** The right group is among those proposed. */
  amongThree: share,
  /** The same of topics, over the rows whose topic is known; null where none is. */
  topicRows: z.int(),
  topicAccuracy: share.nullable(),
  topicAmongThree: share.nullable(),
  /** The share decided without a person, and how many of these are right; null where none is decided. */
  coverage: share,
  precision: share.nullable(),
})
export type Measures = z.infer<typeof measures>

/** From which sureness on answers of a label keep a precision; null: never. */
export const threshold = z.strictObject({ precision: share, least: share.nullable() })
export type Threshold = z.infer<typeof threshold>

/** One group on the cases held back: how many there were, and how many each way of sorting got right. */
export const groupFigures = z.strictObject({
  group: z.string(),
  rows: z.int(),
  right: z.int(),
  /** How often the model said this group. */
  said: z.int(),
  rightByKeywords: z.int(),
  /** Null where no model worked then. */
  rightByFormer: z.int().nullable(),
})
export type GroupFigures = z.infer<typeof groupFigures>

/** The right group and the one that the model said instead. */
export const confusion = z.strictObject({ right: z.string(), said: z.string(), rows: z.int() })

/** What is known of a model from the cases it had not seen. */
export const figures = z.strictObject({
  heldBack: z.strictObject({
    rows: z.int(),
    from: day,
    to: day,
    /** Left out because a case to learn from says nearly the same. */
    copies: z.int(),
  }),
  /** The share of right answers wanted of decisions without a person, when it learned. */
  precision: share,
  thresholds: z.strictObject({ group: z.array(threshold), topic: z.array(threshold) }),
  model: measures,
  keywords: measures,
  /** The model that worked then, by its own twin. */
  former: measures.extend({ modelId: z.uuid() }).nullable(),
  groups: z.array(groupFigures),
  confusions: z.array(confusion),
  /** Time of the processor that learning and comparing took. */
  seconds: z.number(),
})
export type Figures = z.infer<typeof figures>
