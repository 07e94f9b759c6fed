import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { measures, qualityCodes } from '../../../src/insight/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Section } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/record-table.tsx'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { CasesLink } from './cases-link.tsx'
import { Change } from './change.tsx'
import { qualityQuery } from './cross-queries.ts'
import { FiguresFrame } from './figures-frame.tsx'
import { FreshnessCard } from './freshness-card.tsx'
import type { InsightSearch } from './insight-search.ts'
import { measureWords } from './measure-words.ts'
import { overviewWords } from './overview-words.ts'
import { tellShare } from './tell-figures.ts'

/** What the data of a period lacks, says twice or tells otherwise than its source; every figure opens the cases to put right. */
export function QualityScreen() {
  const t = useWords(overviewWords)
  const words = useWords(measureWords)
  const centre = useCentre()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/$centre/overview/quality' })
  const answer = useQuery(qualityQuery(centre.slug, search))
  const { data } = answer
  const change = (part: Partial<InsightSearch>) =>
    void navigate({
      to: '/$centre/overview/quality',
      params: centre.params,
      search: { ...search, ...part },
      replace: true,
    })
  const byCode = new Map(data?.measures.map((one) => [one.code, one]))
  const wholeOf = (code: (typeof qualityCodes)[number]) => {
    const { basis } = measures[code]
    if (basis === 'now') return null
    return byCode.get(basis === 'answered' ? 'answered' : 'received')?.total.count ?? null
  }
  const body = () => {
    if (answer.isPending) return <LoadingState />
    if (data === undefined) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
    return (
      <Section title={t('qualityTitle')}>
        <RecordTable
          label={t('qualityTitle')}
          rows={qualityCodes.flatMap((code) => byCode.get(code) ?? [])}
          rowKey={({ code }) => code}
          isFaded={({ total }) => total.count === 0}
          columns={[
            {
              key: 'name',
              title: t('qualityOf'),
              width: '24%',
              lead: true,
              cell: ({ code }) => words(`measure.${code}`),
            },
            {
              key: 'count',
              title: t('count'),
              width: '10%',
              cell: ({ code, total }) =>
                total.count === 0 ? (
                  <span className="quiet">0</span>
                ) : (
                  <CasesLink
                    open={total.open}
                    label={`${words(`measure.${code}`)}: ${formatNumber(total.count)}`}
                  >
                    {formatNumber(total.count)}
                  </CasesLink>
                ),
            },
            {
              key: 'share',
              title: t('ofAll'),
              width: '10%',
              cell: ({ code, total }) => {
                const whole = wholeOf(code)
                return whole === null ? '—' : tellShare(total.count, whole)
              },
            },
            {
              key: 'change',
              title: t('change'),
              width: '14%',
              cell: (one) =>
                measures[one.code].basis === 'now' ? '—' : <Change figure={one.total} of={one} />,
            },
            {
              key: 'formula',
              title: t('formula'),
              quiet: true,
              untitled: true,
              cell: ({ code }) => words(`formula.${code}`),
            },
          ]}
        />
      </Section>
    )
  }
  return (
    <FiguresFrame
      tab="quality"
      search={search}
      onChange={change}
      head={data}
      isFading={answer.isPlaceholderData}
      isStale={data !== undefined && answer.isRefetchError}
    >
      {body()}
      <FreshnessCard />
    </FiguresFrame>
  )
}
