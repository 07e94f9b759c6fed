import * as z from 'zod'
import { answerLine } from '../answers/contract.ts'
import { outcome } from '../charter/contract.ts'
import { deadlineStep, timeUnit } from '../deadlines/contract.ts'
import { natureProposal, placeProposal, routingDecision, topicCandidate } from '../triage/contract.ts'
import { caseState, caseSummary, dueStatus, moment, named, plainDay } from './contract-list.ts'
import { caseCommands } from './states.ts'

/** What the machine proposed for a case and why. */
export const proposalData = z.strictObject({
  topics: z.array(topicCandidate).max(3),
  /** False where the machine was sure of the group alone and left its topic to a person. */
  topicDecided: z.boolean().optional(),
  place: placeProposal.nullable(),
  routing: routingDecision.nullable(),
  nature: natureProposal.nullable(),
})
export type ProposalData = z.infer<typeof proposalData>

/** An inbound item of the case: words are masked here, full words and contacts only by `resident.reveal`. */
export const submissionLine = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['first', 'repeat', 'addition']),
  channel: z.string(),
  network: z.string().nullable(),
  source: z.string().nullable(),
  externalId: z.string().nullable(),
  receivedAt: moment,
  maskedText: z.string(),
  hasContacts: z.boolean(),
  erasedAt: moment.nullable(),
})

export const partLine = z.strictObject({
  id: z.uuid(),
  ordinal: z.int(),
  question: z.string(),
  state: caseState,
  organisation: named.nullable(),
  sectorBlock: named.nullable(),
  assignee: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  outcome: outcome.nullable(),
})

/** A deadline with the way it was found; `legalOn` is null where no law sets it. */
export const deadlineLine = z.strictObject({
  id: z.uuid(),
  partId: z.uuid().nullable(),
  clock: z.string(),
  norm: z.string(),
  name: z.string(),
  basis: z.string().nullable(),
  amount: z.number(),
  unit: timeUnit,
  startedAt: moment,
  dueAt: moment,
  legalOn: plainDay.nullable(),
  controlOn: plainDay,
  provisional: z.boolean(),
  state: z.enum(['running', 'paused', 'met', 'missed', 'cancelled']),
  status: dueStatus,
  stoppedAt: moment.nullable(),
  steps: z.array(deadlineStep),
  pauses: z.array(z.strictObject({ from: z.string(), to: z.string().nullable(), why: z.string() })),
  extensions: z.array(z.strictObject({ days: z.number(), at: z.string(), why: z.string() })),
  /** How much may still be added by extensions; 0 when none. */
  mayExtendBy: z.number(),
})

/** A command with the reason why not, when it is not for this person or this state. */
export const allowedCommand = z.strictObject({
  command: z.enum(caseCommands),
  allowed: z.boolean(),
  why: z.string().nullable(),
})
export type AllowedCommand = z.infer<typeof allowedCommand>

export const attachmentLine = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  addedBy: z.string(),
  addedAt: moment,
})

const linkedCase = z.strictObject({ id: z.uuid(), number: z.string(), state: caseState })

/** Everything that the case screen shows. */
export const caseCard = z.strictObject({
  ...caseSummary.shape,
  answeredAt: moment.nullable(),
  externalUrl: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  charterEdition: z.int(),
  updatedAt: moment,
  formerNumbers: z.array(z.string()),
  joinedInto: linkedCase.nullable(),
  continues: linkedCase.nullable(),
  continuedBy: z.array(linkedCase),
  submissions: z.array(submissionLine),
  parts: z.array(partLine),
  answers: z.array(answerLine),
  deadlines: z.array(deadlineLine),
  proposal: z
    .strictObject({ sorter: z.string(), at: moment, decided: z.boolean(), data: proposalData })
    .nullable(),
  attachments: z.array(attachmentLine),
  notes: z.array(
    z.strictObject({ id: z.uuid(), author: z.string(), at: moment, text: z.string().nullable() }),
  ),
  sources: z.array(
    z.strictObject({
      source: z.string(),
      at: moment,
      data: z.record(z.string(), z.unknown()),
      conflicts: z.array(
        z.strictObject({ field: z.string(), ours: z.unknown(), theirs: z.unknown(), at: z.string() }),
      ),
    }),
  ),
  allowed: z.array(allowedCommand),
})
export { answerLine }
export type CaseCard = z.infer<typeof caseCard>

/** One entry of the case's history; `data` holds codes, ids and dates, never a resident's words. */
export const caseJournalEntry = z.strictObject({
  id: z.uuid(),
  at: moment,
  actorId: z.uuid().nullable(),
  actor: z.string(),
  action: z.string(),
  /** The action in Russian, e.g. «назначен исполнитель». */
  title: z.string(),
  /** What changed, a Russian line each, e.g. «Тема: нет → Ямы на дорогах». */
  details: z.array(z.string()),
  data: z.record(z.string(), z.unknown()),
  reason: z.string().nullable(),
})
export const caseJournal = z.strictObject({ entries: z.array(caseJournalEntry) })
export type CaseJournalEntry = z.infer<typeof caseJournalEntry>

/**
 * News of the stream: `id` is the journal entry's id; ask again from it and nothing is lost (some may come twice).
 * `kind` is the journal's action; `many` with `caseId` null stands for a batch: fetch the list anew.
 */
export const caseNews = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  rev: z.int(),
  caseId: z.uuid().nullable(),
})
export type CaseNews = z.infer<typeof caseNews>
