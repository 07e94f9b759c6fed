import { PasswordInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Notice } from '../ui/states.tsx'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'
import { useChangePassword } from './session.ts'

/** Change of one's own password; `forced` after signing in with a one-time password. */
export function PasswordDialog(props: { opened: boolean; forced: boolean; onClose: () => void }) {
  const t = useWords(appWords)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const differ = again !== '' && next !== again
  const change = useChangePassword()
  const close = () => {
    setCurrent('')
    setNext('')
    setAgain('')
    change.reset()
    props.onClose()
  }
  return (
    <ConfirmDialog
      opened={props.opened}
      title={t('changePassword')}
      confirm={t('changePassword')}
      pending={change.isPending}
      disabled={current === '' || next === '' || next !== again}
      error={change.error}
      onConfirm={() =>
        change.mutate(
          { current, next },
          {
            onSuccess: () => {
              notifications.show({ message: t('passwordChanged'), color: 'green' })
              close()
            },
          },
        )
      }
      onClose={close}
    >
      {props.forced ? <Notice tone="amber">{t('mustChange')}</Notice> : null}
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
