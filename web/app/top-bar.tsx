import { Button, Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { Link, useMatch, useNavigate } from '@tanstack/react-router'
import { onFind } from '../features/cases/worklist-search.ts'
import { FindBox } from '../ui/find-box.tsx'
import { useWords } from '../ui/words.ts'
import { AccountMenu } from './account-menu.tsx'
import { appWords } from './app-words.ts'
import { useCentre } from './centre-context.ts'
import { opens } from './sections.ts'
import { useSession } from './session.ts'
import { LanguageSwitch } from './language-switch.tsx'
import styles from './shell.module.css'

/** The bar above every screen: centre, search, new case, language, account. */
export function TopBar() {
  const t = useWords(appWords)
  const centre = useCentre()
  return (
    <header className={styles.top}>
      <CentreName />
      {opens(centre, 'cases') ? <SearchBox /> : <span className={styles.search} />}
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
      <LanguageSwitch />
      <AccountMenu caption={centre.roleName} />
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
            onClick={() => void navigate({ to: '/$centre', params: { centre: one.slug } })}
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
  const search = useMatch({ from: '/signed-in/$centre/cases', shouldThrow: false })?.search ?? {}
  return (
    <div className={styles.search}>
      <FindBox
        label={t('search')}
        placeholder={t('searchShort')}
        value={search.find ?? ''}
        onFind={(find) =>
          void navigate({ to: '/$centre/cases', params: centre.params, search: onFind(search, find) })
        }
      />
    </div>
  )
}
