import * as z from 'zod'
import { caseParams, centreParams, defineRoute, done } from '../platform/http/route.ts'
import { placeRelation, topicRelation } from '../triage/contract.ts'
import { caseSummary } from './contract-list.ts'
import { registerBody } from './contract-commands.ts'

/** A case that may speak of the same problem, and by what: never joined by the machine. */
export const nearCase = z.strictObject({
  case: caseSummary,
  likeness: z.strictObject({
    /** 0 to 1; a likeness, not a probability. */
    score: z.number().min(0).max(1),
    place: placeRelation,
    topic: topicRelation,
    /** Of the words of the shorter text, how many stand in the other one. */
    sharedWords: z.int(),
    ofWords: z.int(),
    /** Whole days between the two. */
    days: z.int(),
  }),
  /** Which of the two this person may join to the other: the later one where that is possible, else the earlier, else neither. */
  joins: z.enum(['this', 'other']).nullable(),
})
export type NearCaseLine = z.infer<typeof nearCase>
const nearCases = z.strictObject({ cases: z.array(nearCase) })

/** What is typed of a new case so far. */
export const nearBody = registerBody.pick({
  channel: true,
  regime: true,
  text: true,
  topicGroup: true,
  topic: true,
  place: true,
  receivedAt: true,
})
export type NearBody = z.output<typeof nearBody>

const base = '/api/centres/:centre/cases'

export const findNearCases = defineRoute({
  method: 'POST',
  path: `${base}/near`,
  summary: 'Похожие дела для набираемого текста',
  params: centreParams,
  body: nearBody,
  response: nearCases,
})

export const readNearCases = defineRoute({
  method: 'GET',
  path: `${base}/:id/near`,
  summary: 'Похожие дела этого дела',
  params: caseParams,
  response: nearCases,
})

export const denyRepeat = defineRoute({
  method: 'POST',
  path: `${base}/:id/not-repeat`,
  summary: 'Отметить, что дела не повторяют друг друга',
  params: caseParams,
  body: z.strictObject({ other: z.uuid() }),
  response: done,
})
