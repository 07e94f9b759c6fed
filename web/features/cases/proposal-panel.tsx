import { useQuery } from '@tanstack/react-query'
import type { CaseCard } from '../../../src/cases/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Fact, Facts, Section } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { referenceQuery } from './case-queries.ts'
import { caseWords } from './case-words.ts'
import styles from './case.module.css'
import { CandidateReasons } from './candidate-reasons.tsx'
import { tellProposed } from './proposed-place.ts'

/** What the machine proposed and why; whether it decided by itself. */
export function ProposalPanel({ card }: { card: CaseCard }) {
  const t = useWords(caseWords)
  const names = useWords(caseNames)
  const { data: reference } = useQuery(referenceQuery(useCentre().slug))
  const { proposal } = card
  if (proposal === null) return null
  const { topics, place, routing, nature } = proposal.data
  const told = tellProposed(reference, place)
  return (
    <Section title={t('proposal')} aside={<span className="small quiet">{t(asideOf(proposal))}</span>}>
      <Facts>
        <Fact name={t('topic')}>
          {topics.length === 0 ? null : (
            <ol>
              {topics.map((candidate) => (
                <li key={`${candidate.group} ${candidate.topic ?? ''}`} className={styles.candidate}>
                  {[candidate.groupName, candidate.topicName].filter(Boolean).join(' / ')}
                  <CandidateReasons candidate={candidate} />
                </li>
              ))}
            </ol>
          )}
        </Fact>
        {nature === null ? null : (
          <Fact name={t('nature')}>
            {names(`nature.${nature.nature}`)}
            {nature.words.length === 0 ? null : (
              <span className="small quiet"> · {t('byWords', { words: nature.words.join(', ') })}</span>
            )}
          </Fact>
        )}
        {place === null || told === '' ? null : (
          <Fact name={t('place')}>
            {told}
            <span className="small quiet">
              {' '}
              · {t('confidence', { share: Math.round(place.confidence * 100) })}
            </span>
          </Fact>
        )}
        {routing === null ? null : <Fact name={t('organisation')}>{routing.why}</Fact>}
      </Facts>
    </Section>
  )
}

function asideOf({ decided, data }: NonNullable<CaseCard['proposal']>) {
  if (!decided) return 'proposedUndecided'
  const isGroupAlone = data.topicDecided === false && data.topics.some(({ topic }) => topic !== null)
  return isGroupAlone ? 'proposedGroup' : 'proposedDecided'
}
