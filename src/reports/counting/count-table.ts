import type { CaseSorting } from '../../cases/index.ts'
import type { InsightQuery, MeasureRow } from '../../insight/contract.ts'
import { countedCasesBy, readMeasures } from '../../insight/index.ts'
import type { Desk } from '../../people/index.ts'
import type { KeptCell, KeptTable } from '../contract-content.ts'
import { type LayoutSection, layouts } from './layouts.ts'

/** What a slice is counted with. */
export interface SliceParts {
  desk: Desk
  sorting: CaseSorting
  query: InsightQuery
  prefix: string
  lists: Map<string, readonly string[]>
}

/** Measures of a section laid out by its dimension, with the cases behind each cell. */
export async function countTable(parts: SliceParts, section: LayoutSection): Promise<KeptTable> {
  const { desk, sorting, query } = parts
  const { by, measures: codes } = layouts[section]
  const { measures } = await readMeasures(desk, { ...query, by, measure: [...codes] }, sorting)
  const rows = new Map<string | null, { key: string | null; name: string; cells: KeptCell[] }>()
  if (section === 'blocks') {
    // Every block has its line, whether anybody wrote to it or not.
    for (const { code, name } of desk.centre.charter.sectorBlocks)
      rows.set(code, { key: code, name, cells: [] })
  }
  for (const { rows: found } of measures) {
    for (const { key, name } of found) if (!rows.has(key)) rows.set(key, { key, name, cells: [] })
  }
  for (const measure of measures) {
    const ids = await countedCasesBy(desk, measure.total.open, by)
    const known = new Map(measure.rows.map((row) => [row.key, row]))
    for (const row of rows.values()) {
      const figure = `${parts.prefix}${measure.code}/${by}=${row.key ?? 'none'}`
      parts.lists.set(figure, ids.get(row.key) ?? [])
      row.cells.push(cellOf(known.get(row.key), measure.aggregation, figure))
    }
  }
  return {
    section,
    by,
    measures: measures.map(({ code, name, unit }) => ({ code, name, unit })),
    rows: [...rows.values()],
  }
}

function cellOf(row: MeasureRow | undefined, aggregation: string, figure: string): KeptCell {
  if (row) return { value: row.value, count: row.count, previous: row.previous, figure }
  return { value: aggregation === 'count' ? 0 : null, count: 0, previous: null, figure }
}
