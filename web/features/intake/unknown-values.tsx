import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CaseReference } from '../../../src/cases/contract.ts'
import type { Detection, UnknownValue } from '../../../src/intake/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorNotice } from '../../ui/states.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { referenceQuery } from '../cases/case-queries.ts'
import { importWords } from './import-words.ts'
import styles from './import.module.css'
import type { useMapping } from './use-mapping.ts'

/** What stands for «leave it as it came» in the choice. */
const asCame = '—'

const keyOf = (value: UnknownValue) => `${value.kind} ${value.value}`

export type Chosen = Readonly<Record<string, string>>

function presentCode(value: UnknownValue, chosen: Chosen): string | null {
  return chosen[keyOf(value)] ?? (value.left ? asCame : value.code)
}

/** All that was decided so far, as the route takes it. */
export function mappingOf(unknown: readonly UnknownValue[], chosen: Chosen) {
  return {
    values: unknown.flatMap((value) => {
      const code = presentCode(value, chosen)
      if (code === null) return []
      return [{ kind: value.kind, value: value.value, code: code === asCame ? null : code }]
    }),
  }
}

/** Values of the file that the charter does not know, each with what it may mean; a person chooses. */
export function UnknownValues(props: {
  detection: Detection
  /** Choices not yet told to the server: code, or the sign for «leave it», by key of the value. */
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
  map: ReturnType<typeof useMapping>
}) {
  const t = useWords(importWords)
  const reference = useQuery(referenceQuery(useCentre().slug))
  const { chosen, onChoose: setChosen, map } = props
  const { unknown } = props.detection
  if (unknown.length === 0) return <p className="quiet">{t('noUnknown')}</p>
  const present = (value: UnknownValue) => presentCode(value, chosen)
  const open = unknown.filter((value) => present(value) === null).length
  const guessed = unknown.flatMap((value): [string, string][] => {
    const guess = value.guesses[0]
    return guess !== undefined && present(value) === null ? [[keyOf(value), guess.code]] : []
  })
  const takeGuesses = () => setChosen({ ...chosen, ...Object.fromEntries(guessed) })
  const save = () => map.mutate(mappingOf(unknown, chosen), { onSuccess: () => setChosen({}) })
  return (
    <Section
      title={t('unknown')}
      aside={<span className="small quiet">{t('unknownLeft', { count: open })}</span>}
    >
      <p className="quiet">{t('unknownHint')}</p>
      <DataTable
        label={t('unknown')}
        rows={unknown}
        rowKey={keyOf}
        maxHeight={380}
        columns={[
          { key: 'kind', title: t('kind'), nowrap: true, cell: (value) => t(`kind.${value.kind}`) },
          { key: 'value', title: t('value'), width: '180px', cell: (value) => value.value },
          { key: 'count', title: t('count'), align: 'end', cell: (value) => formatNumber(value.count) },
          {
            key: 'meaning',
            title: t('meaning'),
            width: '280px',
            cell: (value) => (
              <Select
                aria-label={`${t('meaning')}: ${value.value}`}
                placeholder={
                  value.guesses[0] === undefined ? '' : t('guess', { name: value.guesses[0].name })
                }
                searchable
                limit={60}
                data={choicesOf(value, reference.data, t)}
                value={present(value)}
                onChange={(code) => code !== null && setChosen({ ...chosen, [keyOf(value)]: code })}
              />
            ),
          },
        ]}
      />
      <ErrorNotice error={map.error} />
      <div className={styles.finish}>
        <Button
          variant="default"
          loading={map.isPending}
          disabled={Object.keys(chosen).length === 0}
          onClick={save}
        >
          {t('saveMapping')}
        </Button>
        {guessed.length === 0 ? null : (
          <Button variant="subtle" onClick={takeGuesses}>
            {t('takeGuesses', { count: guessed.length })}
          </Button>
        )}
      </div>
    </Section>
  )
}

/** Guesses first, then everything of the kind, and the choice to leave the value as it came. */
function choicesOf(value: UnknownValue, reference: CaseReference | undefined, t: (key: 'leave') => string) {
  const guesses = value.guesses.map(({ code, name }) => ({ value: code, label: name }))
  const rest = (reference === undefined ? [] : namedOf(value, reference))
    .filter(({ code }) => !value.guesses.some((guess) => guess.code === code))
    .map(({ code, name }) => ({ value: code, label: name }))
  return [{ value: asCame, label: t('leave') }, ...guesses, ...rest]
}

function namedOf(value: UnknownValue, reference: CaseReference) {
  switch (value.kind) {
    case 'topic_group':
      return reference.topicGroups
    case 'topic':
      return reference.topicGroups.flatMap((group) => group.topics)
    case 'organisation':
      return reference.organisations
    case 'settlement':
      return reference.settlements
  }
}
