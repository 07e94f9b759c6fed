import { ActionIcon, MultiSelect, Select } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import {
  type Dimension,
  dimensionCodes,
  isTime,
  mayLayOut,
  type MeasureCode,
  measureCodes,
} from '../../../src/insight/contract.ts'
import { usualMeasures } from '../../../src/insight/contract-tables.ts'
import { useWords } from '../../ui/words.ts'
import { type CrossSearch, usualRows } from './cross-search.ts'
import { crossWords } from './cross-words.ts'
import { CutsMenu } from './cuts-menu.tsx'
import styles from './cross-table.module.css'
import { measureWords } from './measure-words.ts'

/** What lies in rows and columns and what is counted, with ready and kept tables. */
export function CrossControls(props: {
  search: CrossSearch
  onChange: (change: Partial<CrossSearch>) => void
  onOpen: (search: CrossSearch) => void
}) {
  const t = useWords(crossWords)
  const words = useWords(measureWords)
  const { search, onChange } = props
  const { rows = usualRows, columns } = search
  const sides = columns === undefined ? [rows] : [rows, columns]
  const possible = measureCodes.filter((code) => sides.every((by) => mayLayOut(code, by)))
  const known = (search.measure ?? []).filter((code) => possible.includes(code as MeasureCode))
  const measures =
    known.length > 0
      ? known
      : columns
        ? ['received']
        : usualMeasures.filter((code) => possible.includes(code))
  const option = (by: Dimension) => ({ value: by, label: t(`dimension.${by}`) })
  const others = (of: Dimension | undefined) =>
    dimensionCodes.filter((by) => by !== of && !(of !== undefined && isTime(of) && isTime(by)))
  // Measures that cannot be laid out so are dropped rather than refused.
  const layOut = (next: { rows: Dimension; columns: Dimension | undefined }) => {
    const both = next.columns === undefined ? [next.rows] : [next.rows, next.columns]
    const kept = measures.filter((code) => both.every((by) => mayLayOut(code as MeasureCode, by)))
    onChange({ ...next, measure: kept.length === 0 ? undefined : next.columns ? kept.slice(0, 1) : kept })
  }
  return (
    <div className={styles.controls}>
      <Select
        label={t('rows')}
        data={others(columns).map(option)}
        value={rows}
        allowDeselect={false}
        searchable
        onChange={(by) => layOut({ rows: (by ?? usualRows) as Dimension, columns })}
      />
      <ActionIcon
        className={styles.swap ?? ''}
        aria-label={t('swap')}
        title={t('swap')}
        disabled={columns === undefined}
        onClick={() => (columns === undefined ? undefined : layOut({ rows: columns, columns: rows }))}
      >
        <IconArrowsLeftRight size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
      <Select
        label={t('columns')}
        data={[{ value: '', label: t('measuresInColumns') }, ...others(rows).map(option)]}
        value={columns ?? ''}
        allowDeselect={false}
        searchable
        onChange={(by) => layOut({ rows, columns: by ? (by as Dimension) : undefined })}
      />
      {columns === undefined ? (
        <MultiSelect
          className={styles.manyMeasures ?? ''}
          label={t('measures')}
          data={possible.map((code) => ({ value: code, label: words(`measure.${code}`) }))}
          value={[...measures]}
          maxValues={12}
          searchable
          onChange={(codes) => onChange({ measure: codes.length === 0 ? undefined : codes })}
        />
      ) : (
        <Select
          className={styles.measures ?? ''}
          label={t('measure')}
          data={possible.map((code) => ({ value: code, label: words(`measure.${code}`) }))}
          value={measures[0] ?? null}
          allowDeselect={false}
          searchable
          onChange={(code) => onChange({ measure: code === null ? undefined : [code] })}
        />
      )}
      <CutsMenu search={search} onOpen={props.onOpen} />
    </div>
  )
}
