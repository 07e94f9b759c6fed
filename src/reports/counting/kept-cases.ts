import { countedCases } from '../../insight/index.ts'
import type { Desk } from '../../people/index.ts'

/** Which cases stand behind the figures of a report, by the figure's key. */
export interface KeptCases {
  lists: Map<string, readonly string[]>
  /** Keeps the cases that a figure opens and gives its key. */
  keep(key: string, open: string): Promise<string>
}

/** Collects the cases of one slice; `prefix` keeps the keys of several slices apart. */
export function keptCases(desk: Desk, prefix: string, lists: KeptCases['lists']): KeptCases {
  return {
    lists,
    async keep(key, open) {
      const whole = `${prefix}${key}`
      lists.set(whole, await countedCases(desk, open))
      return whole
    },
  }
}
