import { Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconLogout, IconServer, IconShieldX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'
import { PasswordDialog } from './password-dialog.tsx'
import { useSession, useSignOut } from './session.ts'
import styles from './shell.module.css'

/** The person signed in: password, the installation for its administrator, signing out. `caption` stands under the name. */
export function AccountMenu(props: { caption: string }) {
  const t = useWords(appWords)
  const session = useSession()
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
            {props.caption}
          </Menu.Label>
          <Menu.Divider />
          {session.account?.isInstallationAdmin === true ? (
            <Menu.Item
              leftSection={<IconServer {...iconSize} />}
              renderRoot={(root) => <Link to="/installation" {...root} />}
            >
              {t('installationCentres')}
            </Menu.Item>
          ) : null}
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
