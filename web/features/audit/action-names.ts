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
  'factor-reset': 'second factor reset',
  'data-erased': 'personal data erased',
  'case-registered': 'registered',
  'case-imported': 'state taken over from the source',
  'case-updated': 'updated from the source',
  'case-qualified': 'regime and nature set',
  'case-topic-set': 'topic set',
  'case-place-set': 'place set',
  'case-gist-set': 'gist made clearer',
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
  'repeat-denied': 'found to be no repeat',
  'list-exported': 'list exported',
  'figures-exported': 'figures exported',
  'cut-shared': 'table saved for everybody',
  'cut-removed': 'shared table deleted',
  'case-repeated': 'an exact repeat came',
  'case-repeat-withdrawn': 'repeat withdrawn with the undone import',
  'case-noted': 'note left',
  'case-attached': 'file attached',
  'import-started': 'import started',
  'import-done': 'import done',
  'import-cancelled': 'import stopped',
  'import-undone': 'import undone',
  'base-map-added': 'map layer added',
  'base-map-removed': 'map layer removed',
  'report-drafted': 'report begun',
  'report-recounted': 'report counted anew',
  'report-part-written': 'part of a report written',
  'report-part-emptied': 'part of a report emptied',
  'report-examples-chosen': 'examples of a report chosen',
  'report-sent-for-review': 'report sent for approval',
  'report-returned': 'report returned for rework',
  'report-approved': 'report approved',
  'report-filed': 'files of a report kept',
  'report-submitted': 'handing over of a report noted',
  'report-acknowledged': 'receipt of a report noted',
  'report-corrected': 'correction of a report begun',
  'report-removed': 'draft of a report removed',
}
const englishAbove: Record<InstallationAction, string> = {
  'charter.applied': 'charter applied',
  'account-created': 'account created',
  'account-changed': 'account changed',
  'account-password-reset': 'one-time password given',
  'place-granted': 'place in a centre given',
  'signed-in': 'signed in',
  'sign-in-locked': 'sign-in locked after wrong passwords',
  'codes-locked': 'sign-in locked after wrong codes',
  'factor-turned-on': 'second factor turned on',
  'factor-turned-off': 'second factor turned off',
  'recovery-codes-renewed': 'new recovery codes given',
  'account-factor-reset': 'second factor reset',
  'session-ended': 'another session ended',
  'signed-out-everywhere': 'signed out on all devices',
  'password-changed': 'password changed',
}

/** Names of everything that a centre's journal can tell. */
export const actionNames = defineWords(namesOf(actionShapes), english)

/** Names of everything that the installation's journal can tell. */
export const installationActionNames = defineWords(namesOf(installationActionShapes), englishAbove)
