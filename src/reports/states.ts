/** States of a version of a report and what may follow each: what is approved never goes back, a correction is a new version. */
export const reportStates = {
  draft: ['review', 'approved'],
  review: ['draft', 'approved'],
  approved: ['submitted'],
  submitted: ['acknowledged'],
  acknowledged: [],
} as const satisfies Record<string, readonly string[]>

export type ReportState = keyof typeof reportStates
export const reportStateCodes = Object.keys(reportStates) as [ReportState, ...ReportState[]]

/** The states in Russian, as screens and journals tell them. */
export const reportStateNames: Record<ReportState, string> = {
  draft: 'черновик',
  review: 'на утверждении',
  approved: 'утверждён',
  submitted: 'передан',
  acknowledged: 'получение подтверждено',
}

/** Where the counting of a draft stands. */
export const countingStates = ['waiting', 'running', 'done', 'failed'] as const
export type CountingState = (typeof countingStates)[number]

/** True where a report in `from` may become `to`. */
export function mayBecome(from: ReportState, to: ReportState): boolean {
  return (reportStates[from] as readonly string[]).includes(to)
}

/** True where nothing of the report may change any more. */
export function isFrozen(state: ReportState): boolean {
  return state !== 'draft' && state !== 'review'
}
