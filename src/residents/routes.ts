import type { Desk, ServeAtDesk } from '../people/index.ts'
import * as routes from './contract.ts'
import { eraseSubmissions, listErasures, type OnErased } from './erase.ts'
import { findByContact } from './find-by-contact.ts'
import { reveal, type SubmissionsOf } from './reveal.ts'

/** A case as it is told to one who serves its resident. */
export type FoundCase = { caseId: string; number: string; gist: string; state: string }

/** What residents need of the module that knows cases; each refuses or leaves out what the actor may not reach. */
export interface CasesOfResidents {
  submissionsOf: SubmissionsOf
  casesOf: (desk: Desk, submissionIds: readonly string[]) => Promise<FoundCase[]>
  onErased: OnErased
}

/** Serves looking at personal data, finding a resident's own cases, and destruction. */
export function residentRoutes(serveAtDesk: ServeAtDesk, cases: CasesOfResidents): void {
  serveAtDesk(routes.reveal, async (desk, { params, body }) => ({
    submissions: await reveal(desk, params.id, body, cases.submissionsOf),
  }))
  serveAtDesk(routes.findByContact, async (desk, { body }) => {
    const { submissionIds, more } = await findByContact(desk, body)
    return { cases: submissionIds.length === 0 ? [] : await cases.casesOf(desk, submissionIds), more }
  })
  serveAtDesk(routes.eraseCase, async (desk, { params, body }) =>
    eraseSubmissions(desk, await cases.submissionsOf(desk, params.id), body.ground, cases.onErased),
  )
  serveAtDesk(routes.listErasures, async (desk) => ({ acts: await listErasures(desk) }))
}
