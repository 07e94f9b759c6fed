import type { Database } from '../platform/db/centre-scope.ts'
import { inReach } from '../platform/db/centre-scope.ts'
import type { AnyRoute, ResponseOf } from '../platform/http/route.ts'
import type { Call, Serve } from '../platform/http/serve.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { applyCharter, type ApplyCharter, type CountUsage } from './apply-charter.ts'
import type { Centre } from './centre.ts'
import type { CharterProblem, Permission } from './contract.ts'
import * as routes from './contract-routes.ts'
import { charterEditions, loadEdition } from './load-centre.ts'
import { charterSections } from './provenance.ts'
import { findCentres } from './store.ts'

/** What a desk must carry here; the module of people supplies it. */
interface Reader {
  centre: Centre
  actor: { name: string; permissions: ReadonlySet<Permission> }
  now: Temporal.Instant
}

type ServeAtDesk<D extends Reader> = <R extends AnyRoute>(
  route: R,
  handler: (desk: D, call: Call<R>) => Promise<ResponseOf<R>>,
) => void

/** Serves the charter's screen, and charters of the installation to its administrator. */
export function charterRoutes<D extends Reader>(
  serve: Serve,
  serveAtDesk: ServeAtDesk<D>,
  given: {
    db: Database
    usage: CountUsage
    clock: () => Temporal.Instant
    signedIn: (call: Call<AnyRoute>) => string
    /** Tells the centre's own journal of a new edition. */
    applied: (desk: D, edition: { edition: number; changes: number }) => Promise<void>
  },
): void {
  const { db, usage } = given
  serveAtDesk(routes.readCharterRoute, async (desk, { query }) => {
    must(desk, 'charter.read', 'видеть устав')
    const edition = await loadEdition(db, desk.centre.id, query.edition)
    const editions = await charterEditions(db, desk.centre.id)
    return {
      edition: edition.edition,
      current: desk.centre.edition,
      editions: editions.map((one) => ({
        edition: one.edition,
        appliedAt: one.applied_at.toString(),
        appliedBy: one.applied_by,
        comment: one.comment,
      })),
      sections: charterSections(edition.charter, edition.provenance),
    }
  })
  serveAtDesk(routes.readCharterFiles, async (desk, { query }) => {
    must(desk, 'charter.read', 'видеть устав')
    const { edition, files } = await loadEdition(db, desk.centre.id, query.edition)
    return { edition, files: { ...files } }
  })
  serveAtDesk(routes.checkCharterRoute, async (desk, { body }) => {
    must(desk, 'charter.apply', 'менять устав')
    return check(db, { ...request(desk, body.files), usage })
  })
  serveAtDesk(routes.applyCharterRoute, async (desk, { body }) => {
    must(desk, 'charter.apply', 'менять устав')
    const before = desk.centre.edition
    const { edition, lines } = await applyCharter(db, {
      ...request(desk, body.files),
      usage,
      ...(body.comment ? { comment: body.comment } : {}),
    })
    if (edition !== before) await given.applied(desk, { edition, changes: lines.length })
    return { edition, lines }
  })
  serve(routes.listCentres, async () => ({ centres: await inReach(db, 'installation', findCentres) }))
  serve(routes.checkCentreCharter, async (call) => {
    const { slug, files } = call.body
    return check(db, { slug, files, actor: given.signedIn(call), now: given.clock(), usage })
  })
  serve(routes.applyCentreCharter, async (call) => {
    const { slug, files, comment } = call.body
    const asked = { slug, files, actor: given.signedIn(call), now: given.clock(), usage }
    const { edition, lines } = await applyCharter(db, { ...asked, ...(comment ? { comment } : {}) })
    return { edition, lines }
  })
}

function request(desk: Reader, files: Record<string, string>): ApplyCharter {
  return { slug: desk.centre.slug, files, actor: desk.actor.name, now: desk.now }
}

async function check(db: Database, asked: ApplyCharter) {
  try {
    const { lines, orphans } = await applyCharter(db, { ...asked, dryRun: true })
    return { problems: [], lines, orphans }
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'charter-problems') {
      return { problems: error.details as CharterProblem[], lines: [], orphans: [] }
    }
    throw error
  }
}

function must(desk: Reader, permission: Permission, what: string): void {
  if (!desk.actor.permissions.has(permission)) {
    refuse(
      'forbidden',
      'no-permission',
      `Ваша роль не позволяет ${what}. Обратитесь к руководителю центра.`,
      { permission },
    )
  }
}
