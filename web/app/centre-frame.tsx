import { Anchor } from '@mantine/core'
import { Outlet, useParams } from '@tanstack/react-router'
import { EmptyState } from '../ui/states.tsx'
import { useWords } from '../ui/words.ts'
import { ZoneContext } from '../ui/when.ts'
import { appWords } from './app-words.ts'
import { CentreContext } from './centre-context.ts'
import { placeOf, useSession } from './session.ts'
import { Shell } from './shell.tsx'

/** Everything inside one centre: its shell, its time zone, what the person may do in it. */
export function CentreFrame() {
  const t = useWords(appWords)
  const session = useSession()
  const { centre: slug } = useParams({ from: '/signed-in/$centre' })
  const centre = placeOf(session, slug)
  if (centre === null) {
    return (
      <main>
        <EmptyState title={t('noPageTitle')} hint={t('notThisCentre')}>
          <Anchor href="/app/">{t('toStart')}</Anchor>
        </EmptyState>
      </main>
    )
  }
  return (
    <CentreContext value={centre}>
      <ZoneContext value={centre.timeZone}>
        <Shell>
          <Outlet />
        </Shell>
      </ZoneContext>
    </CentreContext>
  )
}
