import { useQuery } from '@tanstack/react-query'
import { useCentre } from '../../app/centre-context.ts'
import { Section } from '../../ui/page.tsx'
import { useWhen } from '../../ui/when.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import { caseNames } from '../cases/case-names.ts'
import cards from './cards.module.css'
import { freshnessQuery } from './cross-queries.ts'
import { overviewWords } from './overview-words.ts'

/** How fresh the data is: when each channel was last heard and each source last imported. */
export function FreshnessCard() {
  const t = useWords(overviewWords)
  const names = useWords(caseNames)
  const when = useWhen()
  const { data } = useQuery(freshnessQuery(useCentre().slug))
  if (data === undefined) return null
  const newest = data.channels.toSorted((one, other) =>
    (other.registeredAt ?? '').localeCompare(one.registeredAt ?? ''),
  )
  return (
    <Section
      card
      title={t('freshness')}
      aside={<span className="quiet">{t('asOf', { time: when.short(data.asOf) })}</span>}
    >
      <dl className={cards.fresh}>
        {data.imports.map(({ source, name, finishedAt, rows }) => (
          <div key={source}>
            <dt>{t('imported', { name })}</dt>
            <dd className="figures">
              {t('importedAt', { time: when.short(finishedAt), rows: formatNumber(rows) })}
            </dd>
          </div>
        ))}
        {newest.map(({ channel, registeredAt }) => (
          <div key={channel}>
            <dt>{names(`channel.${channel}`)}</dt>
            <dd className="figures">
              {registeredAt === null ? (
                <span className="quiet">{t('neverHeard')}</span>
              ) : (
                when.short(registeredAt)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
