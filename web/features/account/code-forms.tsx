import { PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../ui/words.ts'
import { useOwnSignInChanges } from './account-queries.ts'
import { accountWords } from './account-words.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { StepForm } from './step-form.tsx'

type Ways = { onLeave: () => void; onDone: () => void }

/** Turning the second factor off: password and code. */
export function TurnOffFactor({ onLeave, onDone }: Ways) {
  const t = useWords(accountWords)
  const { turnOff } = useOwnSignInChanges()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  return (
    <StepForm
      danger
      confirm={t('turnOff')}
      leave={t('back')}
      pending={turnOff.isPending}
      disabled={password === '' || code.trim() === ''}
      error={turnOff.error}
      onConfirm={() => turnOff.mutate({ password, code }, { onSuccess: onDone })}
      onLeave={onLeave}
    >
      <p>{t('turnOffText')}</p>
      <PasswordInput
        label={t('password')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoFocus
      />
      <CodeInput value={code} onChange={setCode} />
    </StepForm>
  )
}

/** New recovery codes in place of the former ones: a code of the authenticator. */
export function NewRecoveryCodes({ onLeave, onDone }: Ways) {
  const t = useWords(accountWords)
  const { renew } = useOwnSignInChanges()
  const [code, setCode] = useState('')
  if (renew.data !== undefined) return <RecoveryCodes codes={renew.data.recoveryCodes} onDone={onDone} />
  return (
    <StepForm
      confirm={t('newCodes')}
      leave={t('back')}
      pending={renew.isPending}
      disabled={code.trim() === ''}
      error={renew.error}
      onConfirm={() => renew.mutate(code)}
      onLeave={onLeave}
    >
      <p>{t('newCodesText')}</p>
      <CodeInput value={code} onChange={setCode} autoFocus />
    </StepForm>
  )
}

function CodeInput(props: { value: string; onChange: (code: string) => void; autoFocus?: boolean }) {
  const t = useWords(accountWords)
  return (
    <TextInput
      label={t('anyCode')}
      autoComplete="one-time-code"
      maxLength={20}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      autoFocus={props.autoFocus === true}
    />
  )
}
