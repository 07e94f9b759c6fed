import { Button } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { addressOf } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { useWords } from '../../ui/words.ts'
import { crossWords } from './cross-words.ts'
import styles from './insight.module.css'

/** Two links that give the same figures as a file; nothing where the role may not export. */
export function ExportLinks(props: { route: { path: string }; query: Record<string, unknown> }) {
  const t = useWords(crossWords)
  const centre = useCentre()
  if (!centre.may('list.export')) return null
  return (
    <span className={styles.exports} role="group" aria-label={t('export')}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          component="a"
          href={addressOf(props.route, { ...centre.params, format }, props.query)}
          download
          aria-label={`${t('export')} ${format.toUpperCase()}`}
          leftSection={format === 'xlsx' ? <IconTableExport size={15} stroke={1.7} aria-hidden /> : undefined}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </span>
  )
}
