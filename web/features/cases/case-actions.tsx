import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { CaseCard } from '../../../src/cases/contract.ts'
import type { CaseCommand } from '../../../src/cases/states.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ActionHeading, ActionItem, ActionPopover } from '../../ui/action-popover.tsx'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { caseWords } from './case-words.ts'
import styles from './case.module.css'
import { nextSteps } from './next-steps.ts'

export type CaseAction = CaseCommand | 'erase'

/** What may be done: the next steps as buttons, everything else in a list that says why not. */
export function CaseActions(props: { card: CaseCard; onAct: (action: CaseAction) => void }) {
  const names = useWords(caseNames)
  const { steps } = nextSteps(props.card)
  return (
    <>
      {steps.map((command, index) => (
        <Button
          key={command}
          variant={index === 0 ? 'filled' : 'default'}
          onClick={() => props.onAct(command)}
        >
          {names(`command.${command}`)}
        </Button>
      ))}
      <AllActions {...props} />
    </>
  )
}

/** What is awaited of somebody else, where this person has no next step of their own. */
export function AwaitedStep({ card }: { card: CaseCard }) {
  const t = useWords(caseWords)
  const names = useWords(caseNames)
  const { awaited } = nextSteps(card)
  if (awaited === null) return null
  return (
    <p className={styles.awaited}>
      {t('nextIs', { command: names(`command.${awaited.command}`).toLowerCase() })} {awaited.why}
    </p>
  )
}

function AllActions(props: { card: CaseCard; onAct: (action: CaseAction) => void }) {
  const t = useWords(caseWords)
  const names = useWords(caseNames)
  const centre = useCentre()
  const allowed = props.card.allowed.filter((verdict) => verdict.allowed)
  const refused = props.card.allowed.filter((verdict) => !verdict.allowed)
  const mayErase = centre.may('resident.erase') && props.card.submissions.some((one) => one.erasedAt === null)
  return (
    <ActionPopover
      label={t('allActions')}
      target={(open) => (
        <Button
          variant="default"
          aria-label={t('allActions')}
          onClick={open}
          rightSection={<IconChevronDown size={14} stroke={1.9} aria-hidden />}
        >
          {t('more')}
        </Button>
      )}
    >
      {allowed.map(({ command }) => (
        <ActionItem key={command} onClick={() => props.onAct(command)}>
          {names(`command.${command}`)}
        </ActionItem>
      ))}
      {mayErase ? (
        <ActionItem danger onClick={() => props.onAct('erase')}>
          {t('erase')}
        </ActionItem>
      ) : null}
      {refused.length === 0 ? null : <ActionHeading>{t('notNow')}</ActionHeading>}
      {refused.map(({ command, why }) => (
        <div key={command} className={styles.refused}>
          {names(`command.${command}`)}
          <span className="small">{why}</span>
        </div>
      ))}
    </ActionPopover>
  )
}
