import { inReach } from '../platform/db/centre-scope.ts'
import { selectDemoPlaces } from './account-store.ts'
import type { PeopleContext } from './context.ts'
import type { Place, Session } from './contract.ts'
import { rolesThatDemand } from './factor/demanded-factor.ts'
import type { SignedIn, StaffPlace } from './sessions.ts'

/** What the browser may know of the present session: who, where, and the demo sign-ins if there are any. */
export async function readSession(
  context: PeopleContext,
  signedIn: SignedIn | null,
  awaitsCode = false,
): Promise<Session> {
  const places = await Promise.all((signedIn?.places ?? []).map((place) => toldPlace(context, place)))
  return {
    signedIn: signedIn !== null,
    awaitsCode,
    mustHaveFactor: signedIn !== null && (await lacksFactor(context, signedIn)),
    account: signedIn?.account ?? null,
    csrfToken: signedIn?.csrfToken ?? null,
    centres: places.filter((place) => place !== null),
    demo: context.isLoopback ? await demoSignIns(context) : [],
  }
}

async function lacksFactor(context: PeopleContext, signedIn: SignedIn): Promise<boolean> {
  return !signedIn.account.secondFactor && (await rolesThatDemand(context, signedIn)).length > 0
}

async function toldPlace({ loadCentre }: PeopleContext, place: StaffPlace): Promise<Place | null> {
  const { charter, roles } = await loadCentre(place.slug, place)
  const role = roles.get(place.role)
  if (!role) return null
  return {
    slug: place.slug,
    name: charter.centre.name,
    shortName: charter.centre.shortName,
    timeZone: charter.centre.timeZone,
    role: role.code,
    roleName: role.name,
    permissions: role.permissions,
    staffId: place.staffId,
    position: place.position,
    sectorBlock: place.sectorBlock,
    organisation: place.organisation,
  }
}

async function demoSignIns({ db, loadCentre }: PeopleContext): Promise<Session['demo']> {
  const rows = await inReach(db, 'identity', selectDemoPlaces)
  const slugs = [...new Set(rows.map((row) => row.slug))]
  const centres = new Map(
    await Promise.all(slugs.map(async (slug) => [slug, await loadCentre(slug)] as const)),
  )
  return rows.map(({ login, name, role, position, slug }) => {
    const roleName = centres.get(slug)?.roles.get(role)?.name ?? role
    return { login, name, roleName, position }
  })
}
