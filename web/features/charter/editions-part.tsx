import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { type RecordColumn, RecordTable } from '../../ui/record-table.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { charterWords } from './charter-words.ts'
import styles from './charter.module.css'

type Edition = { edition: number; appliedAt: string; appliedBy: string; comment: string | null }

/** Every edition that was ever in force: when, by whom, why. */
export function EditionsPart(props: {
  editions: readonly Edition[]
  current: number
  onOpen: (edition: number) => void
  onFiles: (edition: number) => void
}) {
  const t = useWords(charterWords)
  const when = useWhen()
  const { current, onOpen, onFiles } = props
  const columns = useMemo(
    (): RecordColumn<Edition>[] => [
      {
        key: 'edition',
        title: t('edition'),
        width: '150px',
        lead: true,
        cell: ({ edition }) => (
          <>
            <span className="figures">{edition}</span>{' '}
            {edition === current ? <Badge tone="green">{t('present')}</Badge> : null}
          </>
        ),
      },
      {
        key: 'at',
        title: t('appliedAt'),
        width: '150px',
        cell: (one) => <span className="figures">{when.full(one.appliedAt)}</span>,
      },
      { key: 'by', title: t('appliedBy'), width: '24%', cell: (one) => one.appliedBy },
      { key: 'comment', title: t('comment'), cell: (one) => one.comment ?? '' },
      {
        key: 'acts',
        title: '',
        width: '190px',
        untitled: true,
        cell: ({ edition }) => (
          <span className={styles.acts}>
            <Button variant="subtle" size="compact-xs" onClick={() => onOpen(edition)}>
              {t('open')}
            </Button>
            <Button variant="subtle" size="compact-xs" onClick={() => onFiles(edition)}>
              {t('files')}
            </Button>
          </span>
        ),
      },
    ],
    [t, when, current, onOpen, onFiles],
  )
  return (
    <section className={styles.part} aria-label={t('editions')}>
      <header className={styles.partHead}>
        <h2>{t('editions')}</h2>
      </header>
      <RecordTable
        label={t('editions')}
        rows={props.editions.toSorted((one, other) => other.edition - one.edition)}
        rowKey={(one) => String(one.edition)}
        columns={columns}
      />
    </section>
  )
}
