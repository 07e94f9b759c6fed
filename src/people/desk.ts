import type { Centre } from '../charter/index.ts'
import type { Permission } from '../charter/contract.ts'
import type { Scope } from '../platform/db/centre-scope.ts'
import type { AnyRoute, ResponseOf } from '../platform/http/route.ts'
import type { Call } from '../platform/http/serve.ts'
import { refuse } from '../platform/refusal.ts'
import type { Vault } from '../platform/vault.ts'

/** A person of a centre at work, or the system itself (import, demo), with what the charter lets them do. */
export interface Actor {
  /** Row of `staff`; null for the system. */
  staffId: string | null
  accountId: string | null
  name: string
  role: string
  permissions: ReadonlySet<Permission>
  reach: 'centre' | 'block' | 'own'
  sectorBlock: string | null
  organisation: string | null
}

/** Where a command is carried out: a transaction inside one centre, who acts, when, and the keeper of keys. */
export interface Desk {
  scope: Scope
  centre: Centre
  actor: Actor
  now: Temporal.Instant
  /** Where one looks back: cases are found as they stood at this moment, as far as their rows tell it; then `now` is the same. */
  asOf?: Temporal.Instant
  vault: Vault
}

/** Refuses unless the actor's role carries the permission. */
export function mustHave(actor: Actor, permission: Permission, what: string): void {
  if (!actor.permissions.has(permission)) {
    refuse(
      'forbidden',
      'no-permission',
      `Ваша роль не позволяет ${what}. Обратитесь к руководителю центра.`,
      {
        permission,
      },
    )
  }
}

/** Serves a route of a centre: the handler gets a desk in a transaction that ends with the response. */
export type ServeAtDesk = <R extends AnyRoute>(
  route: R,
  handler: (desk: Desk, call: Call<R>) => Promise<ResponseOf<R>>,
) => void
