import type { Centre } from '../../charter/index.ts'
import type { RefusalKind } from '../../platform/refusal.ts'
import type { MappingKind } from '../contract.ts'
import type { PackedPiece } from './crossing.ts'
import type { TableChoice } from '../sources/open-table.ts'

/** What a reading thread is given: plain data, from which it makes the centre, its sorter and the table anew. */
export type ThreadWork = {
  bytes: Uint8Array
  fileName: string
  table: TableChoice
  values: readonly { kind: MappingKind; value: string; code: string | null }[]
  centre: {
    centre: { id: number; slug: string; edition: number; is_demo: boolean }
    charter: Centre['charter']
  }
  /** The key of digests alone: nothing that is sealed opens with it. */
  digestKey: Uint8Array
  runId: string
  after: number
  batchRows: number
}

/** What a reading thread says. Any message to it asks for one piece more. */
export type FromThread =
  | { piece: PackedPiece }
  | { end: true }
  | { refusal: { kind: RefusalKind; reason: string; message: string; details: unknown } }
