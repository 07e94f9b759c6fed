import { setImmediate as breathe } from 'node:timers/promises'
import type { Centre } from '../../charter/index.ts'
import type { Digests } from '../../platform/vault.ts'
import type { ChosenValues } from '../sorting/known-values.ts'
import { sortRow } from '../sorting/sort-row.ts'
import type { OpenTable } from '../sources/open-table.ts'
import type { RowReject } from '../sources/source.ts'
import { type PreparedRow, prepareRow } from './prepare-row.ts'

/** Rows that were read and prepared together; `last` is the number of the last of them in the file. */
export type RowPiece = { rows: PreparedRow[]; rejects: RowReject[]; last: number }

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
  let piece: RowPiece = { rows: [], rejects: [], last: given.after }
  for await (const read of table.rows()) {
    if (read.row <= given.after) continue
    if (read.kind === 'reject') piece.rejects.push(read)
    else piece.rows.push(prepareRow(sortRow(read, centre, chosen), facts))
    piece.last = read.row
    if (piece.rows.length + piece.rejects.length < pieceRows) continue
    yield piece
    await breathe()
    piece = { rows: [], rejects: [], last: piece.last }
  }
  if (piece.rows.length + piece.rejects.length > 0) yield piece
}
