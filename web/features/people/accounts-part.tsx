import { Button } from '@mantine/core'
import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InstallationAccount } from '../../../src/people/contract.ts'
import { useSession } from '../../app/session.ts'
import { FindBox } from '../../ui/find-box.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import {
  AccountFactorDialog,
  AccountForm,
  AccountPasswordDialog,
  BlockDialog,
  GrantDialog,
  RenameDialog,
} from './account-dialogs.tsx'
import { type AccountAct, AccountList } from './account-list.tsx'
import { accountsQuery } from './installation-queries.ts'
import { installationWords } from './installation-words.ts'
import { PasswordShown } from './password-shown.tsx'
import styles from './people.module.css'

type Doing = { act: 'add' } | { act: AccountAct; account: InstallationAccount }

/** Accounts above the centres: who signs in at all, and where they have a place. */
export function AccountsPart(props: {
  words: string | undefined
  onFind: (words: string | undefined) => void
}) {
  const t = useWords(installationWords)
  const session = useSession()
  const list = useQuery(accountsQuery)
  const [doing, setDoing] = useState<Doing | null>(null)
  const [password, setPassword] = useState<{ name: string; password: string } | null>(null)
  const onClose = () => setDoing(null)
  const showPassword = (name: string, told: string) => {
    onClose()
    setPassword({ name, password: told })
  }
  if (list.isPending) return <LoadingState />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const shown = list.data.filter((account) => isFound(account, props.words))
  const dialog = () => {
    if (doing === null) return null
    if (doing.act === 'add') return <AccountForm onAdded={showPassword} onClose={onClose} />
    const { account } = doing
    if (doing.act === 'rename') return <RenameDialog account={account} onClose={onClose} />
    if (doing.act === 'grant') return <GrantDialog account={account} onClose={onClose} />
    if (doing.act === 'factor') return <AccountFactorDialog account={account} onClose={onClose} />
    if (doing.act === 'block') return <BlockDialog account={account} onClose={onClose} />
    return (
      <AccountPasswordDialog
        account={account}
        onGiven={(told) => showPassword(account.name, told)}
        onClose={onClose}
      />
    )
  }
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.find}>
          <FindBox
            label={t('find')}
            placeholder={t('findHint')}
            value={props.words ?? ''}
            onFind={props.onFind}
          />
        </span>
        <span className="quiet figures" role="status">
          {t('found', { count: shown.length })}
        </span>
        <span className={styles.total}>
          <Button
            leftSection={<IconUserPlus size={15} stroke={1.8} aria-hidden />}
            onClick={() => setDoing({ act: 'add' })}
          >
            {t('addAccount')}
          </Button>
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={IconUsers} title={t('noneTitle')} hint={t('noneHint')}>
          <Button variant="default" onClick={() => props.onFind(undefined)}>
            {t('clear')}
          </Button>
        </EmptyState>
      ) : (
        <AccountList
          accounts={shown}
          ownId={session.account?.id ?? null}
          onAct={(act, account) => setDoing({ act, account })}
        />
      )}
      {dialog()}
      {password === null ? null : <PasswordShown {...password} onClose={() => setPassword(null)} />}
    </>
  )
}

function isFound(account: InstallationAccount, words: string | undefined): boolean {
  const told = [account.name, account.login, ...account.places.map((place) => place.centre)]
  const text = told.join(' ').toLowerCase()
  return (words ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
