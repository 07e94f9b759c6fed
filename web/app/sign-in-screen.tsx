import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { switchLanguage, useLanguage } from '../ui/language.ts'
import { ErrorNotice } from '../ui/states.tsx'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'
import { BrandCircles, BrandMark } from './brand.tsx'
import { useDemoSignIn, useSession, useSignIn } from './session.ts'
import { signInWords } from './sign-in-words.ts'
import styles from './sign-in.module.css'

/** Name and password; on a demonstration server also one-click sign-ins to the invented centre. */
export function SignInScreen() {
  const t = useWords(signInWords)
  const app = useWords(appWords)
  const language = useLanguage()
  const session = useSession()
  const router = useRouter()
  const navigate = useNavigate()
  const { back } = useSearch({ from: '/sign-in' })
  const signIn = useSignIn()
  const demo = useDemoSignIn()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  useEffect(() => {
    document.title = `${t('title')} · Отклик`
  }, [t])
  const goOn = async () => {
    await router.invalidate()
    if (back !== undefined && back.startsWith('/') && !back.startsWith('//'))
      router.history.push(`/app${back}`)
    else await navigate({ to: '/' })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ login: login.trim(), password }, { onSuccess: () => void goOn() })
  }
  return (
    <main className={styles.screen}>
      <BrandCircles className={styles.circles ?? ''} />
      <button
        type="button"
        className={styles.language}
        onClick={() => switchLanguage(language === 'ru' ? 'en' : 'ru')}
        lang={language === 'ru' ? 'en' : 'ru'}
      >
        {language === 'ru' ? 'English' : 'Русский'}
      </button>
      <div className={`${styles.panel} ${session.demo.length === 0 ? '' : styles.withDemo}`}>
        <div className={styles.form}>
          <div className={styles.brand}>
            <BrandMark size={40} />
            <div>
              <h1>{app('product')}</h1>
              <p className="quiet">{t('about')}</p>
            </div>
          </div>
          <form onSubmit={onSubmit} aria-label={t('title')}>
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
              <ErrorNotice error={signIn.error ?? demo.error} />
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
          <p className="small quiet">{t('forgot')}</p>
        </div>
        {session.demo.length === 0 ? null : (
          <section className={styles.demo} aria-label={t('demoTitle')}>
            <h2>{t('demoTitle')}</h2>
            <p className="small quiet">{t('demoHint')}</p>
            <ul>
              {session.demo.map((person) => (
                <li key={person.login}>
                  <button
                    type="button"
                    disabled={demo.isPending}
                    onClick={() => demo.mutate(person.login, { onSuccess: () => void goOn() })}
                  >
                    <span>
                      <span className={styles.demoTitle}>{person.roleName}</span>
                      <span className="small quiet">
                        {person.name}
                        {person.position === person.roleName
                          ? ''
                          : `, ${person.position.charAt(0).toLowerCase()}${person.position.slice(1)}`}
                      </span>
                    </span>
                    <IconArrowRight size={16} stroke={1.6} aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  )
}
