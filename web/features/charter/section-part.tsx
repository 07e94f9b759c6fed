import { Button, Switch } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { CharterSection, CharterValue } from '../../../src/charter/contract.ts'
import { Badge } from '../../ui/badge.tsx'
import { FindBox } from '../../ui/find-box.tsx'
import { type RecordColumn, RecordTable } from '../../ui/record-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import type { Bit } from './bits.ts'
import { charterNames } from './charter-names.ts'
import type { CharterSearch } from './charter-search.ts'
import { charterWords } from './charter-words.ts'
import styles from './charter.module.css'
import { tellValue } from './tell-value.ts'
import type { CharterCodes } from './use-charter-codes.ts'
import { titleOf } from './value-title.ts'
import { ValueView } from './value-view.tsx'

type Line = { value: CharterValue; title: string; bits: Bit[] }

/** One section of the charter: every record with what it says and the clause it comes from. */
export function SectionPart(props: {
  section: CharterSection
  title: string
  codes: CharterCodes
  search: CharterSearch
  onChange: (change: Partial<CharterSearch>) => void
}) {
  const t = useWords(charterWords)
  const names = useWords(charterNames)
  const { section, codes, search, onChange } = props
  const lines = useMemo(() => {
    const told = { section: section.section, t: names, codes }
    return section.values.map((value): Line => ({
      value,
      title: titleOf(value, told),
      bits: tellValue(value.path, value.value, told),
    }))
  }, [section, names, codes])
  const shown = lines.filter((line) => isShown(line, search))
  const defaults = section.values.filter((value) => value.isDefault).length
  const columns = useColumns()
  return (
    <section className={styles.part} aria-label={props.title}>
      <header className={styles.partHead}>
        <h2>{props.title}</h2>
        <span className="quiet figures" role="status">
          {t('shown', { count: shown.length })}
        </span>
        <span className={styles.narrow}>
          {section.values.length > 12 ? (
            <FindBox
              label={t('find')}
              placeholder={t('findHint')}
              value={search.words ?? ''}
              onFind={(words) => onChange({ words })}
            />
          ) : null}
          <Switch
            label={defaults === 0 ? t('onlyDefaults') : `${t('onlyDefaults')} · ${defaults}`}
            checked={search.defaults === 'true'}
            onChange={(event) => onChange({ defaults: event.currentTarget.checked ? 'true' : undefined })}
          />
        </span>
      </header>
      {shown.length === 0 ? (
        <EmptyState
          icon={IconBook2}
          title={t('noneTitle')}
          hint={t(search.defaults === 'true' && search.words === undefined ? 'noneDefaults' : 'noneWords')}
        >
          <Button variant="default" onClick={() => onChange({ defaults: undefined, words: undefined })}>
            {t('showAll')}
          </Button>
        </EmptyState>
      ) : (
        <RecordTable label={props.title} columns={columns} rows={shown} rowKey={(line) => line.value.path} />
      )}
    </section>
  )
}

function useColumns(): RecordColumn<Line>[] {
  const t = useWords(charterWords)
  return useMemo(
    () => [
      { key: 'value', title: t('value'), width: '27%', lead: true, cell: (line) => line.title },
      { key: 'says', title: t('says'), untitled: true, cell: (line) => <ValueView bits={line.bits} /> },
      {
        key: 'basis',
        title: t('basis'),
        width: '20%',
        quiet: true,
        untitled: true,
        cell: ({ value }) => (
          <>
            {value.isDefault ? <Badge title={t('byDefaultHint')}>{t('byDefault')}</Badge> : null}
            {value.basis === null ? (
              value.isDefault ? null : (
                t('noBasis')
              )
            ) : (
              <span className={styles.basis}>{value.basis}</span>
            )}
          </>
        ),
      },
    ],
    [t],
  )
}

function isShown(line: Line, search: CharterSearch): boolean {
  if (search.defaults === 'true' && !line.value.isDefault) return false
  const words = (search.words ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const told = [
    line.title,
    line.value.basis ?? '',
    ...line.bits.flatMap((bit) => [bit.text, ...(bit.items ?? [])]),
  ]
  const text = told.join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}
