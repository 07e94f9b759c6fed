import { Button, Group } from '@mantine/core'
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react'
import type { OwnSignIn } from '../../../src/people/contract.ts'
import { Badge } from '../../ui/badge.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { accountWords } from './account-words.ts'
import type { Turn } from './sign-in-dialog.tsx'
import styles from './account.module.css'

const few = 3

/** Whether the second factor is on, and what may be done with it. */
export function FactorPart(props: { factor: OwnSignIn['factor']; onTurn: (turn: Turn) => void }) {
  const t = useWords(accountWords)
  const when = useWhen()
  const { since, recoveryCodesLeft, demandedBy, mayTurnOn } = props.factor
  const state =
    since === null ? (
      <Badge icon={IconShieldOff}>{t('off')}</Badge>
    ) : (
      <Badge tone="green" icon={IconShieldCheck}>
        {t('on', { day: when.day(since) })}
      </Badge>
    )
  const roles = demandedBy.map(({ role, centre }) => `${role} (${centre})`).join('; ')
  return (
    <div className={styles.part}>
      <Section title={t('factor')} aside={state}>
        <p className="quiet">{t(mayTurnOn ? 'factorAbout' : 'demo')}</p>
        {since === null ? null : (
          <Notice tone={recoveryCodesLeft <= few ? 'amber' : 'gray'}>
            {t('codesLeft', { count: recoveryCodesLeft })} {recoveryCodesLeft <= few ? t('fewCodes') : ''}
          </Notice>
        )}
        {demandedBy.length > 0 && since !== null ? <p className="quiet">{t('demanded', { roles })}</p> : null}
        <Group gap="xs">
          {since === null && mayTurnOn ? (
            <Button onClick={() => props.onTurn('on')}>{t('turnOn')}</Button>
          ) : null}
          {since === null ? null : (
            <Button variant="default" onClick={() => props.onTurn('codes')}>
              {t('newCodes')}
            </Button>
          )}
          {since === null || demandedBy.length > 0 ? null : (
            <Button variant="default" onClick={() => props.onTurn('off')}>
              {t('turnOff')}
            </Button>
          )}
        </Group>
      </Section>
    </div>
  )
}
