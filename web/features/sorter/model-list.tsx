import type { ModelLine } from '../../../src/sorter/contract.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Section } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/record-table.tsx'
import { useWhen } from '../../ui/when.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import { sorterWords } from './sorter-words.ts'
import { tellShare } from './tell-share.ts'

const tones: Record<ModelLine['state'], Tone> = {
  candidate: 'amber',
  live: 'green',
  retired: 'gray',
  declined: 'gray',
}

/** Every model that was learned, newest first. */
export function ModelList({ models }: { models: readonly ModelLine[] }) {
  const t = useWords(sorterWords)
  const when = useWhen()
  return (
    <Section title={t('models')}>
      <RecordTable
        label={t('models')}
        rows={models}
        rowKey={({ id }) => id}
        isFaded={({ state }) => state === 'declined'}
        columns={[
          {
            key: 'learned',
            title: t('learnedAt'),
            width: '14%',
            lead: true,
            cell: ({ learnedAt }) => <span className="figures">{when.short(learnedAt)}</span>,
          },
          {
            key: 'cases',
            title: t('learnedFrom'),
            width: '24%',
            cell: ({ cases, from, to }) => (
              <span className="figures">
                {formatNumber(cases)}{' '}
                <span className="small quiet">{t('period', { from: when.day(from), to: when.day(to) })}</span>
              </span>
            ),
          },
          {
            key: 'right',
            title: t('rightGroups'),
            width: '12%',
            cell: ({ accuracy }) => <span className="figures">{tellShare(accuracy)}</span>,
          },
          {
            key: 'alone',
            title: t('alone'),
            width: '12%',
            cell: ({ coverage }) => <span className="figures">{tellShare(coverage)}</span>,
          },
          {
            key: 'size',
            title: t('size'),
            width: '9%',
            cell: ({ size }) => (
              <span className="figures">{t('megabytes', { size: Math.round(size / 104_857.6) / 10 })}</span>
            ),
          },
          {
            key: 'state',
            title: t('modelState'),
            cell: ({ state, liveAt, liveBy }) => (
              <>
                <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
                {liveAt === null ? null : (
                  <span className="small quiet">
                    {' '}
                    {liveBy === null
                      ? t('liveSinceOnly', { at: when.short(liveAt) })
                      : t('liveSince', { at: when.short(liveAt), by: liveBy })}
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
