import type { Centre } from '../../charter/index.ts'
import { refuse } from '../../platform/refusal.ts'
import type { PeopleContext } from '../context.ts'
import type { SignedIn, StaffPlace } from '../sessions.ts'

/** True where the centre's charter demands a second factor of this place's role. */
export function demandsFactor(centre: Centre, place: Pick<StaffPlace, 'role'>): boolean {
  return centre.roles.get(place.role)?.secondFactor === true
}

/** Refuses a centre to one whose role demands a second factor that the account has not; demo accounts have no password to add to. */
export function mustHaveFactor(
  centre: Centre,
  { account }: Pick<SignedIn, 'account'>,
  place: StaffPlace,
): void {
  if (account.secondFactor || account.isDemo || !demandsFactor(centre, place)) return
  refuse(
    'forbidden',
    'must-have-factor',
    'Устав центра требует от вашей роли второго фактора: включите его, чтобы продолжить.',
  )
}

/** Roles of the account of which a charter demands a second factor, by name, with their centres. */
export async function rolesThatDemand(
  { loadCentre }: Pick<PeopleContext, 'loadCentre'>,
  { account, places }: Pick<SignedIn, 'account' | 'places'>,
): Promise<{ role: string; centre: string }[]> {
  if (account.isDemo) return []
  const found = await Promise.all(
    places.map(async (place) => {
      const centre = await loadCentre(place.slug, place)
      const role = centre.roles.get(place.role)
      return role && demandsFactor(centre, place)
        ? [{ role: role.name, centre: centre.charter.centre.shortName }]
        : []
    }),
  )
  return found.flat()
}
