import type { CaseSorting } from '../cases/index.ts'
import type { ServeAtDesk } from '../people/index.ts'
import { readDashboardRoute, readMeasuresRoute } from './contract.ts'
import { readDashboard } from './read-dashboard.ts'
import { readMeasures } from './read-measures.ts'

/** Serves measures and the dashboard. */
export function insightRoutes(serveAtDesk: ServeAtDesk, { sorting }: { sorting: CaseSorting }): void {
  serveAtDesk(readMeasuresRoute, (desk, { query }) => readMeasures(desk, query, sorting))
  serveAtDesk(readDashboardRoute, (desk, { query }) => readDashboard(desk, query, sorting))
}
