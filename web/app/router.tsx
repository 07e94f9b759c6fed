import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { LoadingState } from '../ui/states.tsx'
import { worklistSearch } from '../features/cases/worklist-search.ts'
import { callsSearch } from '../features/calls/calls-search.ts'
import { journalSearch } from '../features/audit/journal-search.ts'
import { crossSearch } from '../features/insight/cross-search.ts'
import { insightSearch } from '../features/insight/insight-search.ts'
import { mapSearch } from '../features/map/map-search.ts'
import { overviewSearch } from '../features/insight/overview-search.ts'
import { reportSearch, reportsSearch } from '../features/reports/reports-search.ts'
import { charterSearch } from '../features/charter/charter-search.ts'
import { installationSearch, peopleSearch } from '../features/people/people-search.ts'
import { BrokenScreen, NoPage } from './broken-screen.tsx'
import { CentreFrame } from './centre-frame.tsx'
import { startOf, opens } from './sections.ts'
import { parseAddress, word, writeAddress } from './search-state.ts'
import { placeOf, sessionQuery } from './session.ts'
import { SignInScreen } from './sign-in-screen.tsx'
import { SignedInFrame } from './signed-in-frame.tsx'
import * as z from 'zod'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  beforeLoad: ({ context }) => context.queries.ensureQueryData(sessionQuery),
  notFoundComponent: NoPage,
  errorComponent: BrokenScreen,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ back: word }),
  component: SignInScreen,
})

/** Everything behind the sign-in; the address one wanted is kept for after it. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: ({ context, location }) => {
    const session = context.queries.getQueryData(sessionQuery.queryKey)
    if (session?.signedIn !== true) throw redirect({ to: '/sign-in', search: { back: location.href } })
  },
  component: SignedInFrame,
})

const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    const session = context.queries.getQueryData(sessionQuery.queryKey)
    const first = session?.centres[0]
    if (first !== undefined) throw redirect({ to: '/$centre', params: { centre: first.slug } })
    if (session?.account?.isInstallationAdmin === true) throw redirect({ to: '/installation' })
  },
  component: lazyRouteComponent(() => import('./no-centre-screen.tsx'), 'NoCentreScreen'),
})

const installation = createRoute({
  getParentRoute: () => signedIn,
  path: '/installation',
  validateSearch: installationSearch,
  component: lazyRouteComponent(
    () => import('../features/people/installation-screen.tsx'),
    'InstallationScreen',
  ),
})

const centre = createRoute({ getParentRoute: () => signedIn, path: '/$centre', component: CentreFrame })

const overview = createRoute({
  getParentRoute: () => centre,
  path: '/overview',
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import('../features/insight/overview-screen.tsx'), 'OverviewScreen'),
})

const crossTable = createRoute({
  getParentRoute: () => centre,
  path: '/overview/table',
  validateSearch: crossSearch,
  component: lazyRouteComponent(() => import('../features/insight/cross-screen.tsx'), 'CrossScreen'),
})

const dataQuality = createRoute({
  getParentRoute: () => centre,
  path: '/overview/quality',
  validateSearch: insightSearch,
  component: lazyRouteComponent(() => import('../features/insight/quality-screen.tsx'), 'QualityScreen'),
})

const map = createRoute({
  getParentRoute: () => centre,
  path: '/map',
  validateSearch: mapSearch,
  component: lazyRouteComponent(() => import('../features/map/map-screen.tsx'), 'MapScreen'),
})

const baseMap = createRoute({
  getParentRoute: () => centre,
  path: '/base-map',
  component: lazyRouteComponent(() => import('../features/map/base-map-screen.tsx'), 'BaseMapScreen'),
})

const placeIn = (queries: QueryClient, slug: string) => {
  const session = queries.getQueryData(sessionQuery.queryKey)
  return session === undefined ? null : placeOf(session, slug)
}

/** A centre without a section in the address: the one where this person starts. */
const centreStart = createRoute({
  getParentRoute: () => centre,
  path: '/',
  beforeLoad: ({ context, params }) => {
    const place = placeIn(context.queries, params.centre)
    const first = place === null ? null : startOf(place)
    if (first !== null) throw redirect({ to: first.to, params })
  },
  component: lazyRouteComponent(() => import('./no-section.tsx'), 'NoSection'),
})

const worklist = createRoute({
  getParentRoute: () => centre,
  path: '/cases',
  validateSearch: worklistSearch,
  beforeLoad: ({ context, params }) => {
    const place = placeIn(context.queries, params.centre)
    if (place !== null && !opens(place, 'cases')) throw redirect({ to: '/$centre', params })
  },
  component: lazyRouteComponent(() => import('../features/cases/worklist-screen.tsx'), 'WorklistScreen'),
})

const caseCard = createRoute({
  getParentRoute: () => centre,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('../features/cases/case-screen.tsx'), 'CaseScreen'),
})

const newCase = createRoute({
  getParentRoute: () => centre,
  path: '/new',
  component: lazyRouteComponent(() => import('../features/cases/new-case-screen.tsx'), 'NewCaseScreen'),
})

const importFile = createRoute({
  getParentRoute: () => centre,
  path: '/import',
  validateSearch: z.object({ run: word }),
  component: lazyRouteComponent(() => import('../features/intake/import-screen.tsx'), 'ImportScreen'),
})

const reports = createRoute({
  getParentRoute: () => centre,
  path: '/reports',
  validateSearch: reportsSearch,
  component: lazyRouteComponent(() => import('../features/reports/reports-screen.tsx'), 'ReportsScreen'),
})

const report = createRoute({
  getParentRoute: () => centre,
  path: '/reports/$id',
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import('../features/reports/report-screen.tsx'), 'ReportScreen'),
})

const calls = createRoute({
  getParentRoute: () => centre,
  path: '/calls',
  validateSearch: callsSearch,
  component: lazyRouteComponent(() => import('../features/calls/calls-screen.tsx'), 'CallsScreen'),
})

const charter = createRoute({
  getParentRoute: () => centre,
  path: '/charter',
  validateSearch: charterSearch,
  component: lazyRouteComponent(() => import('../features/charter/charter-screen.tsx'), 'CharterScreen'),
})

const sorter = createRoute({
  getParentRoute: () => centre,
  path: '/sorter',
  component: lazyRouteComponent(() => import('../features/sorter/sorter-screen.tsx'), 'SorterScreen'),
})

const people = createRoute({
  getParentRoute: () => centre,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('../features/people/people-screen.tsx'), 'PeopleScreen'),
})

const journal = createRoute({
  getParentRoute: () => centre,
  path: '/journal',
  validateSearch: journalSearch,
  component: lazyRouteComponent(() => import('../features/audit/journal-screen.tsx'), 'JournalScreen'),
})

const tree = root.addChildren([
  signIn,
  signedIn.addChildren([
    start,
    installation,
    centre.addChildren([
      centreStart,
      overview,
      crossTable,
      dataQuality,
      map,
      baseMap,
      worklist,
      caseCard,
      newCase,
      importFile,
      calls,
      reports,
      report,
      sorter,
      charter,
      people,
      journal,
    ]),
  ]),
])

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    basepath: '/app',
    context: { queries },
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingComponent: LoadingState,
    defaultErrorComponent: BrokenScreen,
    defaultNotFoundComponent: NoPage,
    scrollRestoration: false,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
