import * as z from 'zod'
import { timeSpan } from '../../deadlines/contract.ts'
import { channel, nature, regime } from '../vocabulary.ts'
import { code, sourced } from './basics.ts'

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
  /** Types of calls that become cases, as the register of calls writes them; the others are only counted. Left out: all become cases. */
  cases: z.array(z.string().min(1)).optional(),
  note: z.string().optional(),
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
