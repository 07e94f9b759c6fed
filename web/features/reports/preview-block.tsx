import type {
  Block,
  Cell,
  Chart as ChartBlock,
  Column,
  Table,
} from '../../../src/platform/documents/document.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import { figureWords } from './figure-words.ts'
import styles from './preview.module.css'

/** One block of a document. */
export function PreviewBlock(props: { block: Block; number: number }) {
  const { block, number } = props
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
    case 'paragraph':
      return <p className={styles[block.tone ?? 'plain']}>{block.text}</p>
    case 'list':
      return (
        <ul className={styles.list}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'key-figures':
      return (
        <ul className={styles.tiles}>
          {block.items.map(({ name, value, change, tone }) => (
            <li key={name}>
              <span className="small quiet">{name}</span>
              <strong className="figures">{value}</strong>
              <span className={`small figures ${styles[tone]}`}>{change ?? ' '}</span>
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <TableBlock table={block} number={number} />
    case 'chart':
      return <ChartFigure chart={block} number={number} />
  }
}

function tell(cell: Cell, { kind }: Column): string {
  if (cell === null) return '—'
  if (typeof cell === 'string')
    return kind === 'date' ? cell.slice(0, 10).split('-').toReversed().join('.') : cell
  const unit = { percent: ' %', hours: ' ч' } as Record<string, string>
  return `${formatNumber(cell)}${unit[kind] ?? ''}`
}

function TableBlock({ table, number }: { table: Table; number: number }) {
  const t = useWords(figureWords)
  const name = t('table', { number: String(number), caption: table.caption })
  const cells = (row: readonly Cell[]) =>
    table.columns.map((column, place) => (
      <td key={column.name} className={column.kind === 'text' ? undefined : styles.number}>
        {tell(row[place] ?? null, column)}
      </td>
    ))
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={name}>
      <table>
        <caption>{name}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className={column.kind === 'text' ? undefined : styles.number}
              >
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            // Rows of a printed table have no name of their own.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={place}>{cells(row)}</tr>
          ))}
        </tbody>
        {table.total === null ? null : (
          <tfoot>
            <tr>{cells(table.total)}</tr>
          </tfoot>
        )}
      </table>
      {table.note === null ? null : <p className={styles.note}>{table.note}</p>}
    </div>
  )
}

/** A chart in brief: bars drawn by width; the files hold the drawing itself, the table beside it the numbers. */
function ChartFigure({ chart, number }: { chart: ChartBlock; number: number }) {
  const t = useWords(figureWords)
  const sums = chart.categories.map((_, place) =>
    chart.series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0),
  )
  const most = Math.max(1, ...sums)
  return (
    <figure className={styles.figure} aria-label={`${chart.caption}. ${chart.description}`}>
      <div aria-hidden className={styles.bars}>
        {chart.categories.map((name, place) => (
          <div key={name} className={styles.bar}>
            <span className="clip">{name}</span>
            <span className={styles.track}>
              {chart.series.map((one, layer) => (
                <span
                  key={one.name}
                  className={styles[`layer${layer % 6}`]}
                  style={{ width: `${((one.values[place] ?? 0) / most) * 100}%` }}
                />
              ))}
            </span>
            <span className="figures">{formatNumber(sums[place] ?? 0)}</span>
          </div>
        ))}
        {chart.series.length > 1 ? (
          <p className={styles.legend}>
            {chart.series.map((one, layer) => (
              <span key={one.name}>
                <i className={styles[`layer${layer % 6}`]} /> {one.name}
              </span>
            ))}
          </p>
        ) : null}
      </div>
      <figcaption>{t('chart', { number: String(number), caption: chart.caption })}</figcaption>
    </figure>
  )
}
