import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CharterSection } from '../../../src/charter/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { useWords } from '../../ui/words.ts'
import { caseNames } from '../cases/case-names.ts'
import { referenceQuery } from '../cases/case-queries.ts'

/** Names of the codes by which a charter's records name each other. */
export type CharterCodes = { nameOf: (field: string, code: string) => string }

/** The section in which a field's codes are declared. */
const declaredIn: Readonly<Record<string, string>> = {
  role: 'roles',
  sectorBlock: 'sectorBlocks',
  organisation: 'organisations',
  parent: 'organisations',
  settlements: 'settlements',
}
const closedSets: Readonly<Record<string, string>> = {
  regime: 'regime',
  natures: 'nature',
  channels: 'channel',
  outcomes: 'outcome',
  subtypes: 'subtype',
  appealSubtypes: 'subtype',
}

/** Names from the charter's own sections; topics by the catalogue of the present edition, where one may see it. */
export function useCharterCodes(sections: readonly CharterSection[]): CharterCodes {
  const names = useWords(caseNames)
  const centre = useCentre()
  const canRead = centre.may('case.read', 'case.read-own')
  const { data: reference } = useQuery({ ...referenceQuery(centre.slug), enabled: canRead })
  return useMemo(() => {
    const own = new Map(
      sections.flatMap(({ values }) => values.map((value) => [value.path, value.title] as const)),
    )
    const topics = new Map(
      reference?.topicGroups
        .flatMap((group) => [group, ...group.topics])
        .map(({ code, name }) => [code, name]),
    )
    return {
      nameOf: (field, code) => {
        const closed = closedSets[field]
        if (closed !== undefined) {
          const key = `${closed}.${code}`
          return key in caseNames.ru ? names(key as Parameters<typeof names>[0]) : code
        }
        if (field === 'topics' || field === 'topicGroups' || field === 'hidden')
          return topics.get(code) ?? code
        const section = declaredIn[field]
        return (section === undefined ? undefined : own.get(`${section}.${code}`)) ?? code
      },
    }
  }, [names, reference, sections])
}
