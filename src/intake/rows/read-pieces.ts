import { setImmediate as breathe } from 'node:timers/promises'
import type { Centre } from '../../charter/index.ts'
import type { Digests } from '../../platform/vault.ts'
import { type CallRow, callOf } from '../calls/call-row.ts'
import type { ChosenValues } from '../sorting/known-values.ts'
import { sortRow } from '../sorting/sort-row.ts'
import type { OpenTable } from '../sources/open-table.ts'
import type { RowReject, SourceRow } from '../sources/source.ts'
import { type PreparedRow, prepareRow } from './prepare-row.ts'

/** Rows that were read and prepared together; `last` is the number of the last of them in the file. */
export type RowPiece = {
  rows: PreparedRow[]
  /** Calls of a register: those that are only counted, and those whose row stands among `rows` too. */
  calls: CallRow[]
  rejects: RowReject[]
  last: number
}

/** A piece without rows, behind a row of the file. */
export const emptyPiece = (last: number): RowPiece => ({ rows: [], calls: [], rejects: [], last })

function sameTwice({ row, cells }: SourceRow, earlier: number): RowReject {
  const message = `В строке ${row} то же, что в строке ${earlier}: оставьте одну из строк.`
  return { kind: 'reject', row, reason: 'same-id-twice', message, cells }
}

/** How many rows of the file a piece holds. */
export function sizeOf({ rows, calls, rejects }: Omit<RowPiece, 'last'>): number {
  return rows.length + rejects.length + calls.reduce((sum, { becameCase }) => sum + (becameCase ? 0 : 1), 0)
}

/** Most rows of a piece: between two of them others get the processor. */
const mostRows = 50

/**
 * Reads a table behind a row and prepares what it reads: sorted, masked, with its digests. Touches no database and no sealing
 * key, so that it gives the same pieces in whatever thread it runs.
 */
export async function* readPieces(
  table: OpenTable,
  given: {
    centre: Centre
    chosen: ChosenValues
    digests: Digests
    runId: string
    after: number
    /** Rows of a batch, so that a batch ends where a piece does. */
    batchRows: number
  },
): AsyncGenerator<RowPiece> {
  const { centre, chosen, digests, runId } = given
  const facts = { centre, digests, source: table.source, runId }
  const pieceRows = Math.min(mostRows, given.batchRows)
  let piece = emptyPiece(given.after)
  let size = 0
  const take = (row: SourceRow) => {
    const sorted = sortRow(row, centre, chosen)
    const call = callOf(sorted, centre)
    if (call) piece.calls.push(call)
    if (call?.becameCase !== false) takeOnce(prepareRow(sorted, facts), row)
  }
  // Numbers that a file gives are compared as it is read; rows without one are alike when they say the same.
  const made = new Map<string, number>()
  const takeOnce = (prepared: PreparedRow, read: SourceRow) => {
    const earlier = read.externalId === '' ? made.get(prepared.externalId) : undefined
    if (earlier === undefined) piece.rows.push(prepared)
    else piece.rejects.push(sameTwice(read, earlier))
    if (read.externalId === '') made.set(prepared.externalId, read.row)
  }
  for await (const read of table.rows()) {
    if (read.row <= given.after) continue
    if (read.kind === 'reject') piece.rejects.push(read)
    else take(read)
    piece.last = read.row
    size += 1
    if (size < pieceRows) continue
    yield piece
    await breathe()
    piece = emptyPiece(piece.last)
    size = 0
  }
  if (size > 0) yield piece
}
