import type { Insertable } from 'kysely'
import type { Tables } from '../../platform/db/tables.ts'
import type { Vault } from '../../platform/vault.ts'
import { type Band, bandBytes, bandsOf, readSaid } from '../../triage/index.ts'
import type { ProposalData } from '../contract-card.ts'

/** Bytes of a hidden block that are kept as a band: a whole number that JavaScript holds exactly. */
const keptBytes = 6

/** What of a case its bands are made of; of words only masked ones, so that they can be made again. */
export interface Banded {
  id: string
  receivedAt: Temporal.Instant
  masked: string
  settlement: string | null
  street: string | null
  house: string | null
  topicGroup: string | null
}

/** The topic group of a case, or the one that the machine proposed first. */
export function groupOf(
  given: string | null | undefined,
  proposed: ProposalData | null | undefined,
): string | null {
  return given ?? proposed?.topics[0]?.group ?? null
}

/** Bands as they stand in the table: the same in one centre, unlike in any other. */
export function hiddenBands(vault: Vault, centreId: number, bands: readonly Band[]): number[] {
  const blocks = Buffer.alloc(bands.length * bandBytes)
  for (const [at, { block }] of bands.entries()) {
    for (let word = 0; word < block.length; word += 1)
      blocks.writeInt32LE(block[word]!, at * bandBytes + word * 4)
  }
  const hidden = vault.hideBlocks(`repeats/${centreId}`, blocks)
  return bands.map((_, at) => hidden.readUIntLE(at * bandBytes, keptBytes))
}

/** The rows of cases' bands, all hidden at once. */
export function bandRows(
  { vault, centreId }: { vault: Vault; centreId: number },
  cases: readonly Banded[],
): Insertable<Tables['repeat_bands']>[] {
  const rows: Insertable<Tables['repeat_bands']>[] = []
  const bands: Band[] = []
  for (const { id, receivedAt, masked, topicGroup, ...place } of cases) {
    const period = periodOf(receivedAt)
    for (const band of bandsOf(readSaid(masked), place, topicGroup)) {
      bands.push(band)
      rows.push({ centre_id: centreId, period, band: 0, case_id: id })
    }
  }
  for (const [at, band] of hiddenBands(vault, centreId, bands).entries()) rows[at]!.band = band
  return rows
}

/** In which span of thirty days since 1970 a moment lies. */
export function periodOf(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / (30 * 86_400_000))
}
