export * from './contract-content.ts'
export * from './contract-report.ts'
export * from './contract-routes.ts'
export { isFrozen, type ReportState, reportStateNames } from './states.ts'
