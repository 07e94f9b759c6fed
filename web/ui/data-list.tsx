import { useMediaQuery } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import styles from './data-list.module.css'
import { kitWords } from './kit-words.ts'
import { steer } from './list-steering.ts'
import { useWords } from './words.ts'

/** A column: `width` is a track of a CSS grid, e.g. `96px` or `minmax(0, 2fr)`. */
export type Column<Row> = {
  key: string
  title: string
  width: string
  align?: 'end'
  cell: (row: Row) => ReactNode
}

export type DataListProps<Row> = {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
  /** What a row becomes on a narrow screen, where columns have no room. */
  card: (row: Row) => ReactNode
  cardHeight?: number
  rowHeight?: number
  onOpen: (row: Row) => void
  /** Keys beyond moving and opening, by `event.code`; return true when the key was yours. */
  onKey?: (code: string, row: Row, event: KeyboardEvent) => boolean
  chosen?: ReadonlySet<string>
  /** Rows in all, when more exist than are loaded. */
  total?: number
  onReachEnd?: () => void
  loadingMore?: boolean
  boxed?: boolean
  autoFocus?: boolean
  /** The narrowest width at which the columns are readable; under it the list scrolls sideways. */
  minWidth?: number
}

/** A long list that draws only what is seen, works from the keyboard and never reorders itself. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { rows, rowKey } = props
  const narrow = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false })
  const frame = useRef<HTMLDivElement>(null)
  const id = useId()
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const found = activeKey === null ? -1 : rows.findIndex((row) => rowKey(row) === activeKey)
  const active = found === -1 ? (rows.length > 0 ? 0 : -1) : found
  const { rowHeight = 33, cardHeight = 76 } = props
  const height = narrow ? cardHeight : rowHeight
  const headerHeight = narrow ? 0 : 30
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan: 12,
    scrollPaddingStart: headerHeight,
    scrollMargin: 0,
  })
  useEffect(() => virtual.measure(), [virtual, height])
  useEffect(() => {
    if (props.autoFocus === true) frame.current?.focus({ preventScroll: true })
  }, [props.autoFocus])

  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  const { onReachEnd } = props
  useEffect(() => {
    if (onReachEnd !== undefined && last >= rows.length - 20 && rows.length > 0) onReachEnd()
  }, [last, rows.length, onReachEnd])

  const moveTo = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    setActiveKey(rowKey(row))
    virtual.scrollToIndex(index, { align: 'auto' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[active]
    if (row === undefined) return
    const target = steer(event.code, active, rows.length, Math.max(1, items.length - 13))
    if (target !== null) moveTo(target)
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') props.onOpen(row)
    else if (props.onKey?.(event.code, row, event) !== true) return
    event.preventDefault()
  }

  const layout = layoutOf(props, narrow)
  return (
    <div
      ref={frame}
      className={`${styles.frame} ${props.boxed === true ? styles.boxed : ''}`}
      style={layout}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={Math.max(props.total ?? 0, rows.length) + 1}
      aria-colcount={narrow ? 1 : props.columns.length}
      aria-activedescendant={active === -1 ? undefined : `${id}-${active}`}
      aria-multiselectable={props.chosen === undefined ? undefined : true}
      onKeyDown={onKeyDown}
    >
      {narrow ? null : <ListHeader columns={props.columns} />}
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          const key = rowKey(row)
          const chosen = props.chosen?.has(key) === true
          return (
            <ListRow
              key={key}
              id={`${id}-${item.index}`}
              index={item.index}
              className={rowClass(item.index === active, chosen, narrow)}
              selected={props.chosen === undefined ? item.index === active : chosen}
              style={{ height, transform: `translateY(${item.start}px)` }}
              columns={narrow ? null : props.columns}
              card={props.card}
              row={row}
              onPress={() => setActiveKey(key)}
              onOpen={() => props.onOpen(row)}
            />
          )
        })}
      </div>
      <ListFoot loading={props.loadingMore === true} />
    </div>
  )
}

function layoutOf<Row>(
  props: Pick<DataListProps<Row>, 'columns' | 'minWidth'>,
  narrow: boolean,
): CSSProperties {
  return {
    '--columns': props.columns.map((column) => column.width).join(' '),
    '--list-width': narrow || props.minWidth === undefined ? '100%' : `max(100%, ${props.minWidth}px)`,
  } as CSSProperties
}

function rowClass(active: boolean, chosen: boolean, narrow: boolean): string {
  return [styles.row, active ? styles.active : '', chosen ? styles.chosen : '', narrow ? styles.card : '']
    .filter(Boolean)
    .join(' ')
}

function ListHeader<Row>(props: { columns: readonly Column<Row>[] }) {
  return (
    <div className={styles.header} role="row" aria-rowindex={1}>
      {props.columns.map((column) => (
        <div key={column.key} role="columnheader" className={cellClass(column.align)}>
          {column.title}
        </div>
      ))}
    </div>
  )
}

function ListRow<Row>(props: {
  id: string
  index: number
  className: string
  selected: boolean
  style: CSSProperties
  /** Null where the row is a card. */
  columns: readonly Column<Row>[] | null
  card: (row: Row) => ReactNode
  row: Row
  onPress: () => void
  onOpen: () => void
}) {
  const { row, columns } = props
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.selected}
      className={props.className}
      style={props.style}
      onMouseDown={props.onPress}
      onClick={props.onOpen}
    >
      {columns === null ? (
        <div role="gridcell" className={styles.cell}>
          {props.card(row)}
        </div>
      ) : (
        columns.map((column) => (
          <div key={column.key} role="gridcell" className={cellClass(column.align)}>
            {column.cell(row)}
          </div>
        ))
      )}
    </div>
  )
}

function cellClass(align: 'end' | undefined): string {
  return `${styles.cell} clip ${align === 'end' ? styles.end : ''}`
}

function ListFoot(props: { loading: boolean }) {
  const t = useWords(kitWords)
  if (!props.loading) return null
  return (
    <div className={styles.foot} role="presentation">
      {t('moreBelow')}
    </div>
  )
}
