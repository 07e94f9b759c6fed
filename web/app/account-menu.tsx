import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconLogout, IconServer, IconShieldLock, IconShieldX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { ActionHeading, ActionItem, ActionPopover } from '../ui/action-popover.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'
import { PasswordDialog } from './password-dialog.tsx'
import { useSession, useSignOut } from './session.ts'
import styles from './shell.module.css'

const SignInDialog = lazy(async () => ({
  default: (await import('../features/account/sign-in-dialog.tsx')).SignInDialog,
}))

/** The person signed in: password, second factor and sessions, the installation for its administrator, signing out. `caption` stands under the name. */
export function AccountMenu(props: { caption: string }) {
  const t = useWords(appWords)
  const session = useSession()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const [password, passwordIs] = useDisclosure(false)
  const [signIn, signInIs] = useDisclosure(false)
  const [everywhere, everywhereIs] = useDisclosure(false)
  const name = session.account?.name ?? ''
  return (
    <>
      <ActionPopover
        label={t('account', { name })}
        target={(open) => (
          <button type="button" className={styles.person} aria-label={t('account', { name })} onClick={open}>
            <span className={styles.initials} aria-hidden>
              {initialsOf(name)}
            </span>
          </button>
        )}
      >
        <ActionHeading>
          {name}
          <span className={styles.roleName}>{props.caption}</span>
        </ActionHeading>
        {session.account?.isInstallationAdmin === true ? (
          <ActionItem icon={IconServer} onClick={() => void navigate({ to: '/installation' })}>
            {t('installationCentres')}
          </ActionItem>
        ) : null}
        <ActionItem icon={IconKey} onClick={passwordIs.open}>
          {t('changePassword')}
        </ActionItem>
        <ActionItem icon={IconShieldLock} onClick={signInIs.open}>
          {t('signInAndSecurity')}
        </ActionItem>
        <ActionItem icon={IconLogout} onClick={() => signOut.mutate(false)}>
          {t('signOut')}
        </ActionItem>
        <ActionItem icon={IconShieldX} onClick={everywhereIs.open}>
          {t('signOutEverywhere')}
        </ActionItem>
      </ActionPopover>
      {signIn ? (
        <Suspense fallback={null}>
          <SignInDialog onClose={signInIs.close} />
        </Suspense>
      ) : null}
      <PasswordDialog opened={password} onClose={passwordIs.close} />
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
