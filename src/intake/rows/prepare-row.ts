import type { Registration, SourceFacts } from '../../cases/index.ts'
import { channel } from '../../charter/contract.ts'
import type { Centre } from '../../charter/index.ts'
import type { Digests } from '../../platform/vault.ts'
import { maskPersonal } from '../../triage/index.ts'
import { foldName } from '../sorting/fold-name.ts'
import { laterStateOf } from '../sorting/later-state.ts'
import type { SortedRow } from '../sorting/sort-row.ts'
import type { Source, SourceRow } from '../sources/source.ts'

/** A row ready to be written: what it becomes, and by what it is known again. */
export type PreparedRow = {
  readonly row: number
  readonly externalId: string
  readonly digest: Buffer
  readonly registration: Registration
}

/** Shortest text of which an exact repeat says the same thing again, in characters. */
const leastRepeat = 30

/** Makes the registration of a sorted row; `runId` marks what the import made. */
export function prepareRow(
  sorted: SortedRow,
  { centre, digests, source, runId }: { centre: Centre; digests: Digests; source: Source; runId: string },
): PreparedRow {
  const { row, words, masked, facts } = sorted
  const receivedAt = row.receivedAt.toZonedDateTime(centre.zone).toInstant()
  const digest = contentDigest(row, digests)
  const externalId = row.externalId || madeId(row, digests)
  const later = laterStateOf(row, centre.zone, source.name)
  const from = channel.parse(row.channel)
  const setting = centre.charter.channels[from]
  const regime = setting?.regime ?? 'message'
  const joins = setting?.joinExactRepeats === true && regime === 'message' && later?.state !== 'closed'
  return {
    row: row.row,
    externalId,
    digest,
    registration: {
      submission: {
        channel: from,
        network: row.network ?? null,
        source: source.code,
        externalId,
        receivedAt,
        contentDigest: digest,
        importRunId: runId,
        repeatDigest: joins ? repeatDigest(sorted, digests, centre.id) : null,
        raw: JSON.stringify(row.cells),
        words,
        masked,
        contacts: contactsOf(row),
      },
      regime,
      ...facts,
      externalNumber: row.externalNumber ?? (row.externalId || null),
      externalUrl: row.link ?? null,
      mark: row.mark ?? null,
      registeredElsewhereAt: receivedAt,
      sourceValues: { source: source.code, data: sourceData(row) },
      later,
    },
  }
}

function contactsOf({ author: name, phone, email, address }: SourceRow) {
  return name || phone || email ? { name, phone, email, address } : null
}

/** Keyed digest of all that a row says: equal for the same row of another export, whatever the order of its columns. */
function contentDigest(row: SourceRow, digests: Digests): Buffer {
  const { row: _number, kind: _kind, cells: _cells, rest, ...said } = row
  const sorted = Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return digests.digest('import-row', JSON.stringify([said, sorted]))
}

/** What a row without a number is known by: who said what when and where; a keyed digest, because words stand behind it. */
function madeId(row: SourceRow, digests: Digests): string {
  const { receivedAt, text, author, phone, settlement, street, house, address } = row
  const said = [receivedAt.toString(), text, author, phone, settlement, street, house, address]
  return digests.digest('row-without-number', JSON.stringify(said)).toString('hex')
}

/** Keyed digest by which exact repeats of one channel and place meet; null for a text too short to say much. */
function repeatDigest({ row, words }: SortedRow, digests: Digests, centreId: number): Buffer | null {
  const folded = foldName(words)
  if (folded.length < leastRepeat) return null
  const { channel: from, municipality, settlement, street, house, address } = row
  const place = [municipality, settlement, street, house, address].map((part) => foldName(part ?? ''))
  return digests.digest(`repeat/${centreId}`, JSON.stringify([from, folded, ...place]))
}

/** What the source says beside our own values: no words of residents, no contacts; officials' names masked. */
function sourceData(row: SourceRow): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  const put = (name: string, value: string | number | boolean | undefined) => {
    if (value !== undefined) data[name] = typeof value === 'string' ? plainText(value) : value
  }
  put('externalId', row.externalId || undefined)
  put('group', row.group)
  put('topic', row.topic)
  put('region', row.region)
  put('municipality', row.municipality)
  put('settlement', row.settlement)
  put('organisation', row.organisation)
  put('department', row.department)
  put('executor', row.executor === undefined ? undefined : maskedOnce(row.executor))
  put('nature', row.natureCame)
  put('outcome', row.outcomeCame)
  put('status', row.statusCame)
  put('closedAt', row.closedAt?.toString())
  put('dueAt', row.dueAt?.toString())
  put('postponedUntil', row.postponedUntil?.toString())
  put('mark', row.mark)
  if (row.fastTrack) put('fastTrack', true)
  if (row.repeat) put('repeat', true)
  return data
}

const masks = new Map<string, string>()
function maskedOnce(name: string): string {
  const known = masks.get(name)
  if (known !== undefined) return known
  const { masked } = maskPersonal(name)
  if (masks.size > 10_000) masks.clear()
  masks.set(name, masked)
  return masked
}

// The database takes no zero characters and no halves of surrogate pairs.
function plainText(value: string): string {
  return value.replaceAll('\0', '').toWellFormed().slice(0, 500)
}

/** The same facts as columns of the case, for a row that changed. */
export function sourceFactsOf(one: Registration): SourceFacts {
  return {
    nature: one.nature ?? null,
    topic_group: one.topicGroup ?? null,
    topic: one.topic ?? null,
    emergency: one.emergency ?? false,
    settlement: one.settlement ?? null,
    street: one.street ?? null,
    house: one.house ?? null,
    lat: one.lat ?? null,
    lon: one.lon ?? null,
    organisation: one.organisation ?? null,
    sector_block: one.sectorBlock ?? null,
    fast_track: one.fastTrack ?? false,
    external_url: one.externalUrl ?? null,
    mark: one.mark ?? null,
  }
}
