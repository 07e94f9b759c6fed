import type { Centre } from '../../charter/index.ts'
import { readSheet } from '../../platform/sheets/index.ts'
import type { MappingKind } from '../contract.ts'
import { readBeside } from '../rows/read-beside.ts'
import { readPieces, type RowPiece } from '../rows/read-pieces.ts'
import { chosenValues } from '../sorting/known-values.ts'
import { openTable } from '../sources/open-table.ts'
import type { ImportContext } from './context.ts'
import type { RunRow } from './run-store.ts'
import { readStoredFile } from './stored-file.ts'

/** Rows from which on a thread is worth the half second and the memory that it takes. */
const leastRows = 4000

/** Reads the stored file of a run behind its last written row: a large one in a thread of its own, a small one here. */
export async function openPieces(
  context: ImportContext,
  given: {
    centre: Centre
    run: RunRow
    values: readonly { kind: MappingKind; value: string; code: string | null }[]
    batchRows: number
    beside: boolean | undefined
  },
): Promise<AsyncGenerator<RowPiece>> {
  const { centre, run, values, batchRows } = given
  const bytes = await readStoredFile(context, run)
  const reading = { runId: run.id, after: run.done_rows, batchRows }
  const left = (run.total_rows ?? 0) - run.done_rows
  if (given.beside ?? left >= leastRows) {
    const { id, slug, edition, isDemo, charter } = centre
    return readBeside({
      ...reading,
      bytes,
      fileName: run.file_name,
      table: run.mapping,
      values,
      centre: { centre: { id, slug, edition, is_demo: isDemo }, charter },
      digestKey: context.vault.digestKey,
    })
  }
  const table = await openTable(await readSheet(bytes, { fileName: run.file_name }), run.mapping)
  return readPieces(table, { ...reading, centre, chosen: chosenValues(values), digests: context.vault })
}
