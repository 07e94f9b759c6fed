import { cpus, loadavg, totalmem } from 'node:os'

/** What the figures were measured on. */
export interface Machine {
  processor: string
  cores: number
  memoryGb: number
  node: string
  /** Null when no bench asked a database. */
  postgres: string | null
  at: string
  /** Mean number of processes that ran or waited during the last quarter of an hour: above the cores, others worked too. */
  load: number
}

let postgres: string | null = null

/** Told by a bench that works on a database. */
export function onPostgres(version: string): void {
  postgres = version
}

export function machine(): Machine {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
    postgres,
    at: Temporal.Now.plainDateISO().toString(),
    load: Math.round(loadavg()[2]! * 10) / 10,
  }
}
