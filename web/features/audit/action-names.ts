import {
  type Action,
  actionShapes,
  type InstallationAction,
  installationActionShapes,
} from '../../../src/audit/contract.ts'
import { defineWords } from '../../ui/words.ts'

function namesOf<Key extends string>(shapes: Readonly<Record<Key, { name: string }>>): Record<Key, string> {
  return Object.fromEntries(
    Object.entries<{ name: string }>(shapes).map(([key, shape]) => [key, shape.name]),
  ) as Record<Key, string>
}

const english: Record<Action, string> = {
  'person-added': 'person added',
  'person-changed': 'place of a person changed',
  'charter-edition': 'new edition of the charter applied',
  'password-reset': 'one-time password given',
  'data-erased': 'personal data erased',
  'case-registered': 'registered',
  'case-imported': 'state taken over from the source',
  'case-updated': 'updated from the source',
  'case-qualified': 'regime and nature set',
  'case-topic-set': 'topic set',
  'case-place-set': 'place set',
  'case-assigned': 'assigned',
  'case-taken': 'taken into work',
  'case-returned': 'returned to triage',
  'answer-drafted': 'answer drafted',
  'answer-submitted': 'answer sent for approval',
  'answer-approved': 'answer approved',
  'answer-returned': 'answer returned for rework',
  'answer-delivered': 'answer delivered',
  'case-extended': 'deadline extended',
  'case-postponed': 'postponed',
  'case-resumed': 'work resumed',
  'case-forwarded': 'forwarded',
  'case-closed': 'closed',
  'case-reopened': 'reopened',
  'case-continued': 'repeated appeal registered',
  'case-joined': 'joined as a repeat',
  'case-absorbed': 'a repeat joined',
  'list-exported': 'list exported',
  'case-repeated': 'an exact repeat came',
  'case-repeat-withdrawn': 'repeat withdrawn with the undone import',
  'case-noted': 'note left',
  'case-attached': 'file attached',
  'import-started': 'import started',
  'import-done': 'import done',
  'import-cancelled': 'import stopped',
  'import-undone': 'import undone',
  'table-saved': 'own table explained',
  'table-removed': 'own table forgotten',
}
const englishAbove: Record<InstallationAction, string> = {
  'charter.applied': 'charter applied',
  'account-created': 'account created',
  'account-changed': 'account changed',
  'account-password-reset': 'one-time password given',
  'place-granted': 'place in a centre given',
  'signed-in': 'signed in',
  'sign-in-locked': 'sign-in locked after wrong passwords',
  'signed-out-everywhere': 'signed out on all devices',
  'password-changed': 'password changed',
}

/** Names of everything that a centre's journal can tell. */
export const actionNames = defineWords(namesOf(actionShapes), english)

/** Names of everything that the installation's journal can tell. */
export const installationActionNames = defineWords(namesOf(installationActionShapes), englishAbove)
