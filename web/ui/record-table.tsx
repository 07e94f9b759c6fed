import type { ReactNode } from 'react'
import styles from './record-table.module.css'

/** A column of a table of records; `width` is a CSS width, without it the column takes what is left. */
export type RecordColumn<Row> = {
  key: string
  title: string
  width?: string
  /** The record's name: in bold, and the head of its card on a narrow screen. */
  lead?: boolean
  /** Quiet text that explains the rest. */
  quiet?: boolean
  /** On a narrow screen the cell stands without its title before it. */
  untitled?: boolean
  /** On a narrow screen the cell stands in the card's upper corner: for the button with what may be done. */
  corner?: boolean
  cell: (row: Row) => ReactNode
}

/** A table of some dozens of records that is read, not steered: rows grow with their words; cards on a narrow screen. */
export function RecordTable<Row>(props: {
  label: string
  columns: readonly RecordColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** A row that no longer counts, e.g. of somebody who left. */
  isFaded?: (row: Row) => boolean
}) {
  const { columns } = props
  // The roles stand in words because a table drawn as blocks loses them.
  return (
    <table className={styles.table} role="table" aria-label={props.label}>
      <colgroup>
        {columns.map((column) => (
          <col key={column.key} style={column.width === undefined ? {} : { width: column.width }} />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <tr
            key={props.rowKey(row)}
            role="row"
            className={props.isFaded?.(row) === true ? styles.faded : undefined}
          >
            {columns.map((column) => (
              <td
                key={column.key}
                role="cell"
                className={cellClass(column)}
                data-title={
                  column.lead === true || column.untitled === true || column.corner === true
                    ? undefined
                    : column.title
                }
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function cellClass(column: { lead?: boolean; quiet?: boolean; corner?: boolean }): string {
  return [
    column.lead === true ? styles.lead : '',
    column.quiet === true ? styles.quiet : '',
    column.corner === true ? styles.corner : '',
  ]
    .filter(Boolean)
    .join(' ')
}
