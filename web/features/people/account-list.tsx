import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { InstallationAccount } from '../../../src/people/contract.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { type RecordColumn, RecordTable } from '../../ui/record-table.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { FactorMark } from './factor-mark.tsx'
import { installationWords } from './installation-words.ts'
import { peopleWords } from './people-words.ts'
import styles from './people.module.css'

export type AccountAct = 'rename' | 'password' | 'factor' | 'grant' | 'block'

/** Accounts of the installation with their places, and what may be done with each. */
export function AccountList(props: {
  accounts: readonly InstallationAccount[]
  ownId: string | null
  onAct: (act: AccountAct, account: InstallationAccount) => void
}) {
  const t = useWords(installationWords)
  const when = useWhen()
  const { ownId, onAct } = props
  const columns = useMemo(
    (): RecordColumn<InstallationAccount>[] => [
      {
        key: 'person',
        title: t('person'),
        lead: true,
        cell: (account) => (
          <>
            {account.name}
            {account.id === ownId ? <span className={styles.own}> · {t('own')}</span> : null}
            {account.isInstallationAdmin ? <span className={styles.under}>{t('administrator')}</span> : null}
          </>
        ),
      },
      { key: 'login', title: t('login'), width: '16%', cell: (account) => account.login },
      { key: 'places', title: t('places'), width: '32%', cell: (account) => <Places account={account} /> },
      {
        key: 'state',
        title: t('state'),
        width: '16%',
        cell: (account) => (
          <>
            <AccountState account={account} />
            <FactorMark isOn={account.secondFactor} />
          </>
        ),
      },
      {
        key: 'seen',
        title: t('seen'),
        width: '110px',
        quiet: true,
        cell: ({ lastSeenAt }) =>
          lastSeenAt === null ? t('never') : <span className="figures">{when.short(lastSeenAt)}</span>,
      },
      {
        key: 'acts',
        title: '',
        width: '34px',
        corner: true,
        cell: (account) => <AccountActs account={account} isOwn={account.id === ownId} onAct={onAct} />,
      },
    ],
    [t, when, ownId, onAct],
  )
  return (
    <RecordTable
      label={t('accounts')}
      rows={props.accounts}
      rowKey={(account) => account.id}
      columns={columns}
      isFaded={(account) => account.blocked}
    />
  )
}

function Places({ account }: { account: InstallationAccount }) {
  const t = useWords(installationWords)
  if (account.places.length === 0) return <span className="quiet">{t('noPlaces')}</span>
  return (
    <ul>
      {account.places.map((place) => (
        <li key={place.slug}>
          {place.centre}{' '}
          <span className="quiet">
            · {place.position === '' ? place.role : place.position}
            {place.active ? '' : ` · ${t('placeTaken')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function AccountState({ account }: { account: InstallationAccount }) {
  const t = useWords(installationWords)
  const when = useWhen()
  const told = (): [Tone, string] => {
    if (account.blocked) return ['red', t('blocked')]
    if (account.lockedUntil !== null && account.lockedUntil > new Date().toISOString())
      return ['amber', t('locked', { at: when.time(account.lockedUntil) })]
    if (account.mustChangePassword) return ['amber', t('oneTime')]
    return ['green', t('open')]
  }
  const [tone, words] = told()
  return (
    <Badge dot tone={tone} title={words}>
      {words}
    </Badge>
  )
}

function AccountActs(props: {
  account: InstallationAccount
  isOwn: boolean
  onAct: (act: AccountAct, account: InstallationAccount) => void
}) {
  const t = useWords(installationWords)
  const people = useWords(peopleWords)
  const { account, onAct } = props
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('actionsFor', { name: account.name })} size={26}>
          <IconDots size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAct('rename', account)}>{t('rename')}</Menu.Item>
        <Menu.Item onClick={() => onAct('grant', account)}>{t('grant')}</Menu.Item>
        {account.isDemo ? null : (
          <Menu.Item onClick={() => onAct('password', account)}>{people('givePassword')}</Menu.Item>
        )}
        {props.isOwn ? null : (
          <>
            {account.secondFactor ? (
              <Menu.Item onClick={() => onAct('factor', account)}>{people('resetFactor')}</Menu.Item>
            ) : null}
            <Menu.Divider />
            <Menu.Item onClick={() => onAct('block', account)}>
              {t(account.blocked ? 'unblock' : 'block')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
