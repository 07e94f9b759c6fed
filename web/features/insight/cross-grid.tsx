import type { Figure } from '../../../src/insight/contract.ts'
import type { CrossMeasure, CrossTable, TableHead } from '../../../src/insight/contract-tables.ts'
import { useWords } from '../../ui/words.ts'
import { CasesLink } from './cases-link.tsx'
import { Change } from './change.tsx'
import styles from './cross-table.module.css'
import { crossWords } from './cross-words.ts'
import { measureWords } from './measure-words.ts'
import { tellValue } from './tell-figures.ts'

/** The table itself: names stay in sight at the left and above, totals stand last; every figure opens its cases. */
export function CrossGrid({ table }: { table: CrossTable }) {
  const t = useWords(crossWords)
  const words = useWords(measureWords)
  const { rows, columns, measures } = table
  const [first] = measures
  if (first === undefined) return null
  const nameOf = ({ key, name }: TableHead) => (key === null ? t('none') : name)
  const lines = columns === null ? measures : [first]
  const heads =
    columns === null
      ? measures.map(({ code }) => words(`measure.${code}`))
      : [...columns.heads.map(nameOf), t('total')]
  const caption =
    columns === null
      ? t('captionMeasures', { rows: t(`dimension.${rows.by}`) })
      : t('caption', {
          measure: words(`measure.${first.code}`),
          rows: t(`dimension.${rows.by}`),
          columns: t(`dimension.${columns.by}`),
        })
  const most = Math.max(1, ...first.cells.flat().map((cell) => cell?.count ?? 0))
  const figure = (of: CrossMeasure, one: Figure | null, label: string) => (
    <Cell of={of} figure={one} label={label} />
  )
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`dimension.${rows.by}`)}</th>
            {heads.map((name, place) => (
              <th key={columns?.heads[place]?.key ?? `${place}`} scope="col" className={styles.number}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.heads.map((head, row) => (
            <tr key={head.key ?? 'none'}>
              <th scope="row" className={head.key === null ? styles.none : undefined}>
                {nameOf(head)}
              </th>
              {columns?.heads.map((column, place) => {
                const cell = first.cells[row]![place] ?? null
                const depth = first.unit === 'cases' ? (cell?.count ?? 0) / most : 0
                return (
                  <td
                    key={column.key ?? 'none'}
                    style={depth === 0 ? undefined : { background: `rgba(13, 74, 88, ${depth * 0.15})` }}
                  >
                    {figure(first, cell, `${nameOf(head)}, ${nameOf(column)}`)}
                  </td>
                )
              })}
              {lines.map((of) => {
                const isWeak = of.weak.includes(row)
                return (
                  <td
                    key={of.code}
                    className={`${columns === null ? '' : styles.sum} ${isWeak ? styles.weak : ''}`}
                  >
                    {figure(of, of.rows[row] ?? null, `${nameOf(head)}, ${words(`measure.${of.code}`)}`)}
                    {of.rows[row] && of.rows[row].change !== null ? (
                      <span className={styles.below}>
                        <Change figure={of.rows[row]} of={of} trend />
                      </span>
                    ) : null}
                    {isWeak ? <span className={styles.below}>{t('worse')}</span> : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {columns?.heads.map((column, place) => (
              <td key={column.key ?? 'none'}>
                {figure(first, first.columns[place] ?? null, `${t('total')}, ${nameOf(column)}`)}
              </td>
            ))}
            {lines.map((of) => (
              <td key={of.code} className={columns === null ? '' : styles.sum}>
                {figure(of, of.total, `${t('total')}, ${words(`measure.${of.code}`)}`)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Cell(props: { of: CrossMeasure; figure: Figure | null; label: string }) {
  const { figure, of } = props
  if (figure === null || (figure.count === 0 && !figure.of)) return <span className="quiet">—</span>
  const value = tellValue(figure.value, of.unit)
  if (figure.count === 0) return <span>{value}</span>
  return (
    <CasesLink open={figure.open} label={`${props.label}: ${value}`}>
      {value}
    </CasesLink>
  )
}
