/**
 * The demo: a fictional centre with half a year of invented work, on which people learn and tests stand. It owns the words
 * demo case (an invented message with what was done about it), step and seed. It promises that nothing in it is real, that the
 * same seed, charter and moment give the same cases, that the work shown was done by the very commands people use, and that
 * it touches no centre but its own.
 */
export type { DemoCase, DemoEvent, DemoStep } from './demo-case.ts'
export { ensureDemo, resetDemo } from './ensure-demo.ts'
export { type DemoWish, generateCases } from './generate-cases.ts'
export { type DemoPerson, demoPeople } from './people.ts'
export { type DemoMade, type DemoPieces, demoSlug, seedDemo } from './seed-demo.ts'
