import { Select, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import type { CaseReference } from '../../../../src/cases/contract.ts'
import { useWords } from '../../../ui/words.ts'
import { commandWords } from './command-words.ts'

export type TopicChoice = { topicGroup: string; topic: string | null }

/** A group and a topic in one field: type a part of either name. */
export function TopicSelect(
  props: Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
    groups: CaseReference['topicGroups']
    value: TopicChoice | null
    onChange: (choice: TopicChoice | null) => void
  },
) {
  const t = useWords(commandWords)
  const { groups, value, onChange, ...rest } = props
  const data = useMemo(
    () =>
      groups.map((group) => ({
        group: group.name,
        items: [
          { value: join(group.code, null), label: `${group.name}: ${t('wholeGroup')}` },
          ...group.topics.map((topic) => ({ value: join(group.code, topic.code), label: topic.name })),
        ],
      })),
    [groups, t],
  )
  return (
    <Select
      searchable
      clearable
      limit={60}
      label={t('topic')}
      placeholder={t('topicHint')}
      data={data}
      value={value === null ? null : join(value.topicGroup, value.topic)}
      onChange={(text) => onChange(text === null ? null : split(text))}
      filter={({ options, search }) => narrow(options as Grouped[], search)}
      {...rest}
    />
  )
}

type Grouped = { group: string; items: { value: string; label: string }[] }

/** A group whose name fits keeps all its topics; otherwise only the topics that fit. */
function narrow(options: Grouped[], search: string): Grouped[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return options
  const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  return options
    .map((group) =>
      fits(group.group) ? group : { ...group, items: group.items.filter((item) => fits(item.label)) },
    )
    .filter((group) => group.items.length > 0)
}

const join = (group: string, topic: string | null) => `${group}|${topic ?? ''}`

function split(text: string): TopicChoice {
  const [topicGroup = '', topic = ''] = text.split('|')
  return { topicGroup, topic: topic === '' ? null : topic }
}
