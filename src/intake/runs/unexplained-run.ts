import { maskPersonal } from '../../triage/index.ts'
import type { Detection, Preview } from '../contract.ts'
import { fieldNames } from '../sources/field-names.ts'
import type { SourceField } from '../sources/source.ts'
import { columnName, unexplained, type UnknownTable } from '../tables/unknown-table.ts'

/** Longest cell of a row that is shown so that a person sees what is in the columns. */
const cellLength = 120

/** How a table that nobody has explained yet is told: its columns, and what they may mean. */
export function detectionOfUnknown({ sheet, header, guesses }: UnknownTable): Detection {
  const fieldOf = new Map(Object.entries(guesses).map(([field, column]) => [column, field as SourceField]))
  return {
    source: unexplained,
    sourceName: 'Незнакомая таблица',
    format: sheet.format,
    encoding: sheet.encoding,
    delimiter: sheet.delimiter ?? null,
    sheetName: sheet.sheetName ?? null,
    headerRow: header.lastRow,
    columns: header.names.map((name, at) => {
      const field = fieldOf.get(name) ?? null
      return { name: name || columnName(at), field, fieldName: field && fieldNames[field] }
    }),
    unknown: [],
    foreignRows: 0,
    rejectedRows: 0,
  }
}

/** Its first rows, masked. */
export function previewOfUnknown({ first }: UnknownTable): Preview {
  return first.map(({ row, cells }) => ({
    kind: 'raw',
    row,
    cells: cells.map(({ column, value }) => ({
      column,
      value: maskPersonal(value.slice(0, cellLength)).masked,
    })),
  }))
}
