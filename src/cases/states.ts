import type { Nature, Outcome, Regime } from '../charter/contract.ts'

/** Every state that a case may stand in. `forwarded`: sent to another body; `joined`: a repeat that became part of another case. */
export const caseStates = [
  'registered',
  'triaged',
  'assigned',
  'in_work',
  'in_review',
  'approved',
  'answered',
  'postponed',
  'forwarded',
  'closed',
  'joined',
] as const
export type CaseState = (typeof caseStates)[number]

/** What has become of a case: its outcome, else how it stands; `unstated` is done without an outcome. */
export const caseResults = [
  'solved',
  'explained',
  'refused',
  'forwarded',
  'unconfirmed',
  'postponed',
  'open',
  'unstated',
  'joined',
] as const
export type CaseResult = (typeof caseResults)[number]

export const resultNames: Record<CaseResult, string> = {
  solved: 'решено',
  explained: 'разъяснено',
  refused: 'отказано',
  forwarded: 'перенаправлено',
  unconfirmed: 'не подтвердилось',
  postponed: 'отложено',
  open: 'не решено, в работе',
  unstated: 'закрыто без итога',
  joined: 'присоединено',
}

/** What a person or the system may do to a case. */
export const caseCommands = [
  'qualify',
  'set-topic',
  'set-place',
  'set-gist',
  'assign',
  'take',
  'return-to-triage',
  'draft-answer',
  'submit-answer',
  'approve-answer',
  'return-answer',
  'deliver-answer',
  'extend',
  'postpone',
  'resume',
  'forward',
  'close',
  'reopen',
  'continue-appeal',
  'join',
  'note',
  'attach',
] as const
export type CaseCommand = (typeof caseCommands)[number]

export const stateNames: Record<CaseState, string> = {
  registered: 'зарегистрировано',
  triaged: 'разобрано',
  assigned: 'назначено',
  in_work: 'в работе',
  in_review: 'ответ на утверждении',
  approved: 'ответ утверждён',
  answered: 'ответ дан',
  postponed: 'отложено',
  forwarded: 'перенаправлено',
  closed: 'закрыто',
  joined: 'присоединено',
}

export const commandNames: Record<CaseCommand, string> = {
  qualify: 'Определить вид и тип',
  'set-topic': 'Определить тему',
  'set-place': 'Определить место',
  'set-gist': 'Уточнить суть',
  assign: 'Назначить исполнителя',
  take: 'Взять в работу',
  'return-to-triage': 'Вернуть: не по адресу',
  'draft-answer': 'Подготовить ответ',
  'submit-answer': 'Отправить на утверждение',
  'approve-answer': 'Утвердить ответ',
  'return-answer': 'Вернуть на доработку',
  'deliver-answer': 'Отметить отправку ответа',
  extend: 'Продлить срок',
  postpone: 'Отложить до даты',
  resume: 'Продолжить работу',
  forward: 'Перенаправить',
  close: 'Закрыть дело',
  reopen: 'Возобновить',
  'continue-appeal': 'Зарегистрировать повторное обращение',
  join: 'Присоединить как повтор',
  note: 'Оставить заметку',
  attach: 'Приложить файл',
}

type Table = Record<CaseState, readonly CaseState[]>

/** A message: its own clocks; a closed one may be taken up again. */
export const messageTransitions = {
  registered: ['triaged', 'assigned', 'in_work', 'forwarded', 'closed', 'joined'],
  triaged: ['assigned', 'in_work', 'forwarded', 'closed', 'joined'],
  assigned: ['triaged', 'assigned', 'in_work', 'forwarded', 'closed', 'joined'],
  in_work: ['triaged', 'assigned', 'in_review', 'answered', 'postponed', 'forwarded', 'closed', 'joined'],
  in_review: ['in_work', 'approved'],
  approved: ['in_work', 'answered', 'postponed'],
  answered: ['in_work', 'postponed', 'closed'],
  postponed: ['in_work', 'answered', 'closed'],
  forwarded: ['assigned', 'in_work', 'closed'],
  closed: ['in_work'],
  joined: [],
} as const satisfies Table

/** An appeal under 59-ФЗ: what is closed stays closed; the resident's next letter is a new linked appeal. */
export const appealTransitions = {
  registered: ['triaged', 'assigned', 'in_work', 'forwarded', 'joined'],
  triaged: ['assigned', 'in_work', 'forwarded', 'joined'],
  assigned: ['triaged', 'assigned', 'in_work', 'forwarded', 'joined'],
  in_work: ['triaged', 'assigned', 'in_review', 'answered', 'postponed', 'forwarded', 'joined'],
  in_review: ['in_work', 'approved'],
  approved: ['in_work', 'answered', 'postponed'],
  answered: ['in_work', 'postponed', 'closed'],
  postponed: ['in_work', 'answered'],
  forwarded: ['assigned', 'in_work', 'closed'],
  closed: [],
  joined: [],
} as const satisfies Table

/** A request for information under 8-ФЗ: answered or passed on, never postponed to a promised date. */
export const informationRequestTransitions = {
  ...appealTransitions,
  in_work: ['triaged', 'assigned', 'in_review', 'answered', 'forwarded', 'joined'],
  approved: ['in_work', 'answered'],
  answered: ['in_work', 'closed'],
  postponed: ['in_work', 'answered'],
} as const satisfies Table

/** A request of a newsroom: like a request for information; a notice of delay is an interim answer. */
export const mediaRequestTransitions = { ...informationRequestTransitions } as const satisfies Table

/** Transitions as data, one table per regime. */
export const transitions = {
  message: messageTransitions,
  appeal: appealTransitions,
  information_request: informationRequestTransitions,
  media_request: mediaRequestTransitions,
} as const satisfies Record<Regime, Table>

/** True where the regime's table leads from one state to the other. */
export function mayMove(regime: Regime, from: CaseState, to: CaseState): boolean {
  return (transitions[regime][from] as readonly CaseState[]).includes(to)
}

/** States in which nothing more is expected of us. */
export const finalStates: readonly CaseState[] = ['closed', 'joined']
/** States that a case is worked on in. */
export const openStates: readonly CaseState[] = caseStates.filter((state) => !finalStates.includes(state))

/** Natures that may be closed without an answer, by regime: thanks, an opinion or spam in a message needs none. */
export const closableWithoutAnswer: Record<Regime, readonly Nature[]> = {
  message: ['gratitude', 'opinion', 'spam'],
  appeal: [],
  information_request: [],
  media_request: [],
}

/** Outcomes that a regime may end with. */
export const outcomesOf: Record<Regime, readonly Outcome[]> = {
  message: ['solved', 'explained', 'refused', 'forwarded', 'unconfirmed'],
  appeal: ['solved', 'explained', 'refused', 'forwarded', 'unconfirmed'],
  information_request: ['solved', 'explained', 'refused', 'forwarded'],
  media_request: ['solved', 'explained', 'refused', 'forwarded'],
}
