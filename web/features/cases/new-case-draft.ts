import type * as z from 'zod'
import type { CaseReference, NearBody, ProposalData, registerBody } from '../../../src/cases/contract.ts'
import type { Channel, Regime } from '../../../src/charter/vocabulary.ts'
import type { When } from '../../ui/when.ts'
import { type Place, placeBody } from './commands/place-form.tsx'
import type { TopicChoice } from './commands/topic-select.tsx'

type Body = z.input<typeof registerBody>

/** What is typed on the screen «Новое обращение»; empty fields are left to the machine. */
export type CaseDraft = {
  channel: Channel | null
  receivedAt: string
  externalNumber: string
  text: string
  contacts: { name: string; phone: string; email: string; address: string }
  regime: Regime | null
  subtype: Body['subtype'] | null
  topic: TopicChoice | null
  place: Place
  organisation: string | null
  assigneeId: string | null
  emergency: boolean
}

export const emptyDraft: CaseDraft = {
  channel: null,
  receivedAt: '',
  externalNumber: '',
  text: '',
  contacts: { name: '', phone: '', email: '', address: '' },
  regime: null,
  subtype: null,
  topic: null,
  place: { settlement: null, street: '', house: '' },
  organisation: null,
  assigneeId: null,
  emergency: false,
}

/** Only what was filled in, of an object of words. */
function filled<Words extends Record<string, string>>(words: Words): Partial<Words> {
  return Object.fromEntries(Object.entries(words).filter(([, word]) => word.trim() !== '')) as Partial<Words>
}

/** True where the draft will be an appeal, chosen so or by its channel: an appeal names its subtype. */
export function needsSubtype(reference: CaseReference, draft: CaseDraft): boolean {
  const byChannel = draft.channel === null ? undefined : reference.regimeOfChannel[draft.channel]
  return (draft.regime ?? byChannel) === 'appeal' && reference.appealSubtypes.length > 0
}

/** What is still needed before a draft may be registered. */
export function missingOf(reference: CaseReference, draft: CaseDraft): ('channel' | 'text' | 'subtype')[] {
  return [
    ...(draft.channel === null ? (['channel'] as const) : []),
    ...(draft.text.trim() === '' ? (['text'] as const) : []),
    ...(needsSubtype(reference, draft) && !draft.subtype ? (['subtype'] as const) : []),
  ]
}

/** The draft as the route takes it, or null while something needed is missing. */
export function registerBodyOf(reference: CaseReference, draft: CaseDraft, when: When): Body | null {
  const { channel, text } = draft
  if (channel === null || missingOf(reference, draft).length > 0) return null
  const contacts = filled(draft.contacts)
  const place = placeBody(draft.place)
  const isPlaced = place.settlement !== null || place.street !== null || place.house !== null
  return {
    channel,
    text,
    ...filled({ externalNumber: draft.externalNumber }),
    ...(draft.receivedAt === '' ? {} : { receivedAt: when.instantOf(draft.receivedAt) }),
    ...(Object.keys(contacts).length === 0 ? {} : { contacts }),
    ...(draft.regime === null ? {} : { regime: draft.regime }),
    ...(draft.subtype ? { subtype: draft.subtype } : {}),
    ...(draft.topic === null
      ? {}
      : {
          topicGroup: draft.topic.topicGroup,
          ...(draft.topic.topic === null ? {} : { topic: draft.topic.topic }),
        }),
    ...(isPlaced ? { place } : {}),
    ...(draft.organisation === null ? {} : { organisation: draft.organisation }),
    ...(draft.assigneeId === null ? {} : { assigneeId: draft.assigneeId }),
    ...(draft.emergency ? { emergency: true } : {}),
  }
}

/** True where the machine has nothing to say of a text. */
export function isSilent(proposal: ProposalData): boolean {
  return proposal.topics.length === 0 && proposal.place === null && (proposal.routing?.rule ?? null) === null
}

/** What of a draft near cases are looked for by. */
export function nearBodyOf({ channel, regime, text, topicGroup, topic, place, receivedAt }: Body): NearBody {
  return { channel, regime, text, topicGroup, topic, place: place as NearBody['place'], receivedAt }
}
