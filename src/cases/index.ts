/**
 * The case: the unit of work that one or several submissions become. It owns the words case, part, state, command, number,
 * clock (a deadline that runs for a case), revision and news. It promises that a case changes only by a command: permitted
 * by role and reach, allowed by the table of its regime, written with one journal entry in one transaction, refused when
 * somebody was quicker; that numbers have no gaps and no doubles; that folding the journal gives the row; and that no words of
 * a resident leave it unmasked.
 */
export { attachRepeats, type Repeat } from './attach-repeats.ts'
export { firstState as firstStateOf } from './later-state.ts'
export { registerMany, writeRegistrations } from './register-many.ts'
export { type PreparedBatch, prepareRegistrations, type RegistrationDesk } from './registration-rows.ts'
export { columnsSetByPeople } from './store.ts'
export { removeImported, type Removed } from './remove-imported.ts'
export { type SourceChange, type SourceFacts, updateFromSource } from './update-from-source.ts'
export type { GivenContacts, Inbound, LaterState, RegisteredCase, Registration } from './registration.ts'
export { registerCase } from './register-case.ts'
export { assign } from './assign.ts'
export { close } from './close.ts'
export { deliverAnswer } from './deliver-answer.ts'
export { draftAnswer } from './draft-answer.ts'
export { approveAnswer, returnAnswer, submitAnswer } from './review-answer.ts'
export { forward } from './forward.ts'
export { join } from './join.ts'
export { note } from './note.ts'
export { postpone, resume } from './postpone.ts'
export { qualify } from './qualify.ts'
export { keepRepeats, catchUpRepeats, type RepeatsContext } from './repeats/keep-repeats.ts'
export { reopen } from './reopen.ts'
export { setPlace } from './set-place.ts'
export { isFastTrack, setTopic } from './set-topic.ts'
export { take } from './take.ts'
export { casesOfResidents } from './for-residents.ts'
export type { CaseSorting, RouteFacts, Sorting } from './sorting.ts'
export { openNewsFeed, type NewsFeed } from './news-feed.ts'
export { type CaseParts, caseRoutes } from './routes.ts'
export { eventRoutes } from './event-routes.ts'
export type { CentreDoor } from './centre-door.ts'
export { countCharterUsage } from './charter-usage.ts'
export { numbersOf } from './case-numbers.ts'
export { namesOf } from './names.ts'
export { formatNumber, takeNext } from './number-series.ts'
export { seenFrom } from './list-as-of.ts'
export { hexagonKey, hexagonOfKey } from './hexagon-sql.ts'
export {
  cornersOf,
  type Grid,
  gridOf,
  type Hexagon,
  hexagonAt,
  middleOf,
  type Point,
  writeHexagon,
} from './hexagons.ts'
export { isLocated } from './list-place.ts'
export { type Condition, conditionsOf, facetConditions, viewConditions } from './list-where.ts'
export { kindOfOrganisation, resultOfCase } from './list-derived.ts'
