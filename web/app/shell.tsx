import { Drawer } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconRoute,
  IconMenu2,
} from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { tourWords } from '../features/tour/tour-words.ts'
import { type Tour, useTour } from '../features/tour/use-tour.ts'
import { kitWords } from '../ui/kit-words.ts'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'
import { BrandMark } from './brand.tsx'
import { useCentre } from './centre-context.ts'
import { sections } from './sections.ts'
import { SectionLinks } from './section-links.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'

const TourPanel = lazy(() =>
  import('../features/tour/tour-panel.tsx').then((part) => ({ default: part.TourPanel })),
)

/** The frame of every screen of a centre: sections at the left (below on a phone), the bar above, the screen itself. */
export function Shell(props: { children: ReactNode }) {
  const t = useWords(appWords)
  const kit = useWords(kitWords)
  const centre = useCentre()
  const [collapsed, setCollapsed] = useLocalStorage({ key: 'otklik.sections-collapsed', defaultValue: false })
  const [drawer, drawerIs] = useDisclosure(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const tour = useTour()
  const { close } = drawerIs
  useEffect(close, [path, close])
  const CollapseIcon = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const collapseLabel = t(collapsed ? 'expand' : 'collapse')
  return (
    <div className={`${styles.shell} ${collapsed ? styles.collapsed : ''}`}>
      <a href="#main" className={styles.skip}>
        {t('skip')}
      </a>
      <Link to="/$centre" params={centre.params} className={styles.brand} aria-label={t('product')}>
        <BrandMark size={25} />
        <span>{t('product')}</span>
      </Link>
      <TopBar />
      <nav className={styles.side} aria-label={t('navigation')}>
        <SectionLinks titled={!collapsed} />
        <span className={styles.spacer} />
        <TourLink tour={tour} />
        <button
          type="button"
          className={styles.link}
          onClick={() => setCollapsed(!collapsed)}
          aria-label={collapseLabel}
          title={collapsed ? collapseLabel : undefined}
        >
          <CollapseIcon size={18} stroke={1.6} aria-hidden />
          <span>{collapseLabel}</span>
        </button>
      </nav>
      <main id="main" className={styles.main} tabIndex={-1}>
        {props.children}
      </main>
      {tour.isOpen ? (
        <Suspense fallback={null}>
          <TourPanel tour={tour} />
        </Suspense>
      ) : null}
      <BottomBar onMore={drawerIs.open} />
      <Drawer
        opened={drawer}
        onClose={drawerIs.close}
        title={centre.shortName}
        size="xs"
        closeButtonProps={{ 'aria-label': kit('close') }}
        transitionProps={{ duration: 0 }}
      >
        <nav aria-label={t('navigation')}>
          <SectionLinks titled />
          <TourLink tour={tour} onOpen={drawerIs.close} />
        </nav>
      </Drawer>
    </div>
  )
}

function TourLink(props: { tour: Tour; onOpen?: () => void }) {
  const t = useWords(tourWords)
  const { tour, onOpen } = props
  if (tour.steps.length === 0) return null
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={t('name')}
      aria-expanded={tour.isOpen}
      title={t('about')}
      onClick={() => {
        if (tour.isOpen) return tour.close()
        tour.open()
        onOpen?.()
      }}
    >
      <IconRoute size={18} stroke={1.6} aria-hidden />
      <span>{t('name')}</span>
    </button>
  )
}

const onThePhone = ['overview', 'cases', 'newCase', 'import'] as const

function BottomBar(props: { onMore: () => void }) {
  const t = useWords(appWords)
  const centre = useCentre()
  const short = {
    overview: 'overview',
    cases: 'cases',
    newCase: 'newCaseShort',
    import: 'importShort',
  } as const
  return (
    <nav className={styles.bottom} aria-label={t('navigation')}>
      {onThePhone.map((key) => {
        const section = sections.find((one) => one.key === key)
        if (section === undefined || !centre.may(...section.any)) return null
        const Mark = section.icon
        return (
          <Link key={key} to={section.to} params={centre.params} className={styles.tab}>
            <Mark size={20} stroke={1.6} aria-hidden />
            {t(short[key])}
          </Link>
        )
      })}
      <button type="button" className={styles.tab} onClick={props.onMore}>
        <IconMenu2 size={20} stroke={1.6} aria-hidden />
        {t('more')}
      </button>
    </nav>
  )
}
