import { permissions, type Permission } from '../../../src/charter/permissions.ts'
import { defineWords } from '../../ui/words.ts'

const english: Record<Permission, string> = {
  'case.read': 'see all cases of the centre',
  'case.read-own': 'see own cases and those of the own sector block',
  'case.register': 'register cases by hand',
  'case.qualify': 'set regime, subtype and nature',
  'case.set-topic': 'set topic and place',
  'case.assign': 'assign and reassign',
  'case.take': 'take into work',
  'case.draft': 'draft an answer',
  'case.approve': 'approve an answer or return it for rework',
  'case.approve-own': 'approve an answer drafted by oneself',
  'case.deliver': 'mark an answer as sent or published',
  'case.postpone': 'postpone a solution to a date',
  'case.forward': 'forward to another body',
  'case.close': 'close a case with an outcome',
  'case.reopen': 'reopen a message',
  'case.join': 'join repeats',
  'case.note': 'leave notes and attach files',
  'resident.reveal': 'see data and full words of a resident with a stated purpose',
  'resident.erase': 'erase personal data by an act',
  'import.run': 'import exports',
  'list.export': 'export lists',
  'insight.read': 'see figures within one’s reach',
  'report.prepare': 'prepare reports and fill in their parts',
  'report.approve': 'approve reports and mark their submission',
  'sorter.manage': 'train the sorter and put its models to work',
  'charter.read': 'see the charter of the centre',
  'charter.apply': 'apply a new edition of the charter',
  'people.manage': 'manage people and roles',
  'journal.read': 'see the journal of actions',
  'read-log.read': 'see the log of looks at personal data',
}

/** What a permission lets one do. */
export const permissionNames = defineWords(permissions, english)

/** The permissions by what they are about, in the order of a case's way. */
export const permissionGroups = [
  { key: 'cases', codes: startingWith('case.') },
  { key: 'residents', codes: startingWith('resident.') },
  {
    key: 'lists',
    codes: ['import.run', 'list.export', 'insight.read', 'report.prepare', 'report.approve', 'sorter.manage'],
  },
  {
    key: 'centre',
    codes: ['charter.read', 'charter.apply', 'people.manage', 'journal.read', 'read-log.read'],
  },
] as const satisfies readonly { key: string; codes: readonly Permission[] }[]

function startingWith(prefix: string): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((code) => code.startsWith(prefix))
}
