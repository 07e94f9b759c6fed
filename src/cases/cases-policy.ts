import type { Permission, Regime } from '../charter/contract.ts'
import type { Charter } from '../charter/contract.ts'
import type { Actor } from '../people/index.ts'
import type { CaseRow } from './case-row.ts'
import {
  type CaseCommand,
  caseCommands,
  closableWithoutAnswer,
  finalStates,
  mayMove,
  stateNames,
  type CaseState,
} from './states.ts'

/** What a decision about a command needs to know of a case. */
export type CaseFacts = Pick<
  CaseRow,
  'regime' | 'state' | 'nature' | 'answered_at' | 'assignee_id' | 'sector_block' | 'subtype' | 'topic_group'
> & {
  /** The author of the answer that stands in review; undefined when none does, null when the system wrote it. */
  reviewAuthorId?: string | null | undefined
  /** A running clock may still be extended. */
  extendable?: boolean
}

/** How far a person sees: every case of the centre, those of the own block and own ones, or own ones only. */
export function reachOf(actor: Actor): 'centre' | 'block' | 'own' | 'nothing' {
  if (actor.permissions.has('case.read')) return actor.reach
  if (!actor.permissions.has('case.read-own')) return 'nothing'
  return actor.reach === 'own' ? 'own' : 'block'
}

/** True where a person may see the case: their reach covers it. */
export function reaches(actor: Actor, facts: Pick<CaseRow, 'assignee_id' | 'sector_block'>): boolean {
  const reach = reachOf(actor)
  if (reach === 'centre') return true
  if (reach === 'nothing') return false
  if (actor.staffId !== null && facts.assignee_id === actor.staffId) return true
  return reach === 'block' && actor.sectorBlock !== null && facts.sector_block === actor.sectorBlock
}

/** The permission that each command asks for. */
export const permissionOf: Record<CaseCommand, Permission> = {
  qualify: 'case.qualify',
  'set-topic': 'case.set-topic',
  'set-place': 'case.set-topic',
  'set-gist': 'case.set-topic',
  assign: 'case.assign',
  take: 'case.take',
  'return-to-triage': 'case.take',
  'draft-answer': 'case.draft',
  'submit-answer': 'case.draft',
  'approve-answer': 'case.approve',
  'return-answer': 'case.approve',
  'deliver-answer': 'case.deliver',
  extend: 'case.approve',
  postpone: 'case.postpone',
  resume: 'case.postpone',
  forward: 'case.forward',
  close: 'case.close',
  reopen: 'case.reopen',
  'continue-appeal': 'case.register',
  join: 'case.join',
  note: 'case.note',
  attach: 'case.note',
}

/** What a person who lacks the permission is told not to be allowed: «Ваша роль не позволяет …». */
const deeds: Record<CaseCommand, string> = {
  qualify: 'определять вид и тип',
  'set-topic': 'определять тему',
  'set-place': 'определять место',
  'set-gist': 'уточнять суть',
  assign: 'назначать исполнителя',
  take: 'брать в работу',
  'return-to-triage': 'возвращать дело на разбор',
  'draft-answer': 'готовить ответ',
  'submit-answer': 'отправлять ответ на утверждение',
  'approve-answer': 'утверждать ответ',
  'return-answer': 'возвращать ответ на доработку',
  'deliver-answer': 'отмечать отправку ответа',
  extend: 'продлевать срок',
  postpone: 'откладывать решение до даты',
  resume: 'продолжать работу по отложенному',
  forward: 'перенаправлять в другой орган',
  close: 'закрывать дело',
  reopen: 'возобновлять дело',
  'continue-appeal': 'регистрировать повторное обращение',
  join: 'присоединять повторы',
  note: 'оставлять заметки',
  attach: 'прикладывать файлы',
}

/** The state that a command leads to, where it always leads to one. */
const leadsTo: Partial<Record<CaseCommand, CaseState>> = {
  'return-to-triage': 'triaged',
  'submit-answer': 'in_review',
  'approve-answer': 'approved',
  postpone: 'postponed',
  forward: 'forwarded',
  join: 'joined',
}

/** The charter's rule for approving answers of a regime: the one for this regime, else the common one. */
export function approvalRuleOf(charter: Pick<Charter, 'approval'>, regime: Regime) {
  return (
    charter.approval.find((rule) => rule.regime === regime) ?? charter.approval.find((rule) => !rule.regime)
  )
}

type Judge = (facts: CaseFacts, actor: Actor, charter: Pick<Charter, 'approval'>) => string | null

const inState = (facts: CaseFacts) => `Дело в состоянии «${stateNames[facts.state]}»`

function needsOpen(facts: CaseFacts): string | null {
  return finalStates.includes(facts.state) ? `${inState(facts)}: изменить его нельзя.` : null
}

function needsState(states: readonly CaseState[], what: string) {
  return (facts: CaseFacts) => (states.includes(facts.state) ? null : `${inState(facts)}: ${what}.`)
}

/** States before anybody answers for the case. */
const firstStep: readonly CaseState[] = ['registered', 'triaged']

