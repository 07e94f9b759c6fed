/**
 * Figures of a centre: the words here are measure, dimension, period, figure, cross-table, cut. The promise: a measure is declared once, with
 * its formula in words, and counted from the cases as they stand at the moment of asking; a figure counts by the very
 * filters of the worklist that it opens, so that both always agree; nobody counts cases beyond their reach; and of cases
 * nothing is written here. Days are those of the centre's zone. The formulas are the product's own, not a norm.
 */
export { countedCasesBy } from './counted-by.ts'
export { countedCases } from './counted-cases.ts'
export { hotSpotsOf } from './map/hot-spots.ts'
export { previousOf } from './period.ts'
export { readCrossTable } from './read-cross-table.ts'
export { readDashboard } from './read-dashboard.ts'
export { readMeasures } from './read-measures.ts'
export { insightRoutes } from './routes.ts'
