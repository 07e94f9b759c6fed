import * as z from 'zod'
import { timeSpan } from '../../deadlines/contract.ts'
import { channel, nature, regime } from '../vocabulary.ts'
import { code, sourced } from './basics.ts'

/** How sorting learns from the centre's own history. */
export const learning = z.strictObject({
  /** Cases with a topic from people without which no model is learned. */
  leastCases: z.int().min(100).default(300),
  /** Share of right answers, 0–1, that decisions of a model without a person must keep. */
  precision: z.number().min(0.8).max(0.999).default(0.95),
  /** Corrections of topics after which a model is learned anew by night; 0: only by hand. */
  afterCorrections: z.int().min(0).default(50),
  /** Hour of the centre's clock at which a model learns by itself, e.g. 02:00. */
  nightAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'время пишется как 02:00')
    .default('02:00'),
  /** A learned model that is no worse than what works now goes to work by itself. */
  goesLiveAlone: z.boolean().default(false),
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
  learning: learning.prefault({}),
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
  /** Types of calls that become cases, as the register of calls writes them; the others are only counted. Left out: all become cases. */
  cases: z.array(z.string().min(1)).optional(),
  note: z.string().optional(),
  ...sourced,
})

/** Near repeats: within how many days of one another two cases may speak of one problem. */
export const repeatSettings = z.strictObject({
  withinDays: z.int().min(1).max(366).default(60),
  ...sourced,
})

/** Number pattern: {year}, {yy}, {n}, {n:5} (least width; grows past it), {prefix}; a gapless series per regime and year. */
export const numbering = z.strictObject({
  pattern: z.string().includes('{n'),
  prefix: z.string().default(''),
  ...sourced,
})

export const fastTrackRule = z.strictObject({
  code,
  topics: z.array(z.string()).default([]),
  topicGroups: z.array(z.string()).default([]),
  limit: timeSpan,
  organisation: code.optional(),
  steps: z.array(z.string()).default([]),
  ...sourced,
})

/** How an answer is approved: by whom, and whether the author may approve it. */
export const approvalRule = z.strictObject({
  regime: regime.optional(),
  by: z.array(code).min(1),
  fourEyes: z.boolean().default(true),
  ...sourced,
})
