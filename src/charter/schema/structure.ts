import * as z from 'zod'
import { permissionCodes } from '../permissions.ts'
import { organisationKind } from '../vocabulary.ts'
import { code, sourced } from './basics.ts'

/** What a position of the centre does; several people may hold it. */
export const role = z.strictObject({
  code,
  name: z.string().min(1),
  permissions: z.array(z.enum(permissionCodes)),
  /** `own`: sees and works on own cases and those of the own block; `centre`: on all. */
  reach: z.enum(['centre', 'block', 'own']).default('centre'),
  /** Whoever has the role signs in with a code of an authenticator besides the password. */
  secondFactor: z.boolean().default(false),
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
  kind: organisationKind,
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
