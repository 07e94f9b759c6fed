import { NativeSelect } from '@mantine/core'
import { useWords } from '../../ui/words.ts'
import { charterWords } from './charter-words.ts'
import styles from './charter.module.css'

export type PartLine = { key: string; title: string; count: number | null }

/** The sections of the charter at the left; on a narrow screen one choice above. */
export function PartList(props: {
  parts: readonly PartLine[]
  value: string
  onChange: (part: string) => void
}) {
  const t = useWords(charterWords)
  return (
    <>
      <nav className={styles.parts} aria-label={t('parts')}>
        {props.parts.map((part) => (
          <button
            key={part.key}
            type="button"
            className={styles.partLink}
            aria-current={part.key === props.value ? 'true' : undefined}
            onClick={() => props.onChange(part.key)}
          >
            <span className="clip">{part.title}</span>
            {part.count === null ? null : <span className={`${styles.partCount} figures`}>{part.count}</span>}
          </button>
        ))}
      </nav>
      <NativeSelect
        className={styles.partSelect ?? ''}
        label={t('part')}
        data={props.parts.map((part) => ({
          value: part.key,
          label: part.count === null ? part.title : `${part.title} · ${part.count}`,
        }))}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </>
  )
}
