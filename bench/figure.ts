import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** One measured figure beside its limit. */
export interface Figure {
  name: string
  figure: number
  unit: string
  /** What it is held to, e.g. `≤ 100`; null where it is only reported. */
  limit: string | null
  ok: boolean
  /** What stands beside it: the same thing done another way, the median, the size. */
  beside?: string
}

const rounded = (value: number) => (value < 10 ? Math.round(value * 100) / 100 : Math.round(value * 10) / 10)

/** A figure that must not exceed its limit. */
export function atMost(limit: number, name: string, value: number, unit: string, beside?: string): Figure {
  return { ...reported(name, value, unit, beside), limit: `≤ ${limit}`, ok: value <= limit }
}

/** A figure that must reach its limit. */
export function atLeast(limit: number, name: string, value: number, unit: string, beside?: string): Figure {
  return { ...reported(name, value, unit, beside), limit: `≥ ${limit}`, ok: value >= limit }
}

/** A figure without a limit. */
export function reported(name: string, value: number, unit: string, beside?: string): Figure {
  return { name, figure: rounded(value), unit, limit: null, ok: true, ...(beside ? { beside } : {}) }
}

/** The value that the given share (0 to 1) of values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}

const columns = ['', 'name', 'figure', 'unit', 'limit', 'beside'] as const

/** Figures as lines of a Markdown table, widths evened out. */
export function tableOf(figures: readonly Figure[]): string[] {
  const lines = figures.map((one) => [
    one.limit === null ? '' : one.ok ? '✓' : '✗',
    one.name,
    String(one.figure),
    one.unit,
    one.limit ?? '',
    one.beside ?? '',
  ])
  const widths = columns.map((head, at) => Math.max(head.length, 3, ...lines.map((line) => line[at]!.length)))
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 2 ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join(' | ')} |`
  return [row(columns), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.map(row)]
}

/** Writes a text, with the folders above it. */
export function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
