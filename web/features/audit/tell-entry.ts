import type { JournalEntry } from '../../../src/audit/contract.ts'
import type { TellCode } from './code-names.ts'
import { columnsOf, type JournalTranslate, tellCaseChange } from './tell-case-change.ts'

type Data = Record<string, unknown>
type Tell = (data: Data, t: JournalTranslate, code: TellCode) => string[]

const outcomes = ['created', 'joined', 'unchanged', 'updated', 'counted', 'rejected'] as const
const number = (value: unknown) => Number(value)
/** A share of 1 in percent with one decimal. */
const percent = (value: unknown) => Math.round(number(value) * 1000) / 10
const text = (value: unknown) => (typeof value === 'string' ? value : '')

const tellCounts: Tell = (data, t) =>
  outcomes.filter((key) => number(data[key]) > 0).map((key) => t(key, { count: number(data[key]) }))
const tellKind: Tell = (data, t, code) => [
  ...(data.kind === 'interim' || data.kind === 'final' ? [t(`kind.${data.kind}`)] : []),
  ...tellCaseChange(data, t, code),
]

// These two take over whatever state the source has, so the action alone does not tell it.
const tellState = (data: Data, t: JournalTranslate, code: TellCode): string[] => {
  const { state } = columnsOf(data.set)
  return state === undefined ? [] : [t('is.now', { field: t('field.state'), now: code('state', state) })]
}

const tellReport: Tell = (data, t) => [
  t('report', { code: text(data.code), period: text(data.period) }),
  ...(number(data.version) > 1 ? [t('reportVersion', { version: number(data.version) })] : []),
  ...(text(data.number) === '' ? [] : [t('reportNumber', { number: text(data.number) })]),
  ...(text(data.recipient) === '' ? [] : [`${text(data.recipient)}, ${text(data.way)}`]),
]

/** Actions that say more than what became of the case. */
const tellers: Readonly<Record<string, Tell>> = {
  'answer-drafted': tellKind,
  'answer-delivered': tellKind,
  'case-imported': (data, t, code) => [...tellState(data, t, code), ...tellCaseChange(data, t, code)],
  'case-updated': (data, t, code) => [
    ...tellState(data, t, code),
    ...tellCaseChange(data, t, code),
    ...(Array.isArray(data.conflicts) && data.conflicts.length > 0
      ? [t('conflicts', { fields: data.conflicts.join(', ') })]
      : []),
  ],
  'case-extended': (data, t, code) => [
    t('days', { count: number(data.days) }),
    ...tellCaseChange(data, t, code),
  ],
  'case-forwarded': (data, t, code) => [
    ...(text(data.body) === '' ? [] : [t('forwardedTo', { body: text(data.body) })]),
    ...tellCaseChange(data, t, code),
  ],
  'case-continued': (data, t) => [t('withCase', { number: text(data.number) })],
  'case-absorbed': (data, t) => [t('withCase', { number: text(data.number) })],
  'repeat-denied': (data, t) => [t('withCase', { number: text(data.number) })],
  'case-attached': (data, t) => [
    text(data.mediaType),
    t('kilobytes', { count: Math.max(1, Math.round(number(data.size) / 1024)) }),
  ],
  'list-exported': (data, t) => [t('lines', { count: number(data.lines) })],
  'import-started': (data, t) => [
    ...(text(data.source) === '' ? [] : [t('source', { source: text(data.source) })]),
    ...(data.rows === null ? [] : [t('lines', { count: number(data.rows) })]),
  ],
  'import-done': tellCounts,
  'import-cancelled': tellCounts,
  'import-undone': (data, t) => [
    t('cases', { count: number(data.cases) }),
    t('repeats', { count: number(data.repeats) }),
  ],
  'person-added': (data, t, code) => [
    t('person', { name: code('assignee_id', data.staffId) }),
    t('login', { login: text(data.login) }),
    t('role', { role: code('role', data.role) }),
  ],
  'person-changed': (data, t, code) => [
    t('person', { name: code('assignee_id', data.staffId) }),
    ...tellPlaceChange(data, t, code),
  ],
  'password-reset': (data, t, code) => [t('person', { name: code('assignee_id', data.staffId) })],
  'factor-reset': (data, t, code) => [t('person', { name: code('assignee_id', data.staffId) })],
  'sorter-training-asked': (data, t) => [
    t(data.cause === 'corrections' ? 'sorter.corrections' : 'sorter.person'),
  ],
  'sorter-learned': (data, t) => [
    t('cases', { count: number(data.cases) }),
    t('sorter.right', { share: percent(data.accuracy) }),
    t('sorter.alone', { share: percent(data.coverage) }),
    ...(data.worse === true ? [t('sorter.worse')] : []),
  ],
  'sorter-returned': (data, t) => [t(data.modelId === null ? 'sorter.toKeywords' : 'sorter.toModel')],
  'data-erased': (data, t) => [t('act', { number: String(data.number) })],
  'report-drafted': tellReport,
  'report-recounted': tellReport,
  'report-part-written': tellReport,
  'report-part-emptied': tellReport,
  'report-examples-chosen': tellReport,
  'report-sent-for-review': tellReport,
  'report-returned': tellReport,
  'report-approved': tellReport,
  'report-filed': tellReport,
  'report-submitted': tellReport,
  'report-acknowledged': tellReport,
  'report-corrected': tellReport,
  'report-removed': tellReport,
}

/** What an entry says beyond its action, as short phrases in the order of importance. */
export function tellEntry(
  entry: Pick<JournalEntry, 'action' | 'data'>,
  t: JournalTranslate,
  code: TellCode,
): string[] {
  return (tellers[entry.action] ?? tellCaseChange)(entry.data, t, code)
}

const placeFields = {
  name: 'field.name',
  position: 'field.position',
  role: 'field.role',
  sectorBlock: 'field.sectorBlock',
  organisation: 'field.organisationOf',
  active: 'field.active',
} as const
const codeFields: Readonly<Record<string, string>> = { sectorBlock: 'sector_block' }

function tellPlaceChange(data: Data, t: JournalTranslate, code: TellCode): string[] {
  const [before, after] = [columnsOf(data.before), columnsOf(data.after)]
  return Object.entries(placeFields)
    .filter(([field]) => field in after)
    .map(([field, title]) => {
      const told = (value: unknown) =>
        field === 'active'
          ? t(value === true ? 'active' : 'inactive')
          : code(codeFields[field] ?? field, value)
      return t('was.became', { field: t(title), was: told(before[field]), now: told(after[field]) })
    })
}
