import type { LaterState } from '../../cases/index.ts'
import type { PreparedRow } from './prepare-row.ts'
import type { RowPiece } from './read-pieces.ts'

type PackedRow = ReturnType<typeof packRow>

/** A piece as it goes from one thread to another: moments, days and digests do not cross as they are. */
export type PackedPiece = Omit<RowPiece, 'rows'> & { rows: PackedRow[] }

export function packPiece(piece: RowPiece): PackedPiece {
  return { ...piece, rows: piece.rows.map(packRow) }
}

/** The piece that was packed. */
export function unpackPiece(piece: PackedPiece): RowPiece {
  return { ...piece, rows: piece.rows.map(unpackRow) }
}

// `contentDigest` is the row's own digest, and the source registered it when it came: both go once.
function packRow({ digest, registration, ...row }: PreparedRow) {
  const { submission, later, registeredElsewhereAt: _same, ...rest } = registration
  const { receivedAt, contentDigest: _own, repeatDigest, ...words } = submission
  return {
    ...row,
    ...rest,
    digest: digest.toString('hex'),
    submission: { ...words, repeatDigest: repeatDigest?.toString('hex') ?? null },
    receivedAt: receivedAt.epochMilliseconds,
    later: later ? packLater(later) : null,
  }
}

function unpackRow({
  row,
  externalId,
  digest,
  submission,
  receivedAt,
  later,
  ...rest
}: PackedRow): PreparedRow {
  const at = Temporal.Instant.fromEpochMilliseconds(receivedAt)
  const own = Buffer.from(digest, 'hex')
  const { repeatDigest, ...words } = submission
  const repeats = repeatDigest === null ? null : Buffer.from(repeatDigest, 'hex')
  return {
    row,
    externalId,
    digest: own,
    registration: {
      ...rest,
      submission: { ...words, receivedAt: at, contentDigest: own, repeatDigest: repeats },
      registeredElsewhereAt: at,
      later: later && unpackLater(later),
    },
  }
}

const moments = ['answeredAt', 'firstAnsweredAt', 'closedAt'] as const
type Moments = (typeof moments)[number]
type PackedLater = Omit<LaterState, Moments | 'promisedOn'> &
  Partial<Record<Moments, number | null>> & { promisedOn?: string | null }

// What is not told stays untold: only what stands there is changed.
function packLater({ answeredAt, firstAnsweredAt, closedAt, promisedOn, ...rest }: LaterState): PackedLater {
  const packed: PackedLater = rest
  const given = { answeredAt, firstAnsweredAt, closedAt }
  for (const field of moments) {
    const at = given[field]
    if (at !== undefined) packed[field] = at && at.epochMilliseconds
  }
  if (promisedOn !== undefined) packed.promisedOn = promisedOn && promisedOn.toString()
  return packed
}

function unpackLater({ promisedOn, ...packed }: PackedLater): LaterState {
  const { answeredAt, firstAnsweredAt, closedAt, ...rest } = packed
  const later: LaterState = rest
  const given = { answeredAt, firstAnsweredAt, closedAt }
  for (const field of moments) {
    const at = given[field]
    if (at !== undefined) later[field] = at === null ? null : Temporal.Instant.fromEpochMilliseconds(at)
  }
  if (promisedOn !== undefined)
    later.promisedOn = promisedOn === null ? null : Temporal.PlainDate.from(promisedOn)
  return later
}
