import { PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../ui/words.ts'
import { useTurningOn } from './account-queries.ts'
import { accountWords } from './account-words.ts'
import styles from './account.module.css'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { StepForm } from './step-form.tsx'

/** Turning the second factor on: what is needed, the key and its first code, the recovery codes. */
export function TurnOnFactor(props: {
  /** Signing in was long ago: the password is asked once more. */
  asksPassword: boolean
  /** The word for leaving without turning it on. */
  leave: string
  onLeave: () => void
  onDone: () => void
}) {
  const t = useWords(accountWords)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const { begin, prove } = useTurningOn()
  if (prove.data !== undefined) {
    return <RecoveryCodes codes={prove.data.recoveryCodes} onDone={props.onDone} />
  }
  if (begin.data === undefined) {
    return (
      <StepForm
        confirm={t('goOn')}
        leave={props.leave}
        pending={begin.isPending}
        disabled={props.asksPassword && password === ''}
        error={begin.error}
        onConfirm={() => begin.mutate(password)}
        onLeave={props.onLeave}
      >
        <p>{t('needApp')}</p>
        {props.asksPassword ? (
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            data-autofocus
          />
        ) : null}
      </StepForm>
    )
  }
  return (
    <StepForm
      confirm={t('finish')}
      leave={props.leave}
      pending={prove.isPending}
      disabled={code.trim() === ''}
      error={prove.error}
      onConfirm={() => prove.mutate(code)}
      onLeave={props.onLeave}
    >
      <div className={styles.secret}>
        <QrCode text={begin.data.uri} label={t('qr')} />
        <a className={styles.inApp} href={begin.data.uri}>
          {t('openInApp')}
        </a>
        <div>
          <p>{t('scan')}</p>
          <p className="quiet">{t('orType')}</p>
          <code className={styles.key}>{inFours(begin.data.key)}</code>
        </div>
      </div>
      <TextInput
        label={t('code')}
        description={t('codeHint')}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={12}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        autoFocus
      />
    </StepForm>
  )
}

function inFours(key: string): string {
  return key.match(/.{1,4}/g)?.join(' ') ?? key
}
