import type { ReactNode } from 'react'
import styles from './data-table.module.css'

export type TableColumn<Row> = {
  key: string
  title: string
  align?: 'end'
  /** Least width of the column, e.g. `120px`. */
  width?: string
  nowrap?: boolean
  cell: (row: Row) => ReactNode
}

/** A plain table of a few hundred rows at most; scrolls sideways where the screen is narrow. */
export function DataTable<Row>(props: {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly TableColumn<Row>[]
  rowTone?: (row: Row) => 'quiet' | 'red' | undefined
  /** A higher table scrolls inside, under its own header. */
  maxHeight?: number
}) {
  return (
    <div
      className={styles.frame}
      style={props.maxHeight === undefined ? undefined : { maxHeight: props.maxHeight }}
      tabIndex={0}
      role="region"
      aria-label={props.label}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.align === 'end' ? styles.end : undefined}
                style={column.width === undefined ? undefined : { minWidth: column.width }}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => {
            const tone = props.rowTone?.(row)
            return (
              <tr key={props.rowKey(row)} className={tone === undefined ? undefined : styles[tone]}>
                {props.columns.map((column) => (
                  <td key={column.key} className={cellClass(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function cellClass(column: { align?: 'end'; nowrap?: boolean }): string {
  return [column.align === 'end' ? styles.end : '', column.nowrap === true ? styles.nowrap : '']
    .filter(Boolean)
    .join(' ')
}
