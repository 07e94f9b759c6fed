import type { Charter, CharterSection, CharterValue } from './contract.ts'
import { entriesOf, isMapping, isUnder, joinPath, walkPath } from './paths.ts'
import type { Mapping } from './paths.ts'
import { nameOfValue, sectionTitle } from './titles.ts'

/** Where the values of a charter come from: paths that its own files do not say. */
export interface Provenance {
  defaults: readonly string[]
}

/** Address lists: thousands of records whose small defaults tell nobody anything. */
const addressLists: ReadonlySet<string> = new Set(['streets', 'settlements'])

/** Finds which values of a charter its own data does not give. */
export function provenanceOf(charter: Charter, own: Mapping): Provenance {
  const defaults: string[] = []
  for (const [section, value] of Object.entries(charter)) {
    const given = own[section]
    if (given === undefined) {
      if (!isEmpty(value)) defaults.push(section)
    } else if (!addressLists.has(section)) collect(section, value, given, defaults)
  }
  return { defaults }
}

function collect(path: string, value: unknown, given: unknown, defaults: string[]): void {
  if (typeof value !== 'object' || value === null) return
  const own = new Map(entriesOf(given))
  for (const [name, inner] of entriesOf(value)) {
    const source = own.get(name)
    if (source !== undefined && source !== null) collect(joinPath(path, name), inner, source, defaults)
    else if (!isEmpty(inner) && name !== 'basis') defaults.push(joinPath(path, name))
  }
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  )
}

/** True when the value at a path is not said by the charter's own files. */
export function isDefault(provenance: Provenance, path: string): boolean {
  return provenance.defaults.some((prefix) => isUnder(path, prefix))
}

/**
 * The clause that a value carries: of the record nearest to it or of the charter's map of clauses, whichever is nearer to
 * the value, the record's own first. A shipped default carries only the clause of its own record. Null when there is none.
 */
export function basisOf(charter: Charter, path: string, provenance?: Provenance): string | null {
  const steps = walkPath(charter, path) ?? []
  const own = steps.findLast(({ value }) => isMapping(value) && typeof value.basis === 'string')
  const ownBasis = own && isMapping(own.value) ? String(own.value.basis) : null
  if (provenance && isDefault(provenance, path)) return ownBasis
  const mapped = Object.keys(charter.basis)
    .filter((prefix) => isUnder(path, prefix))
    .toSorted((a, b) => b.length - a.length)[0]
  if (mapped !== undefined && mapped.length > (own?.path.length ?? -1)) return charter.basis[mapped] ?? null
  return ownBasis
}

/** The whole charter for the «Устав» screen: one line per record or plain value, by section. */
export function charterSections(charter: Charter, provenance: Provenance): CharterSection[] {
  return Object.entries(charter)
    .filter(([section, value]) => section !== 'basis' && section !== 'format' && !isEmpty(value))
    .map(([section, value]) => ({
      section,
      title: sectionTitle(section),
      values: linesOf(section, value).map(([path, inner]) => line(charter, provenance, path, inner)),
    }))
}

function linesOf(section: string, value: unknown): [string, unknown][] {
  // Streets are shown by their number: the list itself belongs to the map.
  if (section === 'streets' && Array.isArray(value)) return [[section, value.length]]
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return [[section, value]]
  return entriesOf(value)
    .filter(([name]) => name !== 'basis')
    .map(([name, inner]) => [joinPath(section, name), inner])
}

function line(charter: Charter, provenance: Provenance, path: string, value: unknown): CharterValue {
  return {
    path,
    title: nameOfValue(path, value),
    value,
    basis: basisOf(charter, path, provenance),
    isDefault: isDefault(provenance, path),
  }
}
