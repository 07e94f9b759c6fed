import { isDeepStrictEqual } from 'node:util'
import type { Charter, CharterChange } from './contract.ts'
import { entriesOf, isMapping, joinPath, keysOf } from './paths.ts'

/** Differences between two charters: records of lists by their codes, not by their places. Empty exactly when both are equal. */
export function diffCharters(before: Partial<Charter>, after: Partial<Charter>): CharterChange[] {
  return diffValues('', before, after)
}

function diffValues(path: string, before: unknown, after: unknown): CharterChange[] {
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [{ path, kind: 'added', after }]
  if (after === undefined) return [{ path, kind: 'removed', before }]
  if (isMapping(before) && isMapping(after)) return diffRecords(path, before, after)
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, now] = [keysOf(before), keysOf(after)]
    if (old && now) return [...diffRecords(path, before, after), ...movedRecords(path, old, now)]
  }
  return isDeepStrictEqual(before, after) ? [] : [{ path, kind: 'changed', before, after }]
}

function diffRecords(path: string, before: object, after: object): CharterChange[] {
  const [old, now] = [new Map(entriesOf(before)), new Map(entriesOf(after))]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) =>
    diffValues(joinPath(path, name), old.get(name), now.get(name)),
  )
}

// The order of a list may carry sense (the first route that fits wins), so a change of order alone is a change.
function movedRecords(path: string, old: string[], now: string[]): CharterChange[] {
  const [kept, stayed] = [new Set(now), new Set(old)]
  const before = old.filter((key) => kept.has(key))
  const after = now.filter((key) => stayed.has(key))
  return isDeepStrictEqual(before, after) ? [] : [{ path, kind: 'changed', before, after }]
}
