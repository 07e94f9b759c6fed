import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCentre } from '../../app/centre-context.ts'
import { CodeSelect } from '../../ui/code-select.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FindBox } from '../../ui/find-box.tsx'
import { useWords } from '../../ui/words.ts'
import { peopleQuery } from '../people/people-queries.ts'
import { actionNames } from './action-names.ts'
import styles from './journal.module.css'
import { isNarrowed, type JournalSearch } from './journal-search.ts'
import { journalWords } from './journal-words.ts'

const nothing = () => {}

/** Who, what, which case, when: all of it stands openly in the bar. */
export function JournalFilters(props: {
  search: JournalSearch
  onChange: (change: Partial<JournalSearch>) => void
  onReset: () => void
}) {
  const t = useWords(journalWords)
  const name = useWords(actionNames)
  const centre = useCentre()
  const people = useQuery(peopleQuery(centre.slug))
  const { search, onChange } = props
  const actions = Object.keys(actionNames.ru) as (keyof typeof actionNames.ru)[]
  return (
    <FilterBar inForce={[]} onRemove={nothing} onReset={props.onReset}>
      <CodeSelect
        aria-label={t('who')}
        placeholder={t('anyone')}
        className={styles.who ?? ''}
        options={(people.data?.people ?? []).map((person) => ({ code: person.staffId, name: person.name }))}
        value={search.who ?? null}
        onChange={(who) => onChange({ who: who ?? undefined })}
      />
      {search.log === 'reads' ? null : (
        <CodeSelect
          aria-label={t('action')}
          placeholder={t('anyAction')}
          className={styles.what ?? ''}
          options={actions.map((code) => ({ code, name: name(code) }))}
          value={search.action ?? null}
          onChange={(action) => onChange({ action: action ?? undefined })}
        />
      )}
      {centre.may('case.read', 'case.read-own') ? (
        <span className={styles.number}>
          <FindBox
            label={t('case')}
            placeholder={t('case')}
            value={search.case ?? ''}
            onFind={(number) => onChange({ case: number })}
          />
        </span>
      ) : null}
      <DayInput label={t('from')} value={search.from} onChange={(from) => onChange({ from })} />
      <DayInput label={t('to')} value={search.to} onChange={(to) => onChange({ to })} />
      {isNarrowed(search) ? (
        <Button variant="subtle" onClick={props.onReset}>
          {t('clear')}
        </Button>
      ) : null}
    </FilterBar>
  )
}

/** One edge of a period. */
export function DayInput(props: {
  label: string
  value: string | undefined
  onChange: (day: string | undefined) => void
}) {
  return (
    <TextInput
      type="date"
      label={props.label}
      classNames={{ root: styles.date ?? '', label: styles.dateLabel ?? '' }}
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
    />
  )
}
