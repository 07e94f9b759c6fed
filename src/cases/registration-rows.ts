import { type Entry, entryId } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { blindIndexRows, sealSubmission } from '../residents/index.ts'
import { maskPersonal } from '../triage/index.ts'
import type { CaseRow, ClockRow } from './case-row.ts'
import { plainValue } from './change-case.ts'
import { answerOfSource } from './answer-of-source.ts'
import { nearestDue } from './clocks.ts'
import { firstClocks, firstState, laterClocks, laterColumns } from './later-state.ts'
import type { RegisteredRows } from './register-store.ts'
import type { Registration } from './registration.ts'
import { type Banded, bandRows, groupOf } from './repeats/bands.ts'

/** Longest gist of a list's line. */
const gistLength = 300

interface Prepared {
  row: Omit<CaseRow, 'updated_at'> & { updated_at: Temporal.Instant }
  clocks: ClockRow[]
  entries: Entry[]
}

/** What registration reads of a desk before it writes anything: no transaction. */
export type RegistrationDesk = Omit<Desk, 'scope'>

/** A batch made ready: everything but the numbers, which are taken when it is written. */
export interface PreparedBatch {
  rows: RegisteredRows
  entries: Entry[]
  /** The regime and moment that choose each case's series, in the rows' order. */
  series: { regime: CaseRow['regime']; registeredAt: Temporal.Instant }[]
}

/** Makes rows of registrations ready: masks, seals, starts clocks. Costs time of the processor only. */
export function prepareRegistrations(desk: RegistrationDesk, given: readonly Registration[]): PreparedBatch {
  const batch: PreparedBatch = {
    rows: {
      submissions: [],
      blindIndexes: [],
      cases: [],
      parts: [],
      caseSubmissions: [],
      words: [],
      repeatBands: [],
      clocks: [],
      answers: [],
      proposals: [],
      sourceValues: [],
    },
    entries: [],
    series: [],
  }
  const banded: Banded[] = []
  for (const one of given) {
    const masked = one.submission.masked ?? maskPersonal(one.submission.words).masked
    const { columns, blindIndexes } = sealedRows(desk, one, masked)
    const prepared = prepare(desk, one, { submissionId: columns.id, gist: gistOf(masked) })
    batch.rows.submissions.push(columns)
    batch.rows.blindIndexes.push(...blindIndexes)
    addRows(desk, batch.rows, one, prepared, columns.wrapped_key, masked)
    banded.push(bandedOf(prepared.row, masked, one))
    batch.entries.push(...prepared.entries)
    batch.series.push({ regime: one.regime, registeredAt: one.registeredAt ?? desk.now })
  }
  batch.rows.repeatBands = bandRows({ vault: desk.vault, centreId: desk.centre.id }, banded)
  return batch
}

/** The opening of a masked text, on one line. */
export function gistOf(masked: string): string {
  const line = masked.replace(/\s+/g, ' ').trim()
  return line.length <= gistLength ? line : `${line.slice(0, gistLength - 1).trimEnd()}…`
}

/** A submission sealed, as its tables take it. */
export function sealedRows(
  { centre, vault, now }: RegistrationDesk,
  { submission, registeredAt }: Pick<Registration, 'submission' | 'registeredAt'>,
  masked: string,
) {
  const id = submission.id ?? entryId(now)
  const contacts = submission.contacts ?? null
  const seals = sealSubmission({
    vault,
    centreId: centre.id,
    submissionId: id,
    raw: submission.raw,
    words: submission.words,
    contacts,
  })
  return {
    columns: {
      centre_id: centre.id,
      id,
      channel: submission.channel,
      network: submission.network ?? null,
      source: submission.source ?? null,
      external_id: submission.externalId ?? null,
      received_at: submission.receivedAt,
      content_digest: submission.contentDigest ?? vault.digest('content', submission.raw),
      import_run_id: submission.importRunId ?? null,
      repeat_digest: submission.repeatDigest ?? null,
      ...seals,
      masked_text: masked,
      erased_at: null,
      created_at: registeredAt ?? now,
    },
    blindIndexes: blindIndexRows(vault, centre.id, contacts).map((index) => ({
      centre_id: centre.id,
      ...index,
      submission_id: id,
    })),
  }
}

const blank = {
  first_answered_at: null,
  answered_at: null,
  closed_at: null,
  outcome: null,
  promised_on: null,
  voices: 1,
  joined_into: null,
  revision: 1,
}

