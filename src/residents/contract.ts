import * as z from 'zod'
import { caseParams, centreParams, defineRoute } from '../platform/http/route.ts'

/** Who wrote to us and how to reach them; what was not given is absent. */
export const contacts = z.strictObject({
  name: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  address: z.string().optional(),
})
export type Contacts = z.infer<typeof contacts>

/** What may be revealed of a submission: the words, who wrote them, the item exactly as it came. */
export const revealedField = z.enum(['words', 'contacts', 'raw'])
export type RevealedField = z.infer<typeof revealedField>

/** Usual purposes that a screen may offer; any other may be typed. */
export const revealPurposes = [
  'подготовка ответа',
  'уточнение у заявителя',
  'направление ответа заявителю',
  'проверка решения на месте',
  'рассмотрение жалобы',
] as const

const purpose = z.string().trim().min(5, 'укажите цель: для чего нужны данные заявителя').max(300)

export const revealedSubmission = z.strictObject({
  submissionId: z.uuid(),
  receivedAt: z.iso.datetime({ offset: true }),
  /** True when the data was destroyed by an act: nothing can be shown. */
  erased: z.boolean(),
  words: z.string().nullable(),
  contacts: contacts.nullable(),
  raw: z.string().nullable(),
})
export type RevealedSubmission = z.infer<typeof revealedSubmission>

export const reveal = defineRoute({
  method: 'POST',
  path: '/api/centres/:centre/cases/:id/reveal',
  summary: 'Show what a resident said and who they are; the look is written into the read log',
  params: caseParams,
  body: z.strictObject({ fields: z.array(revealedField).min(1), purpose }),
  response: z.strictObject({ submissions: z.array(revealedSubmission) }),
})

export const findByContact = defineRoute({
  method: 'POST',
  path: '/api/centres/:centre/residents/find',
  summary: 'Find a resident’s own cases by their phone, e-mail or surname, to serve them',
  params: centreParams,
  body: z
    .strictObject({
      phone: z.string().max(40).optional(),
      email: z.string().max(200).optional(),
      surname: z.string().max(100).optional(),
      purpose,
    })
    .refine((given) => given.phone || given.email || given.surname, 'укажите телефон, почту или фамилию'),
  response: z.strictObject({
    cases: z.array(
      z.strictObject({ caseId: z.uuid(), number: z.string(), gist: z.string(), state: z.string() }),
    ),
    /** True when there are more than are shown: ask for a phone or an e-mail. */
    more: z.boolean(),
  }),
})

export const erasureAct = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  at: z.iso.datetime({ offset: true }),
  actor: z.string(),
  ground: z.string(),
  submissionIds: z.array(z.uuid()),
})
export type ErasureAct = z.infer<typeof erasureAct>

export const eraseCase = defineRoute({
  method: 'POST',
  path: '/api/centres/:centre/cases/:id/erasure',
  summary: 'Destroy the personal data of a case for good and write the act',
  params: caseParams,
  body: z.strictObject({ ground: z.string().trim().min(5, 'укажите основание уничтожения').max(500) }),
  response: erasureAct,
})
export const listErasures = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/erasures',
  summary: 'Acts of destruction of personal data, newest first',
  params: centreParams,
  response: z.strictObject({ acts: z.array(erasureAct) }),
})
