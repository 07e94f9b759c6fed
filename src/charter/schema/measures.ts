import * as z from 'zod'
import { timeSpan } from '../../deadlines/contract.ts'
import { code, sourced } from './basics.ts'

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
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the charter's YAML, never awaited
  then: z.enum(['erase', 'anonymise', 'archive']),
  ...sourced,
})
