import type { Centre, CentreInForce } from '../charter/index.ts'
import { type Database, inCentre } from '../platform/db/centre-scope.ts'
import { refuse } from '../platform/refusal.ts'
import type { Vault } from '../platform/vault.ts'
import { actorOf } from './actor.ts'
import { mustHaveFactor } from './factor/demanded-factor.ts'
import type { Actor, Desk } from './desk.ts'
import type { SignedIn } from './sessions.ts'

/** Finds a centre with the edition of its charter in force. */
export type LoadCentre = (slug: string, read?: CentreInForce) => Promise<Centre>

/**
 * Carries out work at a person's desk: one transaction inside the centre, as the role of its charter lets them. Refuses
 * alike where the person has no place and where there is no such centre.
 */
export async function atDesk<T>(
  db: Database,
  at: { centreSlug: string; signedIn: SignedIn; now: Temporal.Instant; vault: Vault; loadCentre: LoadCentre },
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const place = at.signedIn.places.find((one) => one.slug === at.centreSlug)
  if (!place) {
    refuse(
      'forbidden',
      'no-place',
      'У вас нет места в этом центре: выберите свой центр или обратитесь к его руководителю.',
    )
  }
  const centre = await at.loadCentre(place.slug, place)
  mustHaveFactor(centre, at.signedIn, place)
  const actor = actorOf(centre, at.signedIn.account.id, place)
  return atDeskOf(db, { centre, actor, now: at.now, vault: at.vault }, work)
}

/** Carries out work in one transaction inside a centre as the given actor: a person found by `atDesk`, or the system. */
export function atDeskOf<T>(
  db: Database,
  at: { centre: Centre; actor: Actor; now: Temporal.Instant; vault: Vault },
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  return inCentre(db, at.centre.id, (scope) => work({ ...at, scope }))
}
