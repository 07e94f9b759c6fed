import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ErrorNotice } from '../ui/states.tsx'
import { useWords } from '../ui/words.ts'
import { useSignIn } from './session.ts'
import { signInWords } from './sign-in-words.ts'

/** Name and password; where the account has a second factor, the code is the next step. */
export function PasswordStep(props: { error: unknown; onSignedIn: () => void }) {
  const t = useWords(signInWords)
  const signIn = useSignIn()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  return (
    <form
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault()
        const onSuccess = (session: { signedIn: boolean }) => {
          if (session.signedIn) props.onSignedIn()
        }
        signIn.mutate({ login: login.trim(), password }, { onSuccess })
      }}
    >
      <Stack gap="sm">
        <TextInput
          size="sm"
          label={t('login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <PasswordInput
          size="sm"
          label={t('password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('show') }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ErrorNotice error={signIn.error ?? props.error} />
        <Button
          type="submit"
          size="sm"
          fullWidth
          loading={signIn.isPending}
          disabled={login.trim() === '' || password === ''}
        >
          {t('enter')}
        </Button>
      </Stack>
    </form>
  )
}
