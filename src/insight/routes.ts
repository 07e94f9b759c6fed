import type { CaseSorting } from '../cases/index.ts'
import type { ServeAtDesk } from '../people/index.ts'
import { readDashboardRoute, readMeasuresRoute } from './contract.ts'
import { readHotSpotsRoute, readMapRoute } from './contract-map-routes.ts'
import { readHotSpots } from './map/hot-spots.ts'
import { readMap } from './map/read-map.ts'
import { readDashboard } from './read-dashboard.ts'
import { readMeasures } from './read-measures.ts'

/** Serves measures and the dashboard. */
export function insightRoutes(serveAtDesk: ServeAtDesk, { sorting }: { sorting: CaseSorting }): void {
  serveAtDesk(readMeasuresRoute, (desk, { query }) => readMeasures(desk, query, sorting))
  serveAtDesk(readDashboardRoute, (desk, { query }) => readDashboard(desk, query, sorting))
  serveAtDesk(readMapRoute, (desk, { query }) => readMap(desk, query, sorting))
  serveAtDesk(readHotSpotsRoute, (desk, { query }) => readHotSpots(desk, query, sorting))
}
