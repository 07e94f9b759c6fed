import { Select } from '@mantine/core'
import type { OrganisationKind } from '../../../src/charter/vocabulary.ts'
import { useWords } from '../../ui/words.ts'
import styles from './insight.module.css'
import type { InsightSearch } from './insight-search.ts'
import { overviewWords } from './overview-words.ts'

/** Kinds of organisations as a head thinks of them. */
const bodies = {
  administration: ['administration', 'unit', 'settlement'],
  organisations: ['institution', 'contractor'],
  outside: ['outside'],
} as const satisfies Record<string, readonly OrganisationKind[]>
type Bodies = keyof typeof bodies

/** Whose cases are counted: those of the administration, of organisations, or all; finer choices stand among the conditions. */
export function BodiesSwitch(props: {
  search: InsightSearch
  onChange: (change: Partial<InsightSearch>) => void
}) {
  const t = useWords(overviewWords)
  const chosen = props.search.organisationKind
  const keys = Object.keys(bodies) as Bodies[]
  const same = keys.find((key) => chosen?.toSorted().join() === bodies[key].toSorted().join())
  const value = chosen === undefined ? 'all' : (same ?? 'own')
  const options = ['all', ...keys, ...(value === 'own' ? (['own'] as const) : [])] as const
  return (
    <Select
      className={styles.bodies ?? ''}
      aria-label={t('bodies')}
      data={options.map((key) => ({ value: key, label: t(`bodies.${key}`) }))}
      value={value}
      allowDeselect={false}
      onChange={(key) => {
        if (key === 'own') return
        props.onChange({
          organisationKind: key === 'all' || key === null ? undefined : [...bodies[key as Bodies]],
        })
      }}
    />
  )
}
