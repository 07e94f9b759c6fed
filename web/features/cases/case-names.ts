import {
  type CaseCommand,
  type CaseResult,
  type CaseState,
  commandNames,
  resultNames,
  stateNames,
} from '../../../src/cases/states.ts'
import {
  channelNames,
  type Nature,
  natureNames,
  type OrganisationKind,
  organisationKindNames,
  type Outcome,
  outcomeNames,
  type Regime,
  regimeNames,
  subtypeNames,
} from '../../../src/charter/vocabulary.ts'
import { prefixed } from '../../ui/prefixed.ts'
import { defineWords } from '../../ui/words.ts'

const states: Record<CaseState, string> = {
  registered: 'registered',
  triaged: 'triaged',
  assigned: 'assigned',
  in_work: 'in work',
  in_review: 'answer in review',
  approved: 'answer approved',
  answered: 'answered',
  postponed: 'postponed',
  forwarded: 'forwarded',
  closed: 'closed',
  joined: 'joined',
}
const commands: Record<CaseCommand, string> = {
  qualify: 'Set regime and nature',
  'set-topic': 'Set the topic',
  'set-place': 'Set the place',
  'set-gist': 'Clarify the gist',
  assign: 'Assign',
  take: 'Take into work',
  'return-to-triage': 'Return: wrong addressee',
  'draft-answer': 'Draft an answer',
  'submit-answer': 'Send for approval',
  'approve-answer': 'Approve the answer',
  'return-answer': 'Return for rework',
  'deliver-answer': 'Mark the answer as sent',
  extend: 'Extend the deadline',
  postpone: 'Postpone to a date',
  resume: 'Resume work',
  forward: 'Forward',
  close: 'Close the case',
  reopen: 'Reopen',
  'continue-appeal': 'Register a repeated appeal',
  join: 'Join as a repeat',
  note: 'Leave a note',
  attach: 'Attach a file',
}
const regimes: Record<Regime, string> = {
  message: 'message',
  appeal: 'appeal (law 59-FZ)',
  information_request: 'information request (law 8-FZ)',
  media_request: 'media request',
}
const natures: Record<Nature, string> = {
  solvable: 'solvable',
  consultation: 'consultation',
  gratitude: 'gratitude',
  opinion: 'opinion',
  spam: 'spam',
}
const outcomes: Record<Outcome, string> = {
  solved: 'solved',
  explained: 'explained',
  refused: 'refused',
  forwarded: 'forwarded',
  unconfirmed: 'unconfirmed',
}
const results: Record<CaseResult, string> = {
  ...outcomes,
  postponed: 'postponed',
  open: 'not solved, in work',
  unstated: 'closed without an outcome',
  joined: 'joined',
}
const subtypes = { proposal: 'proposal', statement: 'statement', complaint: 'complaint' }
const organisationKinds: Record<OrganisationKind, string> = {
  administration: 'administration',
  unit: 'unit',
  institution: 'institution',
  settlement: 'settlement',
  contractor: 'contractor',
  outside: 'outside organisation',
}

/** Names of the closed sets of a case, Russian from the contracts. */
export const caseNames = defineWords(
  {
    ...prefixed('state', stateNames),
    ...prefixed('command', commandNames),
    ...prefixed('regime', regimeNames),
    ...prefixed('nature', natureNames),
    ...prefixed('outcome', outcomeNames),
    ...prefixed('channel', channelNames),
    ...prefixed('subtype', subtypeNames),
    ...prefixed('result', resultNames),
    ...prefixed('organisationKind', organisationKindNames),
  },
  {
    ...prefixed('state', states),
    ...prefixed('command', commands),
    ...prefixed('regime', regimes),
    ...prefixed('nature', natures),
    ...prefixed('outcome', outcomes),
    ...prefixed('channel', {
      pos: 'POS',
      incident: 'Incident Management',
      vk: 'VK',
      ok: 'OK',
      telegram: 'Telegram',
      max: 'MAX',
      instagram: 'Instagram',
      reception: 'web reception',
      email: 'e-mail',
      call112: 'call 112',
      phone: 'telephone',
      paper: 'letter',
      personal: 'personal reception',
      open311: 'Open311',
    }),
    ...prefixed('subtype', subtypes),
    ...prefixed('result', results),
    ...prefixed('organisationKind', organisationKinds),
  },
)
