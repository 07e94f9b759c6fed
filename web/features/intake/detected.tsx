import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Detection, ImportRun } from '../../../src/intake/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorNotice, Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { sourcesQuery } from './import-queries.ts'
import { importWords } from './import-words.ts'
import styles from './import.module.css'
import { tableWords } from './table-words.ts'
import { useMapping } from './use-mapping.ts'

/** Source, format, header; the columns may be named anew. */
export function Detected(props: { run: ImportRun; detection: Detection }) {
  const t = useWords(importWords)
  const { run, detection } = props
  const sign = detection.delimiter === '\t' ? t('tab') : (detection.delimiter ?? '')
  const told = [
    detection.sourceName,
    [detection.format.toUpperCase(), detection.format === 'csv' ? detection.encoding : null]
      .filter(Boolean)
      .join(', '),
    detection.delimiter === null ? null : t('delimiter', { sign }),
    detection.sheetName === null ? null : `${t('sheet')}: ${detection.sheetName}`,
    `${t('header')}: ${t('headerRow', { row: detection.headerRow })}`,
    run.totalRows === null ? null : t('dataRows', { count: run.totalRows }),
  ]
  const known = detection.columns.filter((column) => column.field !== null).length
  return (
    <Section title={t('understood')}>
      <p className={styles.understood}>{told.filter(Boolean).join(' · ')}</p>
      <TakenFor run={run} detection={detection} />
      <details>
        <summary>{t('columns', { known, all: detection.columns.length })}</summary>
        <ColumnsTable run={run} detection={detection} />
      </details>
    </Section>
  )
}

/** How surely the source was told, and the way to say that it is another. */
function TakenFor({ run, detection }: { run: ImportRun; detection: Detection }) {
  const t = useWords(tableWords)
  const { data: sources = [] } = useQuery(sourcesQuery(useCentre().slug))
  const map = useMapping(run.id)
  const { sure = 1, rival } = detection
  const doubtful = sure < 0.7 && rival != null
  return (
    <>
      {doubtful ? <Notice tone="amber">{t('doubtful', { name: rival.name })}</Notice> : null}
      <div className={styles.tableHead}>
        <Select
          label={t('source')}
          description={t(doubtful ? 'sureLittle' : 'sureMuch')}
          data={sources.map(({ code, name }) => ({ value: code, label: name }))}
          value={detection.source}
          disabled={map.isPending}
          onChange={(source) => source !== null && source !== detection.source && map.mutate({ source })}
        />
      </div>
      <ErrorNotice error={map.error} />
    </>
  )
}

function ColumnsTable({ run, detection }: { run: ImportRun; detection: Detection }) {
  const t = useWords(importWords)
  const { data: sources = [] } = useQuery(sourcesQuery(useCentre().slug))
  const fields = sources.find((source) => source.code === detection.source)?.fields ?? []
  const [chosen, setChosen] = useState<Record<string, string | null>>({})
  const map = useMapping(run.id)
  const fieldOf = (column: Detection['columns'][number]) => chosen[column.name] ?? column.field
  const apply = () => {
    const named = detection.columns.flatMap((column): [string, string][] => {
      const field = fieldOf(column)
      return field === null ? [] : [[field, column.name]]
    })
    map.mutate({ source: detection.source, columns: Object.fromEntries(named) })
  }
  return (
    <>
      <DataTable
        label={t('column')}
        rows={detection.columns}
        rowKey={(column) => column.name}
        columns={[
          { key: 'name', title: t('column'), cell: (column) => column.name },
          {
            key: 'field',
            title: t('field'),
            width: '260px',
            cell: (column) => (
              <Select
                aria-label={`${t('field')}: ${column.name}`}
                placeholder={t('asCame')}
                data={fields.map(({ field, name }) => ({ value: field, label: name }))}
                value={fieldOf(column)}
                onChange={(field) => setChosen({ ...chosen, [column.name]: field })}
                searchable
              />
            ),
          },
        ]}
      />
      <ErrorNotice error={map.error} />
      {Object.keys(chosen).length === 0 ? null : (
        <Button mt={8} loading={map.isPending} onClick={apply}>
          {t('applyColumns')}
        </Button>
      )}
    </>
  )
}
