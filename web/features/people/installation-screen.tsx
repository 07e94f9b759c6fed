import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { AccountMenu } from '../../app/account-menu.tsx'
import { BrandMark } from '../../app/brand.tsx'
import { appWords } from '../../app/app-words.ts'
import { LanguageSwitch } from '../../app/language-switch.tsx'
import { useSession } from '../../app/session.ts'
import { QuickViews } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { ZoneContext } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { InstallationLog } from '../audit/installation-log.tsx'
import { AccountsPart } from './accounts-part.tsx'
import { CentresPart } from './centres-part.tsx'
import styles from './installation.module.css'
import { accountsQuery } from './installation-queries.ts'
import { installationWords } from './installation-words.ts'
import type { InstallationSearch } from './people-search.ts'

const parts = ['centres', 'accounts', 'journal'] as const
/** Above the centres there is no zone of a centre: moments are told in that of the computer. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Centres, accounts and their journal, for the administrator of the installation, who sees no resident. */
export function InstallationScreen() {
  const t = useWords(installationWords)
  const app = useWords(appWords)
  const session = useSession()
  if (session.account?.isInstallationAdmin !== true) {
    return (
      <main>
        <EmptyState title={app('noPageTitle')} hint={app('noPageHint')} />
      </main>
    )
  }
  return (
    <ZoneContext value={zone}>
      <div className={styles.frame}>
        <header className={styles.top}>
          <Link to="/" className={styles.brand} aria-label={app('product')}>
            <BrandMark size={25} />
            <span>{app('product')}</span>
          </Link>
          <span className={styles.gap} />
          <LanguageSwitch />
          <AccountMenu caption={t('administrator')} />
        </header>
        <main id="main" className={styles.main}>
          <Parts />
        </main>
      </div>
    </ZoneContext>
  )
}

function Parts() {
  const t = useWords(installationWords)
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/installation' })
  const accounts = useQuery({ ...accountsQuery, enabled: search.part === 'journal' })
  const part = search.part ?? 'centres'
  const go = (next: InstallationSearch) => void navigate({ to: '/installation', search: next })
  return (
    <Page title={t('title')}>
      <QuickViews
        label={t('parts')}
        value={part}
        onChange={(key) => go({ part: parts.find((one) => one === key && one !== 'centres') })}
        views={parts.map((key) => ({ key, title: t(key) }))}
      />
      {part === 'centres' ? <CentresPart /> : null}
      {part === 'accounts' ? (
        <AccountsPart words={search.words} onFind={(words) => go({ part, words })} />
      ) : null}
      {part === 'journal' ? (
        <InstallationLog
          search={search}
          accountName={(id) => accounts.data?.find((account) => account.id === id)?.login ?? null}
          onChange={(change) => go({ ...search, ...change })}
        />
      ) : null}
    </Page>
  )
}
