import type { TopicCandidate } from '../../../src/triage/contract.ts'
import { useWords } from '../../ui/words.ts'
import { caseWords } from './case-words.ts'

/** Why a topic is proposed: how sure a learned sorter is, and the words that spoke for it. */
export function CandidateReasons({ candidate: { probability, words } }: { candidate: TopicCandidate }) {
  const t = useWords(caseWords)
  const reasons = [
    ...(probability === undefined ? [] : [t('confidence', { share: Math.round(probability * 100) })]),
    ...(words.length === 0 ? [] : [t('byWords', { words: words.join(', ') })]),
  ]
  return reasons.length === 0 ? null : <span className="small quiet"> · {reasons.join(' · ')}</span>
}
