import { PasswordInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Notice } from '../ui/states.tsx'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'
import { useChangePassword, useSignOut } from './session.ts'

/** Change of one's own password; `forced` after signing in with a one-time password, when only signing out leads past it. */
export function PasswordDialog(props: { opened: boolean; forced?: boolean; onClose?: () => void }) {
  const t = useWords(appWords)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const differ = again !== '' && next !== again
  const change = useChangePassword()
  const signOut = useSignOut()
  const close = () => {
    setCurrent('')
    setNext('')
    setAgain('')
    change.reset()
    props.onClose?.()
  }
  const onConfirm = async () => {
    // What `mutate` is told to do afterwards is forgotten with the dialog, and a forced one is gone by then.
    const changed = await change.mutateAsync({ current, next }).catch(() => null)
    if (changed === null) return
    notifications.show({ message: t('passwordChanged'), color: 'green' })
    close()
  }
  return (
    <ConfirmDialog
      opened={props.opened}
      title={t('changePassword')}
      confirm={t('changePassword')}
      pending={change.isPending}
      disabled={current === '' || next === '' || next !== again}
      error={change.error ?? signOut.error}
      onConfirm={() => void onConfirm()}
      onClose={close}
      {...(props.forced === true
        ? { leave: { title: t('signOut'), onLeave: () => signOut.mutate(false) } }
        : {})}
    >
      {props.forced === true ? <Notice tone="amber">{t('mustChange')}</Notice> : null}
      <PasswordInput
        label={t('passwordNow')}
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        data-autofocus
      />
      <PasswordInput
        label={t('passwordNext')}
        description={t('passwordHint')}
        autoComplete="new-password"
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('passwordAgain')}
        autoComplete="new-password"
        value={again}
        error={differ ? t('passwordsDiffer') : undefined}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
