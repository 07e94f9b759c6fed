import * as z from 'zod'
import { caseParams, centreParams, defineRoute } from '../platform/http/route.ts'
import { baseMapActions } from './actions/base-map.ts'
import { caseActions } from './actions/cases.ts'
import { importActions } from './actions/imports.ts'
import { insightActions } from './actions/insight.ts'
import { installationActions, peopleActions } from './actions/people.ts'
import { reportActions } from './actions/reports.ts'
import { residentActions } from './actions/residents.ts'
import { sorterActions } from './actions/sorter.ts'

/** The closed list of what a centre's journal can tell: each action with its Russian name and the shape of its data. */
export const actionShapes = {
  ...peopleActions,
  ...residentActions,
  ...caseActions,
  ...importActions,
  ...baseMapActions,
  ...insightActions,
  ...reportActions,
  ...sorterActions,
}
/** The same for the installation's journal. */
export const installationActionShapes = installationActions

export type Action = keyof typeof actionShapes
export type InstallationAction = keyof typeof installationActionShapes
export type ActionData<A extends Action> = z.input<(typeof actionShapes)[A]['data']>
export type InstallationActionData<A extends InstallationAction> = z.input<
  (typeof installationActionShapes)[A]['data']
>

const moment = z.iso.datetime({ offset: true })
const page = {
  /** Id of the last entry seen: the page goes on from it to older ones. */
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
}
const period = { from: moment.optional(), to: moment.optional() }

export const journalEntry = z.strictObject({
  id: z.uuid(),
  at: moment,
  actorId: z.uuid().nullable(),
  actor: z.string(),
  action: z.string(),
  /** The action in Russian. */
  actionName: z.string(),
  caseId: z.uuid().nullable(),
  caseNumber: z.string().nullable(),
  partId: z.uuid().nullable(),
  data: z.record(z.string(), z.unknown()),
  reason: z.string().nullable(),
})
export type JournalEntry = z.infer<typeof journalEntry>

export const readLogEntry = z.strictObject({
  id: z.uuid(),
  at: moment,
  actorId: z.uuid(),
  actor: z.string(),
  caseId: z.uuid().nullable(),
  caseNumber: z.string().nullable(),
  submissionId: z.uuid().nullable(),
  fields: z.array(z.string()),
  purpose: z.string(),
})
export type ReadLogEntry = z.infer<typeof readLogEntry>

const journalFilter = z.object({
  ...page,
  ...period,
  actorId: z.uuid().optional(),
  action: z.string().optional(),
  caseId: z.uuid().optional(),
})
const readLogFilter = z.object({
  ...page,
  ...period,
  actorId: z.uuid().optional(),
  caseId: z.uuid().optional(),
})
const installationFilter = z.object({ ...page, ...period, action: z.string().optional() })
export type JournalFilter = z.output<typeof journalFilter>
export type ReadLogFilter = z.output<typeof readLogFilter>
export type InstallationFilter = z.output<typeof installationFilter>

const pageOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.strictObject({ entries: z.array(entry), nextCursor: z.uuid().nullable() })

export const readJournal = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/journal',
  summary: 'The journal of actions, newest first',
  params: centreParams,
  query: journalFilter,
  response: pageOf(journalEntry),
})
export const readCaseReadLog = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/cases/:id/read-log',
  summary: 'Who looked at the personal data of a case',
  params: caseParams,
  query: z.object(page),
  response: pageOf(readLogEntry),
})
export const readReadLog = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/read-log',
  summary: 'Who looked at personal data and why, newest first',
  params: centreParams,
  query: readLogFilter,
  response: pageOf(readLogEntry),
})
export const installationEntry = journalEntry.omit({
  actorId: true,
  caseId: true,
  caseNumber: true,
  partId: true,
  reason: true,
})
export type InstallationEntry = z.infer<typeof installationEntry>
export const readInstallationJournal = defineRoute({
  method: 'GET',
  path: '/api/installation/journal',
  summary: 'What was done above the centres, newest first',
  query: installationFilter,
  response: pageOf(installationEntry),
  access: 'installation',
})