/** Columns by the fields of a registration that they come from. */
const columnOf = {
  subtype: 'subtype',
  nature: 'nature',
  topicGroup: 'topic_group',
  topic: 'topic',
  settlement: 'settlement',
  street: 'street',
  house: 'house',
  lat: 'lat',
  lon: 'lon',
  organisation: 'organisation',
  sectorBlock: 'sector_block',
  assigneeId: 'assignee_id',
  foreignMunicipality: 'foreign_municipality',
  externalNumber: 'external_number',
  externalUrl: 'external_url',
  continues: 'continues',
  mark: 'mark',
} as const satisfies Partial<Record<keyof Registration, keyof CaseRow>>

type GivenColumns = Pick<CaseRow, (typeof columnOf)[keyof typeof columnOf] | 'emergency' | 'fast_track'>

function givenColumns(one: Registration): GivenColumns {
  const columns: Record<string, unknown> = {
    emergency: one.emergency ?? false,
    fast_track: one.fastTrack ?? false,
  }
  for (const [field, column] of Object.entries(columnOf)) {
    columns[column] = one[field as keyof typeof columnOf] ?? null
  }
  return columns as GivenColumns
}

function prepare(
  desk: RegistrationDesk,
  one: Registration,
  made: { submissionId: string; gist: string },
): Prepared {
  const { centre, now } = desk
  const registeredAt = one.registeredAt ?? now
  const { receivedAt, channel, network } = one.submission
  const first = {
    ...blank,
    centre_id: centre.id,
    id: entryId(now),
    number: '',
    regime: one.regime,
    state: firstState(one),
    channel,
    network: network ?? null,
    received_at: receivedAt,
    registered_at: registeredAt,
    ...givenColumns(one),
    submission_id: made.submissionId,
    gist: made.gist,
    charter_edition: centre.edition,
    updated_at: registeredAt,
  }
  const clocks = firstClocks(centre, first, receivedAt, one.registeredElsewhereAt ?? registeredAt)
  const registered = { ...first, ...nearestDue(clocks) }
  const importRunId = one.submission.importRunId
  const entry: Entry = {
    action: 'case-registered',
    caseId: first.id,
    at: registeredAt,
    data: {
      set: journalled(registered),
      submissionId: made.submissionId,
      ...(importRunId ? { importRunId } : {}),
    },
  }
  if (!one.later) return { row: registered, clocks, entries: [entry] }
  const moved = laterClocks(centre, { ...first, clocks }, one.later, registeredAt)
  const change = { ...laterColumns(one.later), ...nearestDue(moved), revision: 2 }
  const imported: Entry = {
    action: 'case-imported',
    caseId: first.id,
    at: registeredAt,
    data: { set: journalled(change, true), source: one.submission.source ?? null },
  }
  return { row: { ...registered, ...change }, clocks: moved, entries: [entry, imported] }
}

const unjournalled = new Set(['centre_id', 'id', 'gist', 'updated_at'])

// Registration begins from an empty row, so it does not tell what is empty; a later change does.
function journalled(columns: object, withEmpty = false): Record<string, unknown> {
  const told: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(columns)) {
    if ((withEmpty || value !== null) && !unjournalled.has(name)) told[name] = plainValue(value)
  }
  return told
}

function addRows(
  desk: RegistrationDesk,
  rows: RegisteredRows,
  one: Registration,
  { row, clocks }: Prepared,
  wrappedKey: Buffer | null,
  masked: string,
): void {
  const centre_id = desk.centre.id
  const partId = entryId(desk.now)
  const { id, state, organisation, sector_block, assignee_id, outcome, registered_at } = row
  rows.cases.push(row)
  rows.parts.push({
    centre_id,
    id: partId,
    case_id: id,
    ordinal: 1,
    question: '',
    state,
    organisation,
    sector_block,
    assignee_id,
    outcome,
  })
  rows.caseSubmissions.push({
    centre_id,
    case_id: id,
    submission_id: row.submission_id,
    kind: 'first',
    at: registered_at,
  })
  rows.words.push({ centre_id, case_id: id, registered_at, text: masked })
  rows.clocks.push(...clocks)
  const { proposal, sourceValues, later } = one
  if (proposal) {
    const { sorter, decided, data } = proposal
    rows.proposals.push({ centre_id, case_id: id, sorter, at: registered_at, decided, data: { ...data } })
  }
  if (sourceValues) {
    const { source, data, conflicts = [] } = sourceValues
    rows.sourceValues.push({ centre_id, case_id: id, source, data, conflicts, at: registered_at })
  }
  if (!later?.answer) return
  const place = { caseId: id, partId, submissionId: row.submission_id, wrappedKey, at: registered_at }
  rows.answers.push(answerOfSource(desk, place, later, later.answer))
}

function bandedOf(row: Prepared['row'], masked: string, { proposal }: Registration): Banded {
  const { id, received_at: receivedAt, settlement, street, house } = row
  const topicGroup = groupOf(row.topic_group, proposal?.data)
  return { id, receivedAt, masked, settlement, street, house, topicGroup }
}
