import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCentre } from '../../app/centre-context.ts'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { caseNames } from '../cases/case-names.ts'
import { referenceQuery } from '../cases/case-queries.ts'
import { peopleQuery } from '../people/people-queries.ts'
import { journalWords } from './journal-words.ts'

/** Tells the value of a column of a case or a place in words; a code without a name is told as it is. */
export type TellCode = (field: string, value: unknown) => string

/** Names of the codes that stand in the journal. */
export function useTellCode(): TellCode {
  const t = useWords(journalWords)
  const names = useWords(caseNames)
  const when = useWhen()
  const centre = useCentre()
  const canRead = centre.may('case.read', 'case.read-own')
  const { data: reference } = useQuery({ ...referenceQuery(centre.slug), enabled: canRead })
  const { data: staff } = useQuery(peopleQuery(centre.slug))
  return useMemo(() => {
    const lists: Record<string, ReadonlyMap<string, string>> = {
      topic_group: mapOf(reference?.topicGroups),
      topic: mapOf(reference?.topicGroups.flatMap((group) => group.topics)),
      settlement: mapOf(reference?.settlements),
      organisation: mapOf(staff?.organisations),
      sector_block: mapOf(staff?.sectorBlocks),
      role: mapOf(staff?.roles),
      assignee_id: new Map(staff?.people.map((person) => [person.staffId, person.name])),
    }
    const closed: Record<string, string> = {
      state: 'state',
      regime: 'regime',
      nature: 'nature',
      subtype: 'subtype',
      outcome: 'outcome',
      channel: 'channel',
    }
    return (field, value) => {
      if (value === null || value === undefined || value === '') return t('nothing')
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
      const text = String(value as string | number)
      if (field === 'due_at') return when.short(text)
      if (field === 'promised_on') return when.day(text)
      const kind = closed[field]
      if (kind !== undefined) return names(`${kind}.${text}` as Parameters<typeof names>[0])
      return lists[field]?.get(text) ?? text
    }
  }, [t, names, when, reference, staff])
}

function mapOf(list: readonly { code: string; name: string }[] | undefined): ReadonlyMap<string, string> {
  return new Map(list?.map((one) => [one.code, one.name]))
}
