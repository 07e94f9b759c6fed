import { bySectorBlocks, type ReportRule } from '../charter/contract.ts'
import type { Actor } from '../people/index.ts'
import type { ReportAction } from './contract-report.ts'
import type { Slot } from './parts/slots.ts'
import { isFrozen, mayBecome, type ReportState } from './states.ts'

/** What decides about an action: the report as it stands, its rule (null where the charter has dropped it), who acts. */
export interface Acting {
  actor: Pick<Actor, 'staffId' | 'role' | 'permissions'>
  rule: Pick<ReportRule, 'by' | 'approvedBy' | 'fourEyes'> | null
  row: {
    state: ReportState
    counting: 'waiting' | 'running' | 'done' | 'failed'
    sent_for_review_by_id: string | null
    /** True where a newer version stands beside it. */
    isCorrected: boolean
  }
}

/** Why an action is refused: a reason of the contract and a sentence. */
export interface Objection {
  kind: 'forbidden' | 'conflict'
  reason: string
  sentence: string
}

const objection = (kind: Objection['kind'], reason: string, sentence: string): Objection => ({
  kind,
  reason,
  sentence,
})

/** True where the charter lets the person prepare the report: its rule names the role, or names nobody. */
export function mayPrepare(actor: Acting['actor'], rule: Pick<ReportRule, 'by'>): boolean {
  if (!actor.permissions.has('report.prepare')) return false
  return rule.by.length === 0 || rule.by.includes(actor.role) || actor.permissions.has('report.approve')
}

/** True where the charter names the person for the text, or lets them prepare the whole report. */
export function mayWrite(
  actor: Acting['actor'] & Pick<Actor, 'sectorBlock'>,
  rule: Pick<ReportRule, 'by'>,
  { part, block }: Pick<Slot, 'part' | 'block'>,
): boolean {
  if (!actor.permissions.has('report.prepare')) return false
  if (mayPrepare(actor, rule) || part.by.includes(actor.role)) return true
  return part.by.includes(bySectorBlocks) && block !== '' && actor.sectorBlock === block
}

/** How much of reports a person sees: figures of the whole centre need a reach as wide. */
export function seesOf(actor: Pick<Actor, 'permissions' | 'reach'>): 'everything' | 'own-parts' | 'nothing' {
  const reads = actor.permissions.has('insight.read')
  if (reads && actor.reach === 'centre') return 'everything'
  return reads || actor.permissions.has('report.prepare') ? 'own-parts' : 'nothing'
}

/** What stands against an action; null where nothing does. */
export function objectionTo(action: ReportAction, acting: Acting): Objection | null {
  if (!acting.rule)
    return objection(
      'conflict',
      'rule-gone',
      'Этого отчёта больше нет в уставе центра: новую версию не сделать.',
    )
  switch (action) {
    case 'recount':
    case 'choose-examples':
    case 'remove':
    case 'send-for-review':
      return preparing(acting, acting.rule, action)
    case 'return':
    case 'approve':
      return approving(acting, acting.rule, action)
    case 'deliver':
      return delivering(acting)
    case 'correct':
      return correcting(acting, acting.rule)
  }
}

const frozen = objection(
  'conflict',
  'report-frozen',
  'Отчёт утверждён и не меняется: начните исправленную версию.',
)

function preparing({ actor, row }: Acting, rule: NonNullable<Acting['rule']>, action: ReportAction) {
  if (!mayPrepare(actor, rule)) return notYours('готовить этот отчёт')
  if (isFrozen(row.state)) return frozen
  if (action === 'remove') return null
  if (row.state === 'review')
    return objection('conflict', 'in-review', 'Отчёт на утверждении: дождитесь решения или возврата.')
  if (action === 'send-for-review' && row.counting !== 'done') return notCounted
  return null
}

const notYours = (what: string) =>
  objection('forbidden', 'not-yours', `Ваша роль не позволяет ${what}: так сказано в уставе центра.`)
const notCounted = objection(
  'conflict',
  'not-counted',
  'Показатели ещё не посчитаны: дождитесь конца счёта или запустите его заново.',
)

function approving({ actor, row }: Acting, rule: NonNullable<Acting['rule']>, action: ReportAction) {
  const isNamed = rule.approvedBy.length === 0 || rule.approvedBy.includes(actor.role)
  if (!actor.permissions.has('report.approve') || !isNamed) return notYours('утверждать этот отчёт')
  if (isFrozen(row.state)) return frozen
  if (action === 'return') {
    if (mayBecome(row.state, 'draft')) return null
    return objection('conflict', 'not-in-review', 'Отчёт ещё не отправлен на утверждение.')
  }
  if (row.counting !== 'done') return notCounted
  if (!rule.fourEyes) return null
  if (row.state === 'draft')
    return objection(
      'conflict',
      'needs-review',
      'Этот отчёт утверждает не тот, кто готовил: сначала его отправляют на утверждение.',
    )
  if (row.sent_for_review_by_id !== null && row.sent_for_review_by_id === actor.staffId)
    return objection(
      'forbidden',
      'four-eyes',
      'Отчёт отправили на утверждение вы: утвердить его должен другой человек.',
    )
  return null
}

function delivering({ actor, row }: Acting) {
  if (!actor.permissions.has('report.approve')) return notYours('отмечать передачу отчётов')
  if (!isFrozen(row.state))
    return objection('conflict', 'not-approved', 'Передать можно только утверждённый отчёт.')
  return null
}

function correcting({ actor, row }: Acting, rule: NonNullable<Acting['rule']>) {
  if (!mayPrepare(actor, rule)) return notYours('готовить этот отчёт')
  if (!isFrozen(row.state))
    return objection('conflict', 'not-approved', 'Отчёт ещё не утверждён: исправьте сам черновик.')
  if (row.isCorrected) return objection('conflict', 'corrected', 'Исправленная версия уже есть: откройте её.')
  return null
}
