import type { ReportSection } from '../../charter/contract.ts'
import type { Dimension, MeasureCode } from '../../insight/contract.ts'

/** Sections that are tables of measures by a dimension. */
export const layouts = {
  channels: { by: 'channel', measures: ['received', 'answered', 'in-time', 'late'] },
  topics: { by: 'topicGroup', measures: ['received', 'answered', 'in-time', 'overdue'] },
  blocks: { by: 'sectorBlock', measures: ['received', 'answered', 'in-time', 'solved', 'overdue'] },
  organisations: { by: 'organisation', measures: ['received', 'answered', 'late', 'overdue'] },
  outcomes: { by: 'outcome', measures: ['answered'] },
} as const satisfies Partial<
  Record<
    ReportSection,
    { by: Exclude<Dimension, 'day' | 'week'>; measures: readonly [MeasureCode, ...MeasureCode[]] }
  >
>
export type LayoutSection = keyof typeof layouts

/** True where the section is such a table. */
export function isLayout(section: ReportSection): section is LayoutSection {
  return section in layouts
}
