import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const dated = /^otklik-\d{8}-\d{6}\.otklik$/

/** The name of a copy made at a moment, e.g. `otklik-20261122-023000.otklik`: names stand in the order of time. */
export function copyName(moment: string): string {
  return `otklik-${moment}.otklik`
}

/** Copies that go when the newest `keep` stay; whatever has another name is not touched. */
export function copiesToRemove(names: readonly string[], keep: number): string[] {
  return names
    .filter((name) => dated.test(name))
    .toSorted()
    .slice(0, -keep)
}

/** Removes the older copies of a folder; gives what was removed. */
export function rotateCopies(folder: string, keep: number): string[] {
  const gone = copiesToRemove(readdirSync(folder), keep)
  for (const name of gone) rmSync(join(folder, name))
  return gone
}

/** True of a folder that is there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
