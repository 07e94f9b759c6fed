import * as z from 'zod'
import { caseParams, centreParams, defineRoute } from '../platform/http/route.ts'
import { confusion, figures, groupFigures } from './contract-figures.ts'

export * from './contract-figures.ts'

const moment = z.iso.datetime({ offset: true })
const day = z.iso.date()
const base = '/api/centres/:centre/sorter'

/** By what a candidate is worse than what works now; shares of 1. */
export const shortfall = z.strictObject({
  measure: z.enum(['accuracy', 'topicAccuracy', 'coverage']),
  is: z.number(),
  was: z.number(),
})

/** A model in a line of the list. */
export const modelLine = z.strictObject({
  id: z.uuid(),
  state: z.enum(['candidate', 'live', 'retired', 'declined']),
  learnedAt: moment,
  cases: z.int(),
  from: day,
  to: day,
  accuracy: z.number(),
  coverage: z.number(),
  /** Bytes of the model. */
  size: z.int(),
  liveAt: moment.nullable(),
  liveBy: z.string().nullable(),
  retiredAt: moment.nullable(),
})
export type ModelLine = z.infer<typeof modelLine>

/** A model with all that the cases held back showed of it; groups with the names of the charter in force. */
export const modelCard = modelLine.extend({
  figures: figures.omit({ groups: true, confusions: true, thresholds: true }).extend({
    groups: z.array(
      groupFigures.extend({
        name: z.string(),
        /** The worklist's address after `?`: cases of the group in the days held back. */
        open: z.string(),
      }),
    ),
    confusions: z.array(confusion.extend({ rightName: z.string(), saidName: z.string() })),
  }),
  shortfalls: z.array(shortfall),
  /** False where something else works now than what it was compared with. */
  isComparedWithPresent: z.boolean(),
})
export type ModelCard = z.infer<typeof modelCard>

/** The last training, or the one in hand. */
export const training = z.strictObject({
  id: z.uuid(),
  state: z.enum(['waiting', 'running', 'done', 'refused', 'failed']),
  cause: z.enum(['person', 'corrections']),
  askedAt: moment,
  askedBy: z.string(),
  beginsAt: moment,
  endedAt: moment.nullable(),
  step: z.enum(['learning', 'comparing', 'learning-all']).nullable(),
  /** Why nothing was learned, in a Russian sentence. */
  why: z.string().nullable(),
})
export type Training = z.infer<typeof training>

/** Everything that the screen of sorting shows. */
export const sorterState = z.strictObject({
  /** The model at work; null: keywords alone. */
  live: modelCard.nullable(),
  candidate: modelCard.nullable(),
  /** The model that «вернуть прежнюю» brings back. */
  former: modelLine.nullable(),
  models: z.array(modelLine),
  training: training.nullable(),
  /** True where a model is at work that this program cannot read: keywords sort in its place. */
  isUnreadable: z.boolean(),
  history: z.strictObject({
    /** Cases to learn from, up to the most that are taken. */
    labelled: z.int(),
    /** Corrections of topics since the last training, up to a thousand. */
    corrections: z.int(),
  }),
  /** What the charter wants of learning. */
  rules: z.strictObject({
    leastCases: z.int(),
    precision: z.number(),
    afterCorrections: z.int(),
    nightAt: z.string(),
    goesLiveAlone: z.boolean(),
  }),
})
export type SorterState = z.infer<typeof sorterState>

export const readSorterRoute = defineRoute({
  method: 'GET',
  path: base,
  summary: 'Сортировка: что работает, что обучено, как измерено',
  params: centreParams,
  response: sorterState,
})

export const askTrainingRoute = defineRoute({
  method: 'POST',
  path: `${base}/trainings`,
  summary: 'Обучить сортировку на делах центра',
  params: centreParams,
  response: sorterState,
})

/** Refuses with `worse` and `{ shortfalls }`, or `compared-with-other`. */
export const goLiveRoute = defineRoute({
  method: 'POST',
  path: `${base}/models/:id/live`,
  summary: 'Ввести обученную модель в работу',
  params: caseParams,
  response: sorterState,
})

export const goBackRoute = defineRoute({
  method: 'POST',
  path: `${base}/back`,
  summary: 'Вернуть прежнюю модель или сортировку по словам',
  params: centreParams,
  body: z.strictObject({ to: z.enum(['former', 'keywords']) }),
  response: sorterState,
})
