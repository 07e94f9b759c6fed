import { Button, Popover, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import type { CaseCard } from '../../../src/cases/contract.ts'
import type { CaseCommand } from '../../../src/cases/states.ts'
import { useCentre } from '../../app/centre-context.ts'
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
  const [opened, list] = useDisclosure(false)
  const allowed = props.card.allowed.filter((verdict) => verdict.allowed)
  const refused = props.card.allowed.filter((verdict) => !verdict.allowed)
  const mayErase = centre.may('resident.erase') && props.card.submissions.some((one) => one.erasedAt === null)
  const act = (action: CaseAction) => {
    list.close()
    props.onAct(action)
  }
  return (
    <Popover
      opened={opened}
      onChange={(next) => (next ? list.open() : list.close())}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          variant="default"
          aria-label={t('allActions')}
          onClick={list.toggle}
          rightSection={<IconChevronDown size={14} stroke={1.9} aria-hidden />}
        >
          {t('more')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={t('allActions')}>
        <div className={styles.actions} tabIndex={0} role="group" aria-label={t('allActions')}>
          {allowed.map(({ command }) => (
            <UnstyledButton key={command} className={styles.action} onClick={() => act(command)}>
              {names(`command.${command}`)}
            </UnstyledButton>
          ))}
          {mayErase ? (
            <UnstyledButton className={`${styles.action} ${styles.danger}`} onClick={() => act('erase')}>
              {t('erase')}
            </UnstyledButton>
          ) : null}
          {refused.length === 0 ? null : <p className={styles.actionsTitle}>{t('notNow')}</p>}
          {refused.map(({ command, why }) => (
            <div key={command} className={styles.refused}>
              {names(`command.${command}`)}
              <span className="small">{why}</span>
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
