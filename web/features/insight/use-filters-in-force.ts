import { useQuery } from '@tanstack/react-query'
import { insightFilterNames } from '../../../src/insight/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { useWords } from '../../ui/words.ts'
import { caseNames } from '../cases/case-names.ts'
import { referenceQuery } from '../cases/case-queries.ts'
import type { InsightSearch } from './insight-search.ts'
import { overviewWords } from './overview-words.ts'

/** The filters of the address bar in words; a topic stands for its group. */
export function useFiltersInForce(search: InsightSearch): { key: string; name: string; value: string }[] {
  const t = useWords(overviewWords)
  const names = useWords(caseNames)
  const { data: reference } = useQuery(referenceQuery(useCentre().slug))
  const named = new Map(
    [
      ...(reference?.topicGroups ?? []),
      ...(reference?.topicGroups ?? []).flatMap(({ topics }) => topics),
    ].map(({ code, name }) => [code, name]),
  )
  const listed = {
    settlement: 'settlements',
    organisation: 'organisations',
    sectorBlock: 'sectorBlocks',
  } as const
  const tell = (key: (typeof insightFilterNames)[number], value: string): string => {
    if (value === 'none') return t('none')
    switch (key) {
      case 'topic':
      case 'topicGroup':
        return named.get(value) ?? value
      case 'settlement':
      case 'organisation':
      case 'sectorBlock':
        return reference?.[listed[key]].find(({ code }) => code === value)?.name ?? value
      default: {
        const name = `${key === 'network' ? 'channel' : key}.${value}`
        return name in caseNames.ru ? names(name as Parameters<typeof names>[0]) : value
      }
    }
  }
  return insightFilterNames.flatMap((key) => {
    const value = search[key]
    if (value === undefined || (key === 'topicGroup' && search.topic !== undefined)) return []
    return [
      {
        key,
        name: t(key),
        value: [value]
          .flat()
          .map((one) => tell(key, one))
          .join(', '),
      },
    ]
  })
}
