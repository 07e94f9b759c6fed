/**
 * The charter of a centre: the words here are charter, edition, basis (the clause a value carries), default, problem, change.
 * The promise: this is the only reader of charters; a charter is handed out only whole and checked, frozen, with shipped
 * defaults filled in where it says nothing; every problem is found at once and has its line and column; any value can say
 * which clause it comes from and whether it is a default; and no edition leaves open work without its place.
 */
export { basisOf, charterSections, isDefault } from './provenance.ts'
export type { Provenance } from './provenance.ts'
export type { Centre } from './centre.ts'
export { readCharterFolder } from './charter-folder.ts'
export { charterJsonSchema } from './json-schema.ts'
export type { CharterFiles } from './join-parts.ts'
export { readCharter } from './read-charter.ts'
export type { CharterReading } from './read-charter.ts'
export { applyCharter } from './apply-charter.ts'
export type { ApplyCharter, CharterApplied, CountUsage } from './apply-charter.ts'
export { describeChange } from './describe-change.ts'
export { diffCharters } from './diff.ts'
export type { Edition } from './edition.ts'
export {
  type CentreInForce,
  centreOf,
  centreSlugs,
  charterEditions,
  loadCentre,
  loadEdition,
} from './load-centre.ts'
export { orphans } from './orphans.ts'
export { newCharterText } from './new-charter.ts'
export { workingTimeOf } from './working-time.ts'
export { charterRoutes } from './routes.ts'
