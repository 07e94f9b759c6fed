import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { MapAnswer, MapRow } from '../../../src/insight/contract-map-routes.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import { CasesLink } from '../insight/cases-link.tsx'
import { tellValue } from '../insight/tell-figures.ts'
import { mapWords } from './map-words.ts'
import styles from './panel.module.css'
import { shadeOf, shades, type ValueClass } from './value-classes.ts'

/** Rows shown at first and with each "more". */
const step = 100

/** The places of the layer as a table, with the same figures as the map: everything on it is reached here. */
export function PlacesTable(props: {
  answer: MapAnswer
  classes: readonly ValueClass[]
  chosen: string | null
  onChoose: (row: MapRow) => void
}) {
  const t = useWords(mapWords)
  const [most, setMost] = useState(step)
  const { rows, measure, layer } = props.answer
  const hidden = rows.length - most
  const names = useMemo(() => namesOf(rows), [rows])
  return (
    <>
      <table className={styles.table} aria-label={t(`layer.${layer}`)}>
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col" className={styles.end}>
              {t('value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row, at) => (
            <tr key={row.key} className={row.key === props.chosen ? styles.isChosen : ''}>
              <td>
                <button
                  type="button"
                  className={styles.placeName}
                  aria-pressed={row.key === props.chosen}
                  aria-label={t('show', { name: names[at] ?? '' })}
                  disabled={row.lat === null}
                  onClick={() => props.onChoose(row)}
                >
                  <span
                    className={styles.swatch}
                    style={{
                      background: row.value === null ? 'none' : shades[shadeOf(props.classes, row.value)],
                    }}
                    aria-hidden
                  />
                  <span>
                    {names[at] ?? ''}
                    {row.lat === null ? <span className="quiet"> ({t('noPoint')})</span> : null}
                  </span>
                </button>
              </td>
              <td className={`${styles.end} figures`}>
                <CasesLink
                  open={row.open}
                  label={`${names[at] ?? ''}: ${t('openCases', { count: row.count })}`}
                >
                  {tellValue(row.value, measure.unit)}
                  {row.of === null ? null : <span className="quiet"> ({formatNumber(row.count)})</span>}
                </CasesLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 ? (
        <Button variant="subtle" onClick={() => setMost(most + step)} className={styles.more ?? ''}>
          {t('more', { count: Math.min(step, hidden) })}
        </Button>
      ) : null}
    </>
  )
}

/** Names of places in their order: those that share a street are told apart by a number, one without a name is only a number. */
function namesOf(rows: readonly MapRow[]): string[] {
  const seen = new Map<string, number>()
  return rows.map(({ name }, at) => {
    if (name === '') return `№ ${at + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
