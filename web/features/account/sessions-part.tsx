import { Button } from '@mantine/core'
import type { OwnSignIn } from '../../../src/people/contract.ts'
import { Badge } from '../../ui/badge.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorNotice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { useOwnSignInChanges } from './account-queries.ts'
import { accountWords } from './account-words.ts'
import styles from './account.module.css'
import { tellAgent } from './tell-agent.ts'

/** Where the account is signed in now; any session but this one may be ended. */
export function SessionsPart(props: { sessions: OwnSignIn['sessions'] }) {
  const t = useWords(accountWords)
  const when = useWhen()
  const { end } = useOwnSignInChanges()
  return (
    <div className={styles.part}>
      <Section title={t('sessions')}>
        <ul className={styles.lines}>
          {props.sessions.map((session) => {
            const agent = tellAgent(session.agent)
            const where = [agent === '' ? t('unknownAgent') : agent, session.address ?? '']
              .filter(Boolean)
              .join(' · ')
            const times = { since: when.short(session.since), seen: when.short(session.lastSeenAt) }
            return (
              <li key={session.id} className={styles.line}>
                <span>
                  {where} {session.isThis ? <Badge tone="accent">{t('thisSession')}</Badge> : null}
                  <span className={`${styles.under} figures`}>{t('since', times)}</span>
                </span>
                {session.isThis ? null : (
                  <Button
                    variant="default"
                    aria-label={t('endOf', { where })}
                    loading={end.isPending && end.variables === session.id}
                    onClick={() => end.mutate(session.id)}
                  >
                    {t('end')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
        <ErrorNotice error={end.error} />
      </Section>
    </div>
  )
}
