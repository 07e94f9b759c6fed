import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { skipToken, useQuery } from '@tanstack/react-query'
import { type ProposalData, suggestCase } from '../../../src/cases/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Section } from '../../ui/page.tsx'
import { ErrorNotice, Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { referenceQuery } from './case-queries.ts'
import { CandidateReasons } from './candidate-reasons.tsx'
import { caseWords } from './case-words.ts'
import { type CaseDraft, isSilent } from './new-case-draft.ts'
import { newCaseWords } from './new-case-words.ts'
import { fieldsOfProposed, tellProposed } from './proposed-place.ts'
import styles from './new-case.module.css'

/** Shorter texts say too little to be sorted. */
const leastLength = 12

/** What the machine would propose for the text being typed, to be taken piece by piece. */
export function ProposalAside(props: { draft: CaseDraft; onTake: (part: Partial<CaseDraft>) => void }) {
  const t = useWords(newCaseWords)
  const { params, slug } = useCentre()
  const { channel, text } = props.draft
  const [settled] = useDebouncedValue(text.trim(), 600)
  const asks = channel !== null && settled.length >= leastLength
  const proposal = useQuery({
    queryKey: ['suggest', slug, channel, settled],
    queryFn: asks ? () => call(suggestCase, { params, body: { channel, text: settled } }) : skipToken,
    gcTime: 0,
  })
  return (
    <Section title={t('proposal')}>
      <div aria-live="polite" className={styles.proposal}>
        <ErrorNotice error={proposal.error} />
        {proposal.data === undefined ? (
          <p className="quiet">{t('proposalWaits')}</p>
        ) : (
          <Proposed {...props} proposal={proposal.data} />
        )}
      </div>
    </Section>
  )
}

function Proposed(props: {
  proposal: ProposalData
  draft: CaseDraft
  onTake: (part: Partial<CaseDraft>) => void
}) {
  const t = useWords(newCaseWords)
  const words = useWords(caseWords)
  const { data: reference } = useQuery(referenceQuery(useCentre().slug))
  const { topics, place, routing } = props.proposal
  if (isSilent(props.proposal)) return <p className="quiet">{t('proposalNone')}</p>
  const take = (part: Partial<CaseDraft>) => (
    <Button variant="subtle" size="compact-xs" onClick={() => props.onTake(part)}>
      {t('use')}
    </Button>
  )
  return (
    <>
      {topics[0]?.emergency === true ? <Notice tone="red">{t('emergency')}</Notice> : null}
      {topics.length === 0 ? null : <h3>{words('topic')}</h3>}
      {topics.map((candidate) => (
        <p key={`${candidate.group} ${candidate.topic ?? ''}`}>
          {[candidate.groupName, candidate.topicName].filter(Boolean).join(' / ')}
          <CandidateReasons candidate={candidate} />{' '}
          {take({
            topic: { topicGroup: candidate.group, topic: candidate.topic },
            emergency: props.draft.emergency || candidate.emergency,
          })}
        </p>
      ))}
      {place === null ? null : (
        <>
          <h3>{words('place')}</h3>
          <p>
            {tellProposed(reference, place)} {take({ place: fieldsOfProposed(reference, place) })}
          </p>
        </>
      )}
      {routing === null || routing.rule === null ? null : (
        <>
          <h3>{words('organisation')}</h3>
          <p>
            {routing.why}{' '}
            {routing.organisation === null ? null : take({ organisation: routing.organisation })}
          </p>
        </>
      )}
    </>
  )
}
