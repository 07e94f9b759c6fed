import { useEffect, useMemo, useRef } from 'react'
import type * as z from 'zod'
import type { CharterProblem, charterCheck } from '../../../src/charter/contract.ts'
import { type RecordColumn, RecordTable } from '../../ui/record-table.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { charterWords } from './charter-words.ts'
import styles from './charter.module.css'

export type Findings = z.output<typeof charterCheck>

/** What a check found, brought into view: problems with their places, else orphans and differences. */
export function CheckFindings({ findings }: { findings: Findings }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start' })
  }, [findings])
  return (
    <div ref={place} className={styles.findings}>
      <Found findings={findings} />
    </div>
  )
}

function Found({ findings }: { findings: Findings }) {
  const t = useWords(charterWords)
  const { problems, orphans, lines } = findings
  if (problems.length > 0) return <Problems problems={problems} />
  return (
    <>
      {orphans.length === 0 ? null : (
        <Notice tone="red" live>
          <p className={styles.strong}>{t('orphans')}</p>
          <p>{t('orphansHint')}</p>
          <ul className={styles.orphans}>
            {orphans.map((orphan) => (
              <li key={`${orphan.path} ${orphan.message}`}>{orphan.message}</li>
            ))}
          </ul>
        </Notice>
      )}
      {lines.length === 0 ? (
        <Notice tone="gray" live>
          {t('noDifferences')}
        </Notice>
      ) : (
        <section aria-label={t('differences', { count: lines.length })}>
          <header className={styles.partHead}>
            <h2 role="status">{t('differences', { count: lines.length })}</h2>
          </header>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Problems({ problems }: { problems: readonly CharterProblem[] }) {
  const t = useWords(charterWords)
  const columns = useMemo(
    (): RecordColumn<CharterProblem>[] => [
      {
        key: 'place',
        title: `${t('place')} (${t('placeHint')})`,
        width: '250px',
        cell: ({ file, line, column }) => (
          <code className={styles.code}>
            {file}:{line}:{column}
          </code>
        ),
      },
      { key: 'problem', title: t('problem'), cell: (problem) => problem.message },
      {
        key: 'path',
        title: t('path'),
        width: '24%',
        quiet: true,
        cell: (problem) => <code className={styles.code}>{problem.path}</code>,
      },
    ],
    [t],
  )
  return (
    <>
      <Notice tone="red" live>
        <p className={styles.strong}>{t('problems', { count: problems.length })}</p>
        <p>{t('problemsHint')}</p>
      </Notice>
      <RecordTable
        label={t('problems', { count: problems.length })}
        rows={problems}
        rowKey={({ file, line, column, path, message }) => `${file}:${line}:${column} ${path} ${message}`}
        columns={columns}
      />
    </>
  )
}
