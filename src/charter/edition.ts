import { createHash } from 'node:crypto'
import * as z from 'zod'
import { charter as schema, channel } from './contract.ts'
import type { Charter } from './contract.ts'
import { sections } from './join-parts.ts'
import type { CharterFiles } from './join-parts.ts'
import { isMapping } from './paths.ts'
import type { Provenance } from './provenance.ts'
import { deepFreeze } from './read-charter.ts'
import type { EditionRow } from './store.ts'

/** What stands in the `sources` column: the files as uploaded and the paths of defaults at that time. */
const sourcesShape = z.object({ files: z.record(z.string(), z.string()), defaults: z.array(z.string()) })

/** A kept edition of a charter, read back. */
export type Edition = { edition: number; charter: Charter; provenance: Provenance; files: CharterFiles }

/** The digest of a charter's data: the same for two charters without a difference, whatever their files look like. */
export function digestOf(charter: Charter): string {
  return createHash('sha256').update(JSON.stringify(charter, inKeyOrder)).digest('hex')
}

function inKeyOrder(_: string, value: unknown): unknown {
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

export function sourcesText(files: CharterFiles, { defaults }: Provenance): string {
  return JSON.stringify({ files, defaults })
}

/**
 * Reads a kept edition. The database keeps no order of keys, so shapes restore it; what later versions of the program have
 * added to the format takes its empty value. Streets are taken as they stand: a region's are megabytes.
 */
export function readEdition(row: EditionRow): Edition {
  const { files, defaults } = sourcesShape.parse(row.sources)
  return { edition: row.edition, charter: keptCharter(row.charter), provenance: { defaults }, files }
}

/** The charter of a kept edition. */
export function keptCharter(kept: unknown): Charter {
  const data = isMapping(kept) ? kept : {}
  const charter: Record<string, unknown> = {}
  for (const section of sections) {
    charter[section] = section === 'streets' ? data[section] : schema.shape[section].parse(data[section])
  }
  charter.norms = sorted(charter.norms, (a, b) => a.localeCompare(b))
  const order: readonly string[] = channel.options
  charter.channels = sorted(charter.channels, (a, b) => order.indexOf(a) - order.indexOf(b))
  return deepFreeze(charter as Charter)
}

function sorted(record: unknown, compare: (a: string, b: string) => number): unknown {
  return isMapping(record)
    ? Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => compare(a, b)))
    : record
}
