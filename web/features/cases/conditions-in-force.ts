import { useQuery } from '@tanstack/react-query'
import { useCentre } from '../../app/centre-context.ts'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { referenceQuery } from './case-queries.ts'
import type { WorklistSearch } from './worklist-search.ts'
import { worklistWords } from './worklist-words.ts'

type Condition = { key: keyof WorklistSearch; name: string; value: string }

/** The conditions of the address bar in words; those that stand openly in the bar (view, search, order) are not repeated. */
export function useConditionsInForce(search: WorklistSearch): Condition[] {
  const t = useWords(worklistWords)
  const names = useWords(caseNames)
  const when = useWhen()
  const { data: reference } = useQuery(referenceQuery(useCentre().slug))

  const nameOf = (list: readonly { code: string; name: string }[] | undefined, code: string) =>
    code === 'none' ? t('none') : (list?.find((one) => one.code === code)?.name ?? code)
  const tellTopic = () => {
    const group = reference?.topicGroups.find((one) => one.code === search.topicGroup)
    const topic = group?.topics.find((one) => one.code === search.topic)
    return topic?.name ?? group?.name ?? search.topicGroup ?? ''
  }
  const tell = (key: keyof WorklistSearch, value: string | string[]): string | null => {
    const one = typeof value === 'string' ? value : ''
    const closed = (kind: string) =>
      [value]
        .flat()
        .map((code) =>
          code === 'none' ? t('none') : names(`${kind}.${code}` as Parameters<typeof names>[0]),
        )
        .join(', ')
    switch (key) {
      case 'topicGroup':
        return tellTopic()
      case 'settlement':
        return nameOf(reference?.settlements, one)
      case 'organisation':
        return nameOf(reference?.organisations, one)
      case 'sectorBlock':
        return nameOf(reference?.sectorBlocks, one)
      case 'assignee':
        return nameOf(
          reference?.staff.map((person) => ({ code: person.id, name: person.name })),
          one,
        )
      case 'regime':
      case 'channel':
      case 'nature':
      case 'outcome':
        return closed(key)
      case 'from':
      case 'to':
        return when.day(one)
      case 'open':
      case 'emergency':
      case 'undecided':
        return t('yes')
      case 'importRun':
        return t('importRunValue')
      default:
        return null
    }
  }
  return Object.entries(search).flatMap(([name, value]) => {
    if (value === undefined) return []
    const key = name as keyof WorklistSearch
    const told = tell(key, value)
    return told === null ? [] : [{ key, name: t(key as Parameters<typeof t>[0]), value: told }]
  })
}
