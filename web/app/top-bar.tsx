import { ActionIcon, Button, Menu, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconKey, IconLogout, IconPlus, IconShieldX } from '@tabler/icons-react'
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { FindBox } from '../ui/find-box.tsx'
import { switchLanguage, useLanguage } from '../ui/language.ts'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'
import { useCentre } from './centre-context.ts'
import { PasswordDialog } from './password-dialog.tsx'
import { useSession, useSignOut } from './session.ts'
import styles from './shell.module.css'

/** The bar above every screen: centre, search, new case, language, account. */
export function TopBar() {
  const t = useWords(appWords)
  const centre = useCentre()
  const language = useLanguage()
  return (
    <header className={styles.top}>
      <CentreName />
      <SearchBox />
      {centre.may('case.register') ? (
        <span className={styles.wide}>
          <Button
            leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
            renderRoot={(root) => <Link to="/$centre/new" params={centre.params} {...root} />}
          >
            {t('newCase')}
          </Button>
        </span>
      ) : null}
      <ActionIcon
        aria-label={t('language')}
        title={t('language')}
        onClick={() => switchLanguage(language === 'ru' ? 'en' : 'ru')}
      >
        <span className="small">{t('languageShort')}</span>
      </ActionIcon>
      <AccountMenu />
    </header>
  )
}

function CentreName() {
  const t = useWords(appWords)
  const session = useSession()
  const centre = useCentre()
  const navigate = useNavigate()
  if (session.centres.length < 2) {
    return (
      <span className={`${styles.centre} clip`} title={centre.name}>
        {centre.shortName}
      </span>
    )
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={styles.person} aria-label={`${t('switchCentre')}: ${centre.shortName}`}>
          <span className={`${styles.centre} clip`}>{centre.shortName}</span>
          <IconChevronDown size={15} stroke={1.8} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {session.centres.map((one) => (
          <Menu.Item
            key={one.slug}
            onClick={() => void navigate({ to: '/$centre/cases', params: { centre: one.slug } })}
          >
            {one.shortName}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Search over all cases; on the list itself it shows what the list was searched for. */
function SearchBox() {
  const t = useWords(appWords)
  const centre = useCentre()
  const navigate = useNavigate()
  const find = useRouterState({ select: (state) => (state.location.search as { find?: string }).find ?? '' })
  return (
    <div className={styles.search}>
      <FindBox
        label={t('search')}
        placeholder={t('searchShort')}
        value={find}
        onFind={(next) =>
          void navigate({
            to: '/$centre/cases',
            params: centre.params,
            search: (before) => ({ ...before, find: next }),
          })
        }
      />
    </div>
  )
}

function AccountMenu() {
  const t = useWords(appWords)
  const session = useSession()
  const centre = useCentre()
  const signOut = useSignOut()
  const [password, passwordIs] = useDisclosure(session.account?.mustChangePassword ?? false)
  const [everywhere, everywhereIs] = useDisclosure(false)
  const name = session.account?.name ?? ''
  const iconSize = { size: 16, stroke: 1.6, 'aria-hidden': true }
  return (
    <>
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <button type="button" className={styles.person} aria-label={t('account', { name })}>
            <span className={styles.initials} aria-hidden>
              {initialsOf(name)}
            </span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <span style={{ display: 'block', color: 'var(--ink)', fontSize: 13, fontWeight: 550 }}>
              {name}
            </span>
            {centre.roleName}
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item leftSection={<IconKey {...iconSize} />} onClick={passwordIs.open}>
            {t('changePassword')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout {...iconSize} />} onClick={() => signOut.mutate(false)}>
            {t('signOut')}
          </Menu.Item>
          <Menu.Item leftSection={<IconShieldX {...iconSize} />} onClick={everywhereIs.open}>
            {t('signOutEverywhere')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PasswordDialog
        opened={password}
        onClose={passwordIs.close}
        forced={session.account?.mustChangePassword ?? false}
      />
      <ConfirmDialog
        opened={everywhere}
        title={t('signOutEverywhere')}
        confirm={t('signOutEverywhere')}
        pending={signOut.isPending}
        error={signOut.error}
        onConfirm={() => signOut.mutate(true)}
        onClose={everywhereIs.close}
      >
        <p>{t('signOutEverywhereText')}</p>
      </ConfirmDialog>
    </>
  )
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((part) => /\p{L}/u.test(part))
  return words
    .slice(0, 2)
    .map((part) => part.charAt(0))
    .join('')
    .toUpperCase()
}
