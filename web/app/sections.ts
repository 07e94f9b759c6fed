import {
  IconBook2,
  IconChartBar,
  IconFileImport,
  IconHistory,
  IconInbox,
  IconPhoneCall,
  IconSquareRoundedPlus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import type { Permission } from '../../src/charter/permissions.ts'
import type { Place } from '../../src/people/contract.ts'
import { may } from './session.ts'

/** The sections of a centre, with the permissions any one of which opens them. */
export const sections = [
  { key: 'overview', to: '/$centre/overview', icon: IconChartBar, any: ['insight.read'], group: 'work' },
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
  { key: 'charter', to: '/$centre/charter', icon: IconBook2, any: ['charter.read'], group: 'centre' },
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

/** Where a person starts in a centre: at the cases, who may see any, else at the first section that opens; null where none does. */
export function startOf(place: Place): Section | null {
  const open = sections.filter((section) => may(place, ...section.any))
  return open.find((section) => section.key === 'cases') ?? open[0] ?? null
}
