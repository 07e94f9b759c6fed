import * as z from 'zod'
import { appealSubtype, channel, nature, outcome, regime } from '../charter/contract.ts'
import { caseState, moment, plainDay } from './contract-list.ts'
import { proposalData } from './contract-card.ts'

/** The revision of the case that the person saw; another one in the database is a conflict. */
const seen = { revision: z.int().positive() }
const reason = z
  .string()
  .trim()
  .min(3, 'Укажите причину, хотя бы несколько слов.')
  .max(1000, 'Причина не длиннее 1000 знаков.')
const words = z.string().trim().min(1, 'Напишите текст.').max(20_000, 'Текст не длиннее 20 000 знаков.')
const code = z.string().min(1).max(100)
const line = z.string().trim().max(300)

export const contacts = z.strictObject({
  name: line.optional(),
  phone: line.optional(),
  email: line.optional(),
  address: line.optional(),
})

const place = {
  settlement: code.nullable(),
  street: line.nullable().default(null),
  house: z.string().trim().max(40).nullable().default(null),
  lat: z.number().min(-90).max(90).nullable().default(null),
  lon: z.number().min(-180).max(180).nullable().default(null),
}

/** «Новое обращение»: what is left out is proposed by the machine. `receivedAt` defaults to now. */
export const registerBody = z.strictObject({
  channel,
  network: line.optional(),
  regime: regime.optional(),
  subtype: appealSubtype.optional(),
  nature: nature.optional(),
  receivedAt: moment.optional(),
  text: words,
  contacts: contacts.optional(),
  topicGroup: code.optional(),
  topic: code.optional(),
  place: z.strictObject(place).optional(),
  organisation: code.optional(),
  sectorBlock: code.optional(),
  assigneeId: z.uuid().optional(),
  emergency: z.boolean().optional(),
  externalNumber: z.string().trim().max(100).optional(),
  /** The open case that this is a repeat of: registered with a number of its own and joined at once. */
  into: z.uuid().optional(),
})
export type RegisterBody = z.output<typeof registerBody>

/** What the machine would propose for a text, before anything is registered. */
export const suggestBody = z.strictObject({ text: words, channel })
export const suggestion = proposalData

/** Bodies of the commands, by command; each is `POST /cases/:id/<command>`. */
export const commandBodies = {
  /** A change of regime gives a new number of the other series; the former one is kept. It needs a reason. */
  qualify: z.strictObject({
    ...seen,
    regime: regime.optional(),
    subtype: appealSubtype.nullable().optional(),
    nature: nature.optional(),
    reason: reason.optional(),
  }),
  'set-topic': z.strictObject({
    ...seen,
    topicGroup: code,
    topic: code.nullable().default(null),
    emergency: z.boolean().optional(),
  }),
  'set-place': z.strictObject({ ...seen, ...place }),
  /** Personal data in the words is masked before they are kept. */
  'set-gist': z.strictObject({
    ...seen,
    gist: z
      .string()
      .trim()
      .min(3, 'Напишите суть хотя бы несколькими словами.')
      .max(300, 'Суть не длиннее 300 знаков.'),
  }),
  /** What is left out stays; null clears. */
  assign: z.strictObject({
    ...seen,
    organisation: code.nullable().optional(),
    sectorBlock: code.nullable().optional(),
    assigneeId: z.uuid().nullable().optional(),
    reason: reason.optional(),
  }),
  take: z.strictObject({ ...seen }),
  'return-to-triage': z.strictObject({ ...seen, reason }),
  /** Without `answerId` a new draft is begun; with it the draft is changed. */
  'draft-answer': z.strictObject({
    ...seen,
    answerId: z.uuid().optional(),
    kind: z.enum(['interim', 'final']).default('final'),
    text: words,
    outcome: outcome.optional(),
    promisedOn: plainDay.optional(),
  }),
  'submit-answer': z.strictObject({ ...seen, answerId: z.uuid() }),
  'approve-answer': z.strictObject({ ...seen, answerId: z.uuid() }),
  'return-answer': z.strictObject({ ...seen, answerId: z.uuid(), remarks: reason }),
  /** How and when the answer reached the resident; `at` defaults to now. */
  'deliver-answer': z.strictObject({
    ...seen,
    answerId: z.uuid(),
    delivery: z.enum(['sent', 'published']),
    note: line.optional(),
    at: moment.optional(),
  }),
  extend: z.strictObject({ ...seen, deadlineId: z.uuid(), days: z.int().positive().max(365), reason }),
  postpone: z.strictObject({ ...seen, until: plainDay, reason }),
  resume: z.strictObject({ ...seen }),
  forward: z.strictObject({
    ...seen,
    /** An organisation of the charter by code, or `body` in words: another body of power. */
    organisation: code.optional(),
    body: line.optional(),
    reason,
  }),
  close: z.strictObject({ ...seen, outcome: outcome.optional(), reason: reason.optional() }),
  reopen: z.strictObject({ ...seen, reason }),
  /** A new appeal of the same resident on the same matter; linked to the closed one, with its own number and clocks. */
  'continue-appeal': z.strictObject({
    ...seen,
    text: words,
    channel,
    receivedAt: moment.optional(),
    contacts: contacts.optional(),
    /** That of the closed appeal where nothing else is said. */
    subtype: appealSubtype.optional(),
  }),
  /** This case becomes a repeat of the other one. */
  join: z.strictObject({ ...seen, into: z.uuid(), reason: reason.optional() }),
  note: z.strictObject({ text: words }),
} as const
export type CommandBodies = typeof commandBodies
export type BodyOf<C extends keyof CommandBodies> = z.output<CommandBodies[C]>

/** What a command answers: how the case stands now. `id` is the new case's for `continue-appeal`. */
export const caseOutcome = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  state: caseState,
  revision: z.int(),
  /** The answer, note or attachment that the command made or changed. */
  madeId: z.uuid().nullable(),
})
export type CaseOutcome = z.infer<typeof caseOutcome>
