import type { Centre } from '../charter/index.ts'
import { permissionCodes } from '../charter/contract.ts'
import { refuse } from '../platform/refusal.ts'
import type { Actor } from './desk.ts'
import type { StaffPlace } from './sessions.ts'

/** The person at work by their place and the charter's role; refuses when the charter no longer knows the role. */
export function actorOf(centre: Centre, accountId: string, place: StaffPlace): Actor {
  const role = centre.roles.get(place.role)
  if (!role) {
    refuse(
      'forbidden',
      'role-gone',
      `Роли «${place.role}» больше нет в уставе центра: попросите руководителя назначить вам другую.`,
    )
  }
  return {
    staffId: place.staffId,
    accountId,
    name: place.name,
    role: place.role,
    permissions: new Set(role.permissions),
    reach: role.reach,
    sectorBlock: place.sectorBlock,
    organisation: place.organisation,
  }
}

/** The program itself at work: import, demo, jobs. It may do everything and is named in the journal. */
export function systemActor(name: string): Actor {
  return {
    staffId: null,
    accountId: null,
    name,
    role: 'system',
    permissions: new Set(permissionCodes),
    reach: 'centre',
    sectorBlock: null,
    organisation: null,
  }
}
