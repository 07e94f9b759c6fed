import type { TopicCandidate } from '../../../src/triage/contract.ts'
import { useWords } from '../../ui/words.ts'
import { caseWords } from './case-words.ts'

const percent = (share: number) => Math.round(share * 100)

/** Why a topic is proposed: how sure a learned sorter is, and the words that spoke for it. */
export function CandidateReasons({ candidate }: { candidate: TopicCandidate }) {
  const t = useWords(caseWords)
  const { probability, score, topic, words } = candidate
  const reasons = [
    ...(probability === undefined
      ? []
      : topic === null
        ? [t('confidence', { share: percent(probability) })]
        : [t('confidenceOfBoth', { group: percent(score), topic: percent(probability) })]),
    ...(words.length === 0 ? [] : [t('byWords', { words: words.join(', ') })]),
  ]
  return reasons.length === 0 ? null : <span className="small quiet"> · {reasons.join(' · ')}</span>
}
