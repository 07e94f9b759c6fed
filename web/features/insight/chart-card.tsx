import { Button } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.ts'
import styles from './cards.module.css'
import { overviewWords } from './overview-words.ts'

/** Charts are drawn by a large library: figures and tables do not wait for it. */
const LateChart = lazy(() => import('./chart.tsx'))

/** A chart, with its place kept free while the library is on its way. */
export function Chart(props: Parameters<typeof LateChart>[0]) {
  return (
    <Suspense fallback={<div className={styles.chart} />}>
      <LateChart {...props} />
    </Suspense>
  )
}

/** Which cards show their table, and how to change that. */
export type Tables = { shown: readonly string[]; onToggle: (card: string) => void }

/** A card that shows a chart, or on demand the same numbers as a table. */
export function ChartCard(props: {
  id: string
  title: string
  tables: Tables
  table: ReactNode
  /** What else steers the card, before the switch to its table. */
  aside?: ReactNode
  children: ReactNode
}) {
  const t = useWords(overviewWords)
  const isTable = props.tables.shown.includes(props.id)
  const Mark = isTable ? IconChartBar : IconTable
  const name = t(isTable ? 'asChart' : 'asTable')
  return (
    <Section
      card
      title={props.title}
      aside={
        <span className={styles.steering}>
          {props.aside}
          <Button
            variant="subtle"
            size="compact-xs"
            className={styles.toggle ?? ''}
            leftSection={<Mark size={14} stroke={1.7} aria-hidden />}
            aria-label={`${name}: ${props.title}`}
            onClick={() => props.tables.onToggle(props.id)}
          >
            {name}
          </Button>
        </span>
      }
    >
      {isTable ? props.table : props.children}
    </Section>
  )
}
