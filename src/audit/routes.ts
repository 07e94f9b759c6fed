import type { Database } from '../platform/db/centre-scope.ts'
import type { AnyRoute, ResponseOf } from '../platform/http/route.ts'
import type { Call, Serve } from '../platform/http/serve.ts'
import * as routes from './contract.ts'
import { type NumbersOf, readInstallationJournal, readJournal, readReadLog, type Reader } from './read.ts'

type ServeAtDesk<D extends Reader> = <R extends AnyRoute>(
  route: R,
  handler: (desk: D, call: Call<R>) => Promise<ResponseOf<R>>,
) => void

/** Serves the screens of the journal and the read log. */
export function auditRoutes<D extends Reader>(
  serve: Serve,
  serveAtDesk: ServeAtDesk<D>,
  given: { db: Database; numbersOf: NumbersOf<D> },
): void {
  serveAtDesk(routes.readJournal, (desk, { query }) => readJournal(desk, query, given.numbersOf))
  serveAtDesk(routes.readReadLog, (desk, { query }) => readReadLog(desk, query, given.numbersOf))
  serveAtDesk(routes.readCaseReadLog, (desk, { query, params }) =>
    readReadLog(desk, { ...query, caseId: params.id }, given.numbersOf),
  )
  serve(routes.readInstallationJournal, ({ query }) => readInstallationJournal(given.db, query))
}
