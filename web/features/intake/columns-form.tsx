import { Select, TextInput } from '@mantine/core'
import type { Channel } from '../../../src/charter/contract.ts'
import type { GivenTable } from '../../../src/intake/contract.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { useWords } from '../../ui/words.ts'
import { caseNames } from '../cases/case-names.ts'
import { tableWords } from './table-words.ts'
import styles from './import.module.css'

type Field = { field: string; name: string; required: boolean }

/** What is known of a table so far: field → column. */
export type TableDraft = Omit<GivenTable, 'channel'> & { channel: Channel | null }

/** True where nothing more has to be told before it can be kept. */
export function isWhole(draft: TableDraft, fields: readonly Field[]): draft is GivenTable {
  const named = fields
    .filter(({ required }) => required)
    .every(({ field }) => draft.columns[field] !== undefined)
  return named && draft.channel !== null && draft.name.trim().length >= 2
}

/** The name and channel of a table, and what stands in each of its columns. */
export function ColumnsForm(props: {
  draft: TableDraft
  onChange: (draft: TableDraft) => void
  columns: readonly string[]
  fields: readonly Field[]
  /** Channels that the centre has switched on. */
  channels: readonly Channel[]
  /** What stands in the first rows, by column. */
  samples?: ReadonlyMap<string, string>
}) {
  const t = useWords(tableWords)
  const names = useWords(caseNames)
  const { draft, onChange, fields, samples } = props
  const fieldOf = (column: string) =>
    Object.entries(draft.columns).find(([, name]) => name === column)?.[0] ?? null
  const choose = (column: string, field: string | null) => {
    const kept = Object.entries(draft.columns).filter(([known, name]) => name !== column && known !== field)
    onChange({ ...draft, columns: Object.fromEntries(field === null ? kept : [...kept, [field, column]]) })
  }
  const data = fields.map(({ field, name, required }) => ({
    value: field,
    label: required ? `${name} (${t('needed')})` : name,
  }))
  return (
    <>
      <div className={styles.tableHead}>
        <TextInput
          label={t('tableName')}
          description={t('tableNameHint')}
          required
          maxLength={80}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
        <Select
          label={t('tableChannel')}
          description={t('tableChannelHint')}
          required
          data={props.channels.map((code) => ({ value: code, label: names(`channel.${code}`) }))}
          value={draft.channel}
          onChange={(channel) => onChange({ ...draft, channel: channel as Channel | null })}
        />
      </div>
      <DataTable
        label={t('column')}
        rows={props.columns}
        rowKey={(column) => column}
        maxHeight={460}
        columns={[
          { key: 'name', title: t('column'), width: '160px', cell: (column) => column },
          {
            key: 'field',
            title: t('field'),
            width: '240px',
            cell: (column) => (
              <Select
                aria-label={`${t('field')}: ${column}`}
                placeholder={t('asCame')}
                data={data}
                value={fieldOf(column)}
                onChange={(field) => choose(column, field)}
                searchable
                clearable
              />
            ),
          },
          ...(samples === undefined
            ? []
            : [
                {
                  key: 'sample',
                  title: t('sample'),
                  cell: (column: string) => (
                    <span className={styles.sample}>{samples.get(column) ?? '—'}</span>
                  ),
                },
              ]),
        ]}
      />
    </>
  )
}
