import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Detection, ImportRun, Preview } from '../../../src/intake/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Section } from '../../ui/page.tsx'
import { ErrorNotice, Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { referenceQuery } from '../cases/case-queries.ts'
import { ColumnsForm, isWhole, type TableDraft } from './columns-form.tsx'
import { sourcesQuery } from './import-queries.ts'
import { tableWords } from './table-words.ts'
import styles from './import.module.css'
import { useMapping } from './use-mapping.ts'

/** A table that no source of ours writes: a person says once what its columns are, and the next one is known. */
export function ExplainTable(props: { run: ImportRun; detection: Detection; preview: Preview | undefined }) {
  const t = useWords(tableWords)
  const centre = useCentre()
  const { run, detection } = props
  const sources = useQuery(sourcesQuery(centre.slug))
  const reference = useQuery(referenceQuery(centre.slug))
  const map = useMapping(run.id)
  const [changed, setChanged] = useState<{ header: number; draft: TableDraft } | null>(null)
  const fields = sources.data?.find(({ code }) => code === 'table')?.fields ?? []
  const sourceChoices = (sources.data ?? [])
    .filter(({ code }) => code !== 'table')
    .map(({ code, name }) => ({ value: code, label: name }))
  // Another header is another table: what was chosen for the former one is of no use.
  const draft = changed?.header === detection.headerRow ? changed.draft : guessed(run, detection)
  const save = () => {
    if (isWhole(draft, fields)) map.mutate({ table: draft, headerRow: detection.headerRow })
  }
  const missing = [
    ...(draft.channel === null ? [t('tableChannel')] : []),
    ...fields
      .filter(({ field, required }) => required && draft.columns[field] === undefined)
      .map(({ name }) => name),
  ]
  return (
    <Section title={t('explain')}>
      <Notice>{t('explainHint')}</Notice>
      <div className={styles.tableHead}>
        <Select
          label={t('headerChoice')}
          data={rowsNear(detection.headerRow)}
          value={String(detection.headerRow)}
          onChange={(row) => row !== null && map.mutate({ headerRow: Number(row) })}
        />
        <Select
          label={t('knownSource')}
          placeholder={t('knownSourceNone')}
          data={sourceChoices}
          value={null}
          onChange={(source) => source !== null && map.mutate({ source })}
        />
      </div>
      <ColumnsForm
        draft={draft}
        onChange={(next) => setChanged({ header: detection.headerRow, draft: next })}
        columns={detection.columns.map(({ name }) => name)}
        fields={fields}
        channels={reference.data?.channels ?? []}
        samples={samplesOf(props.preview ?? [])}
      />
      <ErrorNotice error={map.error ?? sources.error ?? reference.error} />
      <div className={styles.finish}>
        <Button loading={map.isPending} disabled={!isWhole(draft, fields)} onClick={save}>
          {t('keepTable')}
        </Button>
        {missing.length === 0 ? null : (
          <span className="small quiet">
            {t('stillNeeded', { fields: missing.map((name) => `«${name}»`).join(', ') })}
          </span>
        )}
      </div>
    </Section>
  )
}

function guessed(run: ImportRun, detection: Detection): TableDraft {
  const columns = detection.columns.flatMap(({ name, field }): [string, string][] =>
    field === null ? [] : [[field, name]],
  )
  return {
    name: run.fileName.replace(/\.[^.]*$/, '').slice(0, 80),
    channel: null,
    columns: Object.fromEntries(columns),
  }
}

// The header stands among the first twenty rows.
const rowsNear = (row: number) => Array.from({ length: Math.max(20, row) }, (_, at) => String(at + 1))

/** The first thing that stands in each column. */
function samplesOf(preview: Preview): ReadonlyMap<string, string> {
  const samples = new Map<string, string>()
  for (const row of preview) {
    if (row.kind !== 'raw') continue
    for (const { column, value } of row.cells)
      if (value !== '' && !samples.has(column)) samples.set(column, value)
  }
  return samples
}
