import type { RowReject } from '../sources/source.ts'
import type { Batch } from './import-batch.ts'
import type { PreparedRow } from '../rows/prepare-row.ts'

type Write = (batch: Batch) => Promise<void>

/** Writes one batch while the next is being prepared; the first failure ends both. */
export async function writeBatches(batches: AsyncGenerator<Batch>, write: Write): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve()
  let failure: unknown
  for await (const batch of batches) {
    await writing
    if (failure) break
    writing = writeOrSplit(batch, write).catch((error: unknown) => {
      failure = error
    })
  }
  await writing
  if (failure) throw failure
}

/** Writes a batch; a row of it that the database does not take is found by halving and rejected, and the others are written. */
async function writeOrSplit(batch: Batch, write: Write): Promise<void> {
  try {
    await write(batch)
  } catch (error) {
    const [row, ...others] = batch.rows
    if (!row || !isOfRow(error)) throw error
    if (others.length === 0) {
      const calls = batch.calls.filter((call) => call.row !== row.row)
      return write({ ...batch, rows: [], calls, rejects: [...batch.rejects, rejectUnstorable(row)] })
    }
    for (const half of halves(batch)) await writeOrSplit(half, write)
  }
}

function halves({ from, to, rows, calls, rejects }: Batch): [Batch, Batch] {
  const middle = rows.length >> 1
  const last = rows[middle - 1]!.row
  const upTo = ({ row }: { row: number }) => row <= last
  const behind = ({ row }: { row: number }) => row > last
  return [
    { from, to: last, rows: rows.slice(0, middle), calls: calls.filter(upTo), rejects: rejects.filter(upTo) },
    {
      from: last,
      to,
      rows: rows.slice(middle),
      calls: calls.filter(behind),
      rejects: rejects.filter(behind),
    },
  ]
}

// Classes of SQLSTATE: a value out of its type's bounds, a broken rule of the table, a limit of the server.
function isOfRow(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^(?:22|23|54)...$/.test(code)
}

function rejectUnstorable({ row, registration }: PreparedRow): RowReject {
  const message = `Строку ${row} база данных не приняла: проверьте, нет ли в ней слишком длинных значений, и загрузите её ещё раз.`
  const cells = JSON.parse(registration.submission.raw) as RowReject['cells']
  return { kind: 'reject', row, reason: 'not-storable', message, cells }
}
