import type { Centre } from '../../charter/index.ts'
import { channel } from '../../charter/contract.ts'
import { foldName } from '../sorting/fold-name.ts'
import type { SortedRow } from '../sorting/sort-row.ts'
import type { SourceRow } from '../sources/source.ts'

/** A call of a register as it is counted: no words, no names, no address. */
export type CallRow = {
  readonly row: number
  readonly externalId: string
  /** The local day as ISO writes it. */
  readonly day: string
  readonly type: string
  /** Code of the charter; null where the place is not known or not ours. */
  readonly settlement: string | null
  readonly result: string | null
  /** False: the charter has calls of this type only counted. */
  readonly becameCase: boolean
}

/** Does the charter make cases of calls of this type? Of all, where it names none. */
export function becomesCase({ charter }: Centre, from: string, type: string): boolean {
  const types = charter.channels[channel.parse(from)]?.cases
  return types === undefined || types.some((one) => foldName(one) === foldName(type))
}

/** The call that a sorted row tells of; null where its source is no register of calls. */
export function callOf({ row, facts, foreign }: SortedRow, centre: Centre): CallRow | null {
  const type = row.callType
  if (type === undefined) return null
  const { settlements } = centre.charter
  const only = settlements.length === 1 && foreign === null ? settlements[0]!.code : null
  return {
    row: row.row,
    externalId: row.externalId,
    day: row.receivedAt.toPlainDate().toString(),
    type: oneSpelling(type),
    settlement: facts.settlement ?? only,
    result: row.outcomeCame === undefined ? null : oneSpelling(row.outcomeCame),
    becameCase: becomesCase(centre, row.channel, type),
  }
}

/** Types of calls with how many there are, as a file is looked through. */
export function tallyCalls(centre: Centre) {
  const types = new Map<string, { type: string; count: number; becomesCase: boolean }>()
  return {
    /** Counts a row; false where the charter has it only counted. */
    add({ callType, channel: from }: SourceRow): boolean {
      if (callType === undefined) return true
      const type = oneSpelling(callType)
      const known = types.get(type)
      if (known) known.count += 1
      else types.set(type, { type, count: 1, becomesCase: becomesCase(centre, from, callType) })
      return types.get(type)!.becomesCase
    },
    found: () => [...types.values()].toSorted((a, b) => b.count - a.count).slice(0, 200),
  }
}

// One blank between words and a capital at the beginning: duty officers type by hand. The database takes no halves of surrogate pairs.
function oneSpelling(name: string): string {
  const line = name.toWellFormed().replaceAll(/\s+/g, ' ').trim().slice(0, 200)
  return line.charAt(0).toUpperCase() + line.slice(1)
}
