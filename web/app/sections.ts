import {
  IconBook2,
  IconCategory,
  IconChartBar,
  IconFileAnalytics,
  IconFileImport,
  IconHistory,
  IconInbox,
  IconPhoneCall,
  IconMap2,
  IconSquareRoundedPlus,
  IconStack2,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import type { Permission } from '../../src/charter/permissions.ts'
import type { Place } from '../../src/people/contract.ts'
import { may } from './session.ts'

/** The sections of a centre, with the permissions any one of which opens them. */
export const sections = [
  { key: 'overview', to: '/$centre/overview', icon: IconChartBar, any: ['insight.read'], group: 'work' },
  { key: 'map', to: '/$centre/map', icon: IconMap2, any: ['insight.read'], group: 'work' },
  { key: 'cases', to: '/$centre/cases', icon: IconInbox, any: ['case.read', 'case.read-own'], group: 'work' },
  { key: 'newCase', to: '/$centre/new', icon: IconSquareRoundedPlus, any: ['case.register'], group: 'work' },
  { key: 'import', to: '/$centre/import', icon: IconFileImport, any: ['import.run'], group: 'work' },
  {
    key: 'calls',
    to: '/$centre/calls',
    icon: IconPhoneCall,
    any: ['insight.read', 'import.run'],
    group: 'work',
  },
  {
    key: 'reports',
    to: '/$centre/reports',
    icon: IconFileAnalytics,
    any: ['insight.read', 'report.prepare'],
    group: 'work',
  },
  { key: 'sorter', to: '/$centre/sorter', icon: IconCategory, any: ['insight.read'], group: 'centre' },
  { key: 'charter', to: '/$centre/charter', icon: IconBook2, any: ['charter.read'], group: 'centre' },
  { key: 'baseMap', to: '/$centre/base-map', icon: IconStack2, any: ['charter.apply'], group: 'centre' },
  { key: 'people', to: '/$centre/people', icon: IconUsers, any: ['people.manage'], group: 'centre' },
  {
    key: 'journal',
    to: '/$centre/journal',
    icon: IconHistory,
    any: ['journal.read', 'read-log.read'],
    group: 'centre',
  },
] as const satisfies readonly {
  key: string
  to: string
  icon: Icon
  any: readonly Permission[]
  group: 'work' | 'centre'
}[]

export type Section = (typeof sections)[number]

/** True where this person may open the section. */
export function opens(place: Place, key: Section['key']): boolean {
  return sections.some((section) => section.key === key && may(place, ...section.any))
}

/** True for those who answer for the whole rather than work on single cases: they approve reports, or take no case. */
function looksAtTheWhole(place: Place): boolean {
  return may(place, 'insight.read') && (may(place, 'report.approve') || !may(place, 'case.take'))
}

/** Where a person starts in a centre: at the overview or at the cases, by their work, else at the first section that opens; null where none does. */
export function startOf(place: Place): Section | null {
  const open = sections.filter((section) => may(place, ...section.any))
  const start = looksAtTheWhole(place) ? 'overview' : 'cases'
  return open.find((section) => section.key === start) ?? open[0] ?? null
}
