import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/centre-scope.ts'
import type { Serve } from '../platform/http/serve.ts'
import type { Vault } from '../platform/vault.ts'
import { atDesk, type LoadCentre } from './at-desk.ts'
import type { ServeAtDesk } from './desk.ts'
import { mustBeSignedIn } from './guard.ts'

/** Binds routes of a centre: the handler works at the desk of whoever sent the request. The path names `:centre`. */
export function createServeAtDesk(
  serve: Serve,
  given: { db: Database; clock: Clock; vault: Vault; loadCentre: LoadCentre },
): ServeAtDesk {
  return (route, handler) => {
    if (!route.path.includes('/:centre/')) throw new Error(`${route.path} names no centre`)
    serve(route, (call) => {
      const { centre } = call.params as { centre: string }
      const signedIn = mustBeSignedIn(call.request)
      const at = {
        centreSlug: centre,
        signedIn,
        now: given.clock(),
        vault: given.vault,
        loadCentre: given.loadCentre,
      }
      return atDesk(given.db, at, (desk) => handler(desk, call))
    })
  }
}
