import type { CaseCommand } from '../../../../src/cases/states.ts'
import { prefixed } from '../../../ui/prefixed.ts'
import { defineWords } from '../../../ui/words.ts'

type Told = Record<Exclude<CaseCommand, 'draft-answer' | 'attach'>, string>

const ru: Told = {
  qualify: 'вид и тип определены',
  'set-topic': 'тема определена',
  'set-place': 'место определено',
  'set-gist': 'суть уточнена',
  assign: 'назначено',
  take: 'взято в работу',
  'return-to-triage': 'возвращено на разбор',
  'submit-answer': 'ответ отправлен на утверждение',
  'approve-answer': 'ответ утверждён',
  'return-answer': 'ответ возвращён на доработку',
  'deliver-answer': 'отправка ответа отмечена',
  extend: 'срок продлён',
  postpone: 'отложено',
  resume: 'работа продолжена',
  forward: 'перенаправлено',
  close: 'дело закрыто',
  reopen: 'дело возобновлено',
  'continue-appeal': 'зарегистрировано повторное обращение',
  join: 'присоединено как повтор',
  note: 'заметка оставлена',
}
const en: Told = {
  qualify: 'regime and nature set',
  'set-topic': 'topic set',
  'set-place': 'place set',
  'set-gist': 'gist made clearer',
  assign: 'assigned',
  take: 'taken into work',
  'return-to-triage': 'returned for triage',
  'submit-answer': 'answer sent for approval',
  'approve-answer': 'answer approved',
  'return-answer': 'answer returned for rework',
  'deliver-answer': 'answer marked as sent',
  extend: 'deadline extended',
  postpone: 'postponed',
  resume: 'work resumed',
  forward: 'forwarded',
  close: 'case closed',
  reopen: 'case reopened',
  'continue-appeal': 'repeated appeal registered',
  join: 'joined as a repeat',
  note: 'note left',
}

/** What was done to a case, told in the notice after a command. */
export const doneWords = defineWords(
  { told: '{number}: {deed}.', ...prefixed('done', ru) },
  { told: '{number}: {deed}.', ...prefixed('done', en) },
)
