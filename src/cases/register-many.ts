import { type Entry, entryId, recordMany } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { blindIndexRows, sealSubmission } from '../residents/index.ts'
import { maskPersonal } from '../triage/index.ts'
import { plainValue } from './change-case.ts'
import type { CaseRow, ClockRow } from './case-row.ts'
import { nearestDue } from './clocks.ts'
import { firstClocks, firstState, laterClocks, laterColumns } from './later-state.ts'
import { answerOfSource } from './answer-of-source.ts'
import { announce } from './news.ts'
import { takeNumbers } from './number-series.ts'
import { insertRegistered, type RegisteredRows } from './register-store.ts'
import type { RegisteredCase, Registration } from './registration.ts'

/** Longest gist of a list's line. */
const gistLength = 300

interface Prepared {
  row: Omit<CaseRow, 'updated_at'> & { updated_at: Temporal.Instant }
  clocks: ClockRow[]
  entries: Entry[]
}

/**
 * Registers a batch in the desk's transaction, whole or not at all: submissions sealed, numbers taken without gaps, clocks
 * started, one journal entry per case (two where the source brought a later state). Rows are taken as sorted; the caller
 * has checked codes and that no row's source and external id are known already. Gives the cases in the rows' order.
 */
export async function registerMany(desk: Desk, given: readonly Registration[]): Promise<RegisteredCase[]> {
  if (given.length === 0) return []
  const { scope, centre, now } = desk
  const numbers = await takeNumbers(
    scope,
    centre,
    given.map(({ regime, registeredAt }) => ({ regime, registeredAt: registeredAt ?? now })),
  )
  const rows: RegisteredRows = {
    submissions: [],
    blindIndexes: [],
    cases: [],
    parts: [],
    caseSubmissions: [],
    words: [],
    clocks: [],
    answers: [],
    proposals: [],
    sourceValues: [],
  }
  const entries: Entry[] = []
  const made = given.map((one, index) => {
    const masked = one.submission.masked ?? maskPersonal(one.submission.words).masked
    const submission = sealedRows(desk, one, masked)
    rows.submissions.push(submission.columns)
    rows.blindIndexes.push(...submission.blindIndexes)
    const prepared = prepare(desk, one, {
      number: numbers[index]!,
      submissionId: submission.columns.id,
      gist: gistOf(masked),
    })
    addRows(desk, rows, one, prepared, submission.columns.wrapped_key, masked)
    entries.push(...prepared.entries)
    const { id, number, state, revision } = prepared.row
    return { id, number, submissionId: submission.columns.id, state, revision }
  })
  await insertRegistered(scope, rows)
  const ids = await recordMany(desk, entries)
  const last = ids.at(-1)!
  await announce(scope, {
    centreId: centre.id,
    journalId: last,
    caseId: made.length === 1 ? made[0]!.id : null,
  })
  return made
}

/** The opening of a masked text, on one line. */
export function gistOf(masked: string): string {
  const line = masked.replace(/\s+/g, ' ').trim()
  return line.length <= gistLength ? line : `${line.slice(0, gistLength - 1).trimEnd()}…`
}

/** A submission sealed, as its tables take it. */
export function sealedRows(
  { centre, vault, now }: Desk,
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
  desk: Desk,
  one: Registration,
  made: { number: string; submissionId: string; gist: string },
): Prepared {
  const { centre, now } = desk
  const registeredAt = one.registeredAt ?? now
  const { receivedAt, channel, network } = one.submission
  const first = {
    ...blank,
    centre_id: centre.id,
    id: entryId(now),
    number: made.number,
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
    data: { set: journalled(change), source: one.submission.source ?? null },
  }
  return { row: { ...registered, ...change }, clocks: moved, entries: [entry, imported] }
}

const unjournalled = new Set(['centre_id', 'id', 'gist', 'updated_at'])

function journalled(columns: object) {
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([name]) => !unjournalled.has(name))
      .map(([name, value]) => [name, plainValue(value)]),
  )
}

function addRows(
  desk: Desk,
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
