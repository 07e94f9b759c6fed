import { useQuery } from '@tanstack/react-query'
import type { CaseJournalEntry } from '../../../src/cases/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Section } from '../../ui/page.tsx'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { caseJournalQuery } from './case-queries.ts'
import { caseWords } from './case-words.ts'
import { lookOf } from './history-looks.ts'

/** Everything that was done with the case, newest first. */
export function HistorySection({ id }: { id: string }) {
  const t = useWords(caseWords)
  const when = useWhen()
  const centre = useCentre()
  const journal = useQuery(caseJournalQuery(centre.slug, id))
  return (
    <Section title={t('history')}>
      {journal.isPending ? <LoadingState /> : null}
      {journal.isError ? <ErrorState error={journal.error} onRetry={() => void journal.refetch()} /> : null}
      {journal.data === undefined ? null : (
        <Timeline
          label={t('history')}
          moments={journal.data
            .toSorted((one, other) => (one.at + one.id < other.at + other.id ? 1 : -1))
            .map((entry) => ({
              key: entry.id,
              when: when.short(entry.at),
              title: capitalised(entry.title) + otherCase(entry),
              by: entry.actor,
              body: entry.reason,
              ...lookOf(entry.action),
            }))}
        />
      )}
    </Section>
  )
}

/** Entries that are about another case name it. */
const aboutAnother = new Set(['case-absorbed', 'case-continued', 'repeat-denied'])

function otherCase({ action, data }: CaseJournalEntry): string {
  return aboutAnother.has(action) && typeof data.number === 'string' ? `: ${data.number}` : ''
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
