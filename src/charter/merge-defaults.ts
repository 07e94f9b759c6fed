import { isMapping } from './paths.ts'
import type { Mapping } from './paths.ts'

/** Sections whose records are laid one by one under those of a charter; `null` in a charter drops a default record. */
const recordSections: ReadonlySet<string> = new Set(['norms', 'numbering', 'channels'])

/**
 * Lays shipped defaults under a charter's own data. Mappings are joined key by key, retention terms by what is kept, any
 * other list is taken whole; a field given as `null` drops the default's. A record that the charter touches does not keep the clause of the default.
 */
export function mergeDefaults(own: Mapping, defaults: Mapping): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...own }
  for (const [section, shipped] of Object.entries(defaults)) {
    const given = own[section]
    if (given === undefined) merged[section] = shipped
    else if (recordSections.has(section) && isMapping(given) && isMapping(shipped)) {
      merged[section] = mergeRecords(given, shipped)
    } else if (section === 'retention' && Array.isArray(given) && Array.isArray(shipped)) {
      merged[section] = [...given, ...shipped.filter((term) => !given.some((own) => sameTerm(own, term)))]
    } else if (isMapping(given) && isMapping(shipped)) merged[section] = mergeRecord(given, shipped)
  }
  return merged
}

function mergeRecords(own: Mapping, shipped: Mapping): Record<string, unknown> {
  const merged: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(shipped), ...Object.keys(own)])) {
    const given = own[key]
    if (given === undefined) merged[key] = shipped[key]
    else if (isMapping(given) && isMapping(shipped[key])) merged[key] = mergeRecord(given, shipped[key])
    else if (given !== null || !(key in shipped)) merged[key] = given
  }
  return merged
}

function mergeRecord(own: Mapping, shipped: Mapping): Record<string, unknown> {
  const { basis: _, ...merged }: Record<string, unknown> = shipped
  // An amount without its unit says nothing: one of the charter must not meet the other of the default.
  if ('amount' in own !== 'unit' in own) {
    delete merged.amount
    delete merged.unit
  }
  for (const [key, value] of Object.entries(own)) {
    if (value === null && key in shipped) delete merged[key]
    else merged[key] = value
  }
  return merged
}

function sameTerm(a: unknown, b: unknown): boolean {
  return isMapping(a) && isMapping(b) && a.what === b.what
}
