import { IconArrowRight } from '@tabler/icons-react'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { chooseLanguage, useLanguage } from '../ui/language.ts'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'
import { BrandCircles, BrandMark } from './brand.tsx'
import { CodeStep } from './code-step.tsx'
import { PasswordStep } from './password-step.tsx'
import { useDemoSignIn, useForgetPassword, useSession } from './session.ts'
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
  const demo = useDemoSignIn()
  const forget = useForgetPassword()
  const [over, setOver] = useState<unknown>(null)
  const asksCode = session.awaitsCode
  useEffect(() => {
    document.title = `${t('title')} · Отклик`
  }, [t])
  const goOn = async () => {
    await router.invalidate()
    if (back !== undefined && back.startsWith('/') && !back.startsWith('//'))
      router.history.push(`/app${back}`)
    else await navigate({ to: '/' })
  }
  return (
    <main className={styles.screen}>
      <BrandCircles className={styles.circles ?? ''} />
      <button
        type="button"
        className={styles.language}
        onClick={() => chooseLanguage(language === 'ru' ? 'en' : 'ru')}
        lang={language === 'ru' ? 'en' : 'ru'}
      >
        {language === 'ru' ? 'English' : 'Русский'}
      </button>
      <div className={`${styles.panel} ${session.demo.length === 0 || asksCode ? '' : styles.withDemo}`}>
        <div className={styles.form}>
          <div className={styles.brand}>
            <BrandMark size={40} />
            <div>
              <h1>{app('product')}</h1>
              <p className="quiet">{t('about')}</p>
            </div>
          </div>
          {asksCode ? (
            <CodeStep
              onSignedIn={() => void goOn()}
              onBack={(error) => {
                setOver(error)
                forget()
              }}
            />
          ) : (
            <>
              <PasswordStep error={demo.error ?? over} onSignedIn={() => void goOn()} />
              <p className="small quiet">{t('forgot')}</p>
            </>
          )}
        </div>
        {session.demo.length === 0 || asksCode ? null : (
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
