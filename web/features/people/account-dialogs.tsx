import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InstallationAccount } from '../../../src/people/contract.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useWords } from '../../ui/words.ts'
import { centresQuery, useAccountChanges } from './installation-queries.ts'
import { installationWords } from './installation-words.ts'
import { peopleWords } from './people-words.ts'
import { ResetFactorDialog } from './reset-factor-dialog.tsx'
import styles from './people.module.css'

type OfAccount = { account: InstallationAccount; onClose: () => void }

/** A new account without a place; its password is told once. */
export function AccountForm(props: {
  onAdded: (name: string, password: string) => void
  onClose: () => void
}) {
  const t = useWords(installationWords)
  const people = useWords(peopleWords)
  const { create } = useAccountChanges()
  const [given, setGiven] = useState({ login: '', name: '', isInstallationAdmin: false })
  return (
    <ConfirmDialog
      opened
      title={t('addAccount')}
      confirm={t('create')}
      pending={create.isPending}
      disabled={given.name.trim() === '' || given.login.trim() === ''}
      error={create.error}
      onConfirm={() =>
        create.mutate(given, { onSuccess: (told) => props.onAdded(given.name, told.oneTimePassword) })
      }
      onClose={props.onClose}
    >
      <TextInput
        label={t('name')}
        description={people('nameHint')}
        required
        maxLength={200}
        value={given.name}
        onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
        data-autofocus
      />
      <TextInput
        label={t('login')}
        description={people('loginHint')}
        required
        maxLength={64}
        autoComplete="off"
        value={given.login}
        onChange={(event) => setGiven({ ...given, login: event.currentTarget.value })}
      />
      <Checkbox
        label={t('isAdmin')}
        checked={given.isInstallationAdmin}
        onChange={(event) => setGiven({ ...given, isInstallationAdmin: event.currentTarget.checked })}
      />
    </ConfirmDialog>
  )
}

/** Another name of an account. */
export function RenameDialog({ account, onClose }: OfAccount) {
  const t = useWords(installationWords)
  const { change } = useAccountChanges()
  const [name, setName] = useState(account.name)
  return (
    <ConfirmDialog
      opened
      title={`${t('rename')} · ${account.login}`}
      confirm={t('save')}
      pending={change.isPending}
      disabled={name.trim() === ''}
      error={change.error}
      onConfirm={() => change.mutate({ id: account.id, body: { name } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  )
}

/** Closes the sign-in of an account or opens it again. */
export function BlockDialog({ account, onClose }: OfAccount) {
  const t = useWords(installationWords)
  const { change } = useAccountChanges()
  const verb = account.blocked ? 'unblock' : 'block'
  return (
    <ConfirmDialog
      opened
      danger={!account.blocked}
      title={`${t(verb)} · ${account.name}`}
      confirm={t(verb)}
      pending={change.isPending}
      error={change.error}
      onConfirm={() =>
        change.mutate({ id: account.id, body: { blocked: !account.blocked } }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p>{t(`${verb}Text`)}</p>
    </ConfirmDialog>
  )
}

/** A password told once, in place of the present one. */
export function AccountPasswordDialog(props: OfAccount & { onGiven: (password: string) => void }) {
  const people = useWords(peopleWords)
  const { givePassword } = useAccountChanges()
  return (
    <ConfirmDialog
      opened
      title={`${people('givePassword')} · ${props.account.name}`}
      confirm={people('givePassword')}
      pending={givePassword.isPending}
      error={givePassword.error}
      onConfirm={() =>
        givePassword.mutate(props.account.id, {
          onSuccess: ({ oneTimePassword }) => props.onGiven(oneTimePassword),
        })
      }
      onClose={props.onClose}
    >
      <p>{people('givePasswordText')}</p>
    </ConfirmDialog>
  )
}

/** Takes a lost second factor from an account. */
export function AccountFactorDialog({ account, onClose }: OfAccount) {
  const { resetFactor } = useAccountChanges()
  const mutate = (reason: string) => resetFactor.mutate({ id: account.id, reason }, { onSuccess: onClose })
  return <ResetFactorDialog name={account.name} reset={{ ...resetFactor, mutate }} onClose={onClose} />
}

/** A place in a centre; a role that its charter does not have is refused with those that it has. */
export function GrantDialog({ account, onClose }: OfAccount) {
  const t = useWords(installationWords)
  const { grant } = useAccountChanges()
  const centres = useQuery(centresQuery)
  const [given, setGiven] = useState({ centre: '', role: '', position: '', sectorBlock: '' })
  const set = (part: Partial<typeof given>) => setGiven({ ...given, ...part })
  const sectorBlock = given.sectorBlock.trim() === '' ? null : given.sectorBlock.trim()
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={`${t('grant')} · ${account.name}`}
      confirm={t('grant')}
      pending={grant.isPending}
      disabled={given.centre === '' || given.role.trim() === ''}
      error={grant.error ?? centres.error}
      onConfirm={() =>
        grant.mutate(
          { id: account.id, body: { ...given, role: given.role.trim(), sectorBlock } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <div className={styles.form}>
        <NativeSelect
          label={t('centre')}
          required
          className={styles.wide ?? ''}
          data={[
            { value: '', label: '' },
            ...(centres.data ?? []).map((one) => ({ value: one.slug, label: one.name })),
          ]}
          value={given.centre}
          onChange={(event) => set({ centre: event.currentTarget.value })}
          data-autofocus
        />
        <TextInput
          label={t('role')}
          description={t('roleHint')}
          required
          value={given.role}
          onChange={(event) => set({ role: event.currentTarget.value })}
        />
        <TextInput
          label={t('sectorBlock')}
          description={t('sectorBlockHint')}
          value={given.sectorBlock}
          onChange={(event) => set({ sectorBlock: event.currentTarget.value })}
        />
        <TextInput
          label={t('position')}
          className={styles.wide ?? ''}
          maxLength={300}
          value={given.position}
          onChange={(event) => set({ position: event.currentTarget.value })}
        />
      </div>
    </ConfirmDialog>
  )
}
