// A thread that reads one file into prepared rows, beside the one that writes them.
import { parentPort, workerData } from 'node:worker_threads'
import { centreOf } from '../../charter/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSheet } from '../../platform/sheets/index.ts'
import { createDigests } from '../../platform/vault.ts'
import { chosenValues } from '../sorting/known-values.ts'
import { openTable } from '../sources/open-table.ts'
import { packPiece } from './crossing.ts'
import { readPieces } from './read-pieces.ts'
import type { FromThread, ThreadWork } from './thread-work.ts'

const port = parentPort!
let asked = 0
let wake = () => {}
port.on('message', () => {
  asked += 1
  wake()
})

const tell = (message: FromThread) => port.postMessage(message)

async function mayGoOn(): Promise<void> {
  while (asked === 0) await new Promise<void>((resolve) => (wake = resolve))
  asked -= 1
}

async function readAll(work: ThreadWork): Promise<void> {
  const { centre, charter } = work.centre
  const table = await openTable(await readSheet(work.bytes, { fileName: work.fileName }), work.table)
  const pieces = readPieces(table, {
    ...work,
    centre: centreOf(centre, charter),
    chosen: chosenValues(work.values),
    digests: createDigests(work.digestKey),
  })
  for await (const piece of pieces) {
    await mayGoOn()
    tell({ piece: packPiece(piece) })
  }
}

try {
  await readAll(workerData as ThreadWork)
  tell({ end: true })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  const { kind, reason, message, details } = error
  tell({ refusal: { kind, reason, message, details } })
}
port.close()
