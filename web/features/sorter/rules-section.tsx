import { Link } from '@tanstack/react-router'
import type { SorterState } from '../../../src/sorter/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Fact, Facts, Section } from '../../ui/page.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { sorterWords } from './sorter-words.ts'
import { tellShare } from './tell-share.ts'

/** Corrections are counted up to here. */
const most = 1000

/** What the charter says of learning, and how much there is to learn from. */
export function RulesSection({ state }: { state: SorterState }) {
  const t = useWords(sorterWords)
  const centre = useCentre()
  const { history, rules } = state
  const { leastCases: least, precision, afterCorrections: count, nightAt: at, goesLiveAlone } = rules
  const corrections = history.corrections
  return (
    <Section title={t('rules')}>
      <Facts>
        <Fact name={t('ruleHistory')}>{t('ruleHistoryValue', { have: history.labelled, least })}</Fact>
        <Fact name={t('ruleCorrections')}>
          {t('sinceTraining', {
            corrections:
              corrections >= most ? t('thousandOrMore', { count: most }) : formatNumber(corrections),
          })}
        </Fact>
        <Fact name={t('rulePrecision')}>
          {t('rulePrecisionValue', { share: tellShare(precision, 'where-needed') })}
        </Fact>
        <Fact name={t('ruleAlone')}>{count === 0 ? t('ruleNever') : t('ruleAloneAfter', { count, at })}</Fact>
        <Fact name={t('ruleGoesLive')}>{t(goesLiveAlone ? 'ruleByItself' : 'ruleByHand')}</Fact>
      </Facts>
      <p className="small quiet">
        {centre.may('charter.read') ? (
          <Link to="/$centre/charter" params={centre.params} search={{ part: 'topics' }}>
            {t('ruleSource')}
          </Link>
        ) : (
          t('ruleSource')
        )}{' '}
        {t('masked')}
      </p>
    </Section>
  )
}
