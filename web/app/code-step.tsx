import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CallError } from '../api.ts'
import { ErrorNotice } from '../ui/states.tsx'
import { useWords } from '../ui/words.ts'
import { useGiveCode } from './session.ts'
import { signInWords } from './sign-in-words.ts'
import styles from './sign-in.module.css'

/** The second step of signing in: a code of the telephone, or a recovery code when it is lost. */
export function CodeStep(props: { onSignedIn: () => void; onBack: (error: unknown) => void }) {
  const t = useWords(signInWords)
  const giveCode = useGiveCode()
  const [code, setCode] = useState('')
  const [byRecovery, setByRecovery] = useState(false)
  const label = t(byRecovery ? 'recoveryCode' : 'code')
  return (
    <form
      aria-label={t('codeTitle')}
      onSubmit={(event) => {
        event.preventDefault()
        giveCode.mutate(code, {
          onSuccess: props.onSignedIn,
          onError: (error) => {
            setCode('')
            if (error instanceof CallError && error.reason === 'password-again') props.onBack(error)
          },
        })
      }}
    >
      <Stack gap="sm">
        <h2>{t('codeTitle')}</h2>
        <TextInput
          key={label}
          size="sm"
          label={label}
          description={t(byRecovery ? 'recoveryHint' : 'codeHint')}
          autoComplete="one-time-code"
          inputMode={byRecovery ? 'text' : 'numeric'}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={20}
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ErrorNotice error={giveCode.error} />
        <Button
          type="submit"
          size="sm"
          fullWidth
          loading={giveCode.isPending}
          disabled={code.trim().length < 6}
        >
          {t('enter')}
        </Button>
        <div className={styles.ways}>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => {
              setCode('')
              giveCode.reset()
              setByRecovery(!byRecovery)
            }}
          >
            {t(byRecovery ? 'byApp' : 'byRecovery')}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={() => props.onBack(null)}>
            {t('otherAccount')}
          </Anchor>
        </div>
        <p className="small quiet">{t('lost')}</p>
      </Stack>
    </form>
  )
}
