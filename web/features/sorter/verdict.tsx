import type { ModelCard } from '../../../src/sorter/contract.ts'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { sorterWords } from './sorter-words.ts'
import { tellShare } from './tell-share.ts'

/** Smaller differences are chance. */
const chance = 0.01

/** Whether the candidate may go to work, and why, in words. */
export function Verdict({ candidate }: { candidate: ModelCard }) {
  const t = useWords(sorterWords)
  const { figures, shortfalls, isComparedWithPresent } = candidate
  if (!isComparedWithPresent) return <Notice tone="amber">{t('verdictStale')}</Notice>
  if (shortfalls.length > 0) {
    const what = shortfalls
      .map(({ measure, is, was }) => t(`short.${measure}`, { is: tellShare(is), was: tellShare(was) }))
      .join('; ')
    return <Notice tone="red">{t('verdictWorse', { what })}</Notice>
  }
  const present = figures.former ?? figures.keywords
  const [is, was] = [figures.model.accuracy, present.accuracy]
  return (
    <Notice tone="green">
      {t(is > was + chance ? 'verdictBetter' : 'verdictSame', {
        is: tellShare(is),
        was: tellShare(was),
        present: t(figures.former === null ? 'presentKeywords' : 'presentModel'),
      })}
    </Notice>
  )
}
