import './app/styles.ts'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { whenUnauthenticated } from './api.ts'
import { createQueryClient } from './app/query-client.ts'
import { createAppRouter } from './app/router.tsx'
import { sessionQuery } from './app/session.ts'
import { cssVariables, theme } from './app/theme.ts'
import { currentLanguage } from './ui/language.ts'

const queries = createQueryClient()
const router = createAppRouter(queries)
whenUnauthenticated(() => {
  const before = queries.getQueryData(sessionQuery.queryKey)
  if (before?.signedIn !== true) return
  queries.removeQueries({ queryKey: sessionQuery.queryKey })
  void router.invalidate()
})
// After an upgrade of the server an open tab asks for parts that are no longer there: one fresh start brings the new ones.
window.addEventListener('vite:preloadError', (event) => {
  if (!navigator.onLine || sessionStorage.getItem('otklik.reloaded') === location.href) return
  sessionStorage.setItem('otklik.reloaded', location.href)
  event.preventDefault()
  location.reload()
})
// Parts of other screens are fetched while nothing else is to do: later the server may be away for a moment.
window.addEventListener('load', () => {
  setTimeout(() => {
    for (const route of Object.values(router.routesById)) void router.loadRouteChunk(route)?.catch(() => {})
  }, 2000)
})
document.documentElement.lang = currentLanguage()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-right" autoClose={5000} limit={3} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
