import type { CaseCard } from '../../../src/cases/contract.ts'
import { Fact, Facts, Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { caseWords } from './case-words.ts'
import styles from './case.module.css'

/** What the source said, beside our own; where the two differ, both are shown. */
export function SourcesPanel({ card }: { card: CaseCard }) {
  const t = useWords(caseWords)
  return card.sources.map((source) => (
    <Section key={source.source} title={`${t('sources')}: ${source.source}`}>
      {source.conflicts.length === 0 ? null : (
        <Notice tone="amber">
          <p>{t('conflicts')}</p>
          <ul>
            {source.conflicts.map((conflict) => (
              <li key={`${conflict.field} ${conflict.at}`}>
                {t('conflict', {
                  field: conflict.field,
                  ours: tellValue(conflict.ours),
                  theirs: tellValue(conflict.theirs),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <details className={styles.fold}>
        <summary>{t('open')}</summary>
        <Facts>
          {Object.entries(source.data).map(([name, value]) => (
            <Fact key={name} name={name}>
              {tellValue(value)}
            </Fact>
          ))}
        </Facts>
      </details>
    </Section>
  ))
}

function tellValue(value: unknown): string {
  if (value === null || value === undefined) return '—'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
