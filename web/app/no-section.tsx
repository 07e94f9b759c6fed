import { EmptyState } from '../ui/states.tsx'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'

/** The start of a centre for a role that opens none of its sections. */
export function NoSection() {
  const t = useWords(appWords)
  return <EmptyState title={t('noSectionTitle')} hint={t('noSectionHint')} />
}
