import type { InstallationEntry } from '../../../src/audit/contract.ts'
import { useSession } from '../../app/session.ts'
import { Section } from '../../ui/page.tsx'
import { useWhen } from '../../ui/when.ts'
import { type Translate, useWords } from '../../ui/words.ts'
import { installationActionNames } from '../audit/action-names.ts'
import { accountWords } from './account-words.ts'
import styles from './account.module.css'

/** What happened last to the account: sign-ins, wrong codes, changes of password and factor. */
export function EventsPart(props: { events: readonly InstallationEntry[] }) {
  const t = useWords(accountWords)
  const name = useWords(installationActionNames)
  const when = useWhen()
  const login = useSession().account?.login
  const nameOf = (event: InstallationEntry) =>
    event.action in installationActionNames.ru
      ? name(event.action as keyof typeof installationActionNames.ru)
      : event.actionName
  return (
    <div className={styles.part}>
      <Section title={t('events')}>
        {props.events.length === 0 ? <p className="quiet">{t('noEvents')}</p> : null}
        <ul className={styles.lines}>
          {props.events.map((event) => {
            const details = tellDetails(event, t, login)
            return (
              <li key={event.id} className={styles.event}>
                <span className="quiet figures">{when.short(event.at)}</span>
                <span>
                  {capital(nameOf(event))}
                  {details.length === 0 ? null : <span className="quiet"> · {details.join(', ')}</span>}
                </span>
              </li>
            )
          })}
        </ul>
      </Section>
    </div>
  )
}

function tellDetails(
  { data, actor }: InstallationEntry,
  t: Translate<keyof typeof accountWords.ru>,
  login: string | undefined,
): string[] {
  return [
    ...(data.by === 'code' || data.by === 'recovery' ? [t(`by.${data.by}`)] : []),
    ...(typeof data.wrongCodes === 'number' ? [t('wrongCodes', { count: data.wrongCodes })] : []),
    ...(typeof data.attempts === 'number' ? [t('attempts', { count: data.attempts })] : []),
    ...(actor === login ? [] : [t('by', { actor })]),
    ...(typeof data.reason === 'string' ? [t('reason', { reason: data.reason })] : []),
  ]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