/** What is missing for a case to leave triage; spam has no topic. */
function untriaged(facts: CaseFacts): string | null {
  if (!firstStep.includes(facts.state)) return null
  if (facts.topic_group === null)
    return 'Тема не определена: сначала выберите тему, без неё дело не выходит из разбора.'
  if (facts.regime === 'appeal' && facts.subtype === null)
    return 'Подвид обращения не определён: сначала укажите, это предложение, заявление или жалоба.'
  return null
}

function mayTake(facts: CaseFacts, actor: Actor): string | null {
  const wrong = needsState(
    ['registered', 'triaged', 'assigned', 'forwarded'],
    'в работу берут назначенное',
  )(facts)
  if (wrong) return wrong
  const another = facts.assignee_id !== null && facts.assignee_id !== actor.staffId
  return another
    ? 'Дело назначено другому исполнителю: попросите переназначить его на вас.'
    : untriaged(facts)
}

function mayApprove(facts: CaseFacts, actor: Actor, charter: Pick<Charter, 'approval'>): string | null {
  if (facts.state !== 'in_review')
    return `${inState(facts)}: утверждать нечего, ответ не отправлен на утверждение.`
  const rule = approvalRuleOf(charter, facts.regime)
  if (rule && !rule.by.includes(actor.role)) return 'По уставу центра этот ответ утверждает другая должность.'
  const own = facts.reviewAuthorId !== undefined && facts.reviewAuthorId === actor.staffId
  const fourEyes = (rule?.fourEyes ?? true) && !actor.permissions.has('case.approve-own')
  return own && fourEyes ? 'Ответ подготовили вы: утвердить его должен другой человек.' : null
}

function mayClose(facts: CaseFacts): string | null {
  if (!mayMove(facts.regime, facts.state, 'closed')) {
    return finalStates.includes(facts.state)
      ? `${inState(facts)}: закрывать нечего.`
      : `${inState(facts)}: сначала дайте ответ и отметьте его отправку.`
  }
  if (facts.state === 'forwarded' || facts.answered_at !== null) return null
  const needless = facts.nature !== null && closableWithoutAnswer[facts.regime].includes(facts.nature)
  if (needless) return facts.nature === 'spam' ? null : untriaged(facts)
  return 'Окончательный ответ не отправлен: подготовьте его и отметьте отправку.'
}

function mayContinue(facts: CaseFacts): string | null {
  if (facts.regime === 'message') return 'Закрытое сообщение возобновляют, новое дело не нужно.'
  return facts.state === 'closed'
    ? null
    : `${inState(facts)}: повторное обращение связывают с закрытым делом.`
}

function mayExtend(facts: CaseFacts): string | null {
  return (
    needsOpen(facts) ??
    (facts.extendable === false ? 'Ни один идущий срок этого дела не продлевается.' : null)
  )
}

const judges: Record<CaseCommand, Judge> = {
  qualify: needsOpen,
  'set-topic': needsOpen,
  'set-place': needsOpen,
  'set-gist': needsOpen,
  assign: (facts) =>
    needsOpen(facts) ??
    (mayMove(facts.regime, facts.state, 'assigned')
      ? untriaged(facts)
      : `${inState(facts)}: исполнителя меняют до ответа.`),
  take: mayTake,
  'return-to-triage': needsState(
    ['assigned', 'in_work'],
    'вернуть на разбор можно назначенное или взятое в работу',
  ),
  'draft-answer': needsState(['in_work'], 'ответ готовят, когда дело в работе'),
  'submit-answer': needsState(['in_work'], 'на утверждение отправляют из работы'),
  'approve-answer': mayApprove,
  'return-answer': needsState(['in_review', 'approved'], 'возвращать нечего'),
  'deliver-answer': needsState(['approved'], 'отправляют утверждённый ответ'),
  extend: mayExtend,
  postpone: () => null,
  resume: needsState(['postponed'], 'продолжают отложенное'),
  forward: untriaged,
  close: mayClose,
  reopen: (facts) => {
    if (facts.regime !== 'message')
      return 'Обращение не возобновляют: регистрируют повторное, связанное с этим.'
    return facts.state === 'closed' ? null : `${inState(facts)}: возобновляют закрытое.`
  },
  'continue-appeal': mayContinue,
  join: needsOpen,
  note: () => null,
  attach: () => null,
}

/** Why a person may not do this to the case, as a sentence; null when they may. */
export function whyNot(
  command: CaseCommand,
  facts: CaseFacts,
  actor: Actor,
  charter: Pick<Charter, 'approval'>,
): string | null {
  if (!actor.permissions.has(permissionOf[command])) return `Ваша роль не позволяет ${deeds[command]}.`
  const why = judges[command](facts, actor, charter)
  if (why) return why
  const to = leadsTo[command]
  if (!to || mayMove(facts.regime, facts.state, to)) return null
  return `${inState(facts)}: отсюда нельзя перейти к состоянию «${stateNames[to]}».`
}

/** Every command with the reason why not: what the case screen shows as «что я могу и почему не остальное». */
export function allowed(facts: CaseFacts, actor: Actor, charter: Pick<Charter, 'approval'>) {
  return caseCommands.map((command) => {
    const why = whyNot(command, facts, actor, charter)
    return { command, allowed: why === null, why }
  })
}
