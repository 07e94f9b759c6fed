/**
 * Staff at work. It owns the words account (who signs in), place (a row of staff: a person's position and role in a
 * centre), session, second factor (a code besides the password), actor (who acts, with what the charter's role permits)
 * and desk (where a command is carried out: a transaction inside one centre). It promises that a command runs only in a
 * centre where the person has a place, that no password, token or code is kept, that with a second factor the password
 * alone opens nothing, and that an installation administrator has no place and so sees no resident.
 */
export { systemActor } from './actor.ts'
export { addDemoPerson, addInstallationAdmin, addUser } from './add-user.ts'
export { atDesk, atDeskOf, type LoadCentre } from './at-desk.ts'
export type { PeopleContext } from './context.ts'
export { type Actor, type Desk, mustHave, type ServeAtDesk } from './desk.ts'
export { guardRequests, mustBeSignedIn } from './guard.ts'
export { codeAt } from './factor/factor-rules.ts'
export { resetFactorOf } from './factor/reset-factor.ts'
export { accountRoutes, peopleRoutes, sessionRoutes } from './routes.ts'
export { createServeAtDesk } from './serve-at-desk.ts'
export { authenticate, type SignedIn, stillSignedIn } from './sessions.ts'
