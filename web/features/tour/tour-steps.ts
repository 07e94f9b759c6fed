import type { Permission } from '../../../src/charter/permissions.ts'
import type { Place } from '../../../src/people/contract.ts'
import { opens, type Section, sections } from '../../app/sections.ts'
import { may } from '../../app/session.ts'

/** One thing to try in the first hour: the section where it is tried and who can try it. */
type Step = {
  key: string
  section: Section['key']
  /** Any one of these; whoever may open the section where none are named. */
  any?: readonly Permission[]
  /** States of the worklist to show. */
  state?: readonly string[]
}

const steps = [
  { key: 'overview', section: 'overview' },
  { key: 'cases', section: 'cases' },
  { key: 'deadline', section: 'cases' },
  { key: 'triage', section: 'cases', any: ['case.set-topic', 'case.assign'] },
  { key: 'answer', section: 'cases', any: ['case.draft'] },
  { key: 'approve', section: 'cases', any: ['case.approve'], state: ['in_review'] },
  { key: 'newCase', section: 'newCase' },
  { key: 'import', section: 'import' },
  { key: 'map', section: 'map' },
  { key: 'reports', section: 'reports' },
  { key: 'sorter', section: 'sorter', any: ['sorter.manage'] },
  { key: 'people', section: 'people' },
  { key: 'charter', section: 'charter' },
  { key: 'journal', section: 'journal' },
] as const satisfies readonly Step[]

export type TourStep = (typeof steps)[number]

/** The steps that this person can really try, in the order of a first hour. */
export function stepsFor(place: Place): TourStep[] {
  return steps.filter(
    (step: Step) => opens(place, step.section) && (!step.any || may(place, ...step.any)),
  ) as TourStep[]
}

/** The address of the section of a step. */
export function sectionOf(step: Step): Section {
  return sections.find((section) => section.key === step.section)!
}
