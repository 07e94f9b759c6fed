import type { Preview, PreviewCase } from '../../../src/intake/contract.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { caseNames } from '../cases/case-names.ts'
import { importWords } from './import-words.ts'
import styles from './import.module.css'

type PreviewRow = Exclude<Preview[number], { kind: 'raw' }>

const tones: Record<PreviewCase['outcome'], Tone> = {
  created: 'accent',
  joined: 'violet',
  unchanged: 'gray',
  updated: 'amber',
  counted: 'green',
  rejected: 'red',
}

/** The first rows of the file as they will become cases, rejects among them. */
export function PreviewTable({ rows }: { rows: Preview }) {
  const t = useWords(importWords)
  const names = useWords(caseNames)
  const when = useWhen()
  const ofCase = (show: (row: PreviewCase) => React.ReactNode) => (row: PreviewRow) =>
    row.kind === 'case' ? show(row) : null
  const tellBy = { source: t('topicBySource'), text: t('topicByText'), nobody: t('nobody') }
  return (
    <Section title={t('preview')}>
      <DataTable
        label={t('preview')}
        rows={rows.filter((row): row is PreviewRow => row.kind !== 'raw')}
        rowKey={(row) => String(row.row)}
        rowTone={(row) => (row.kind === 'reject' ? 'red' : undefined)}
        columns={[
          { key: 'row', title: t('row'), align: 'end', cell: (row) => row.row },
          {
            key: 'outcome',
            title: t('outcome'),
            nowrap: true,
            cell: (row) =>
              row.kind !== 'reject' ? (
                <Badge tone={tones[row.outcome]}>{t(`row.${row.outcome}`)}</Badge>
              ) : (
                <Badge tone="red">{t('row.rejected')}</Badge>
              ),
          },
          {
            key: 'text',
            title: t('text'),
            cell: (row) =>
              row.kind === 'case' ? (
                <>
                  <span className={styles.previewText}>{row.text}</span>
                  {row.warnings.length === 0 ? null : (
                    <span className="small quiet">{row.warnings.join(' ')}</span>
                  )}
                </>
              ) : row.kind === 'call' ? (
                [row.type, row.result].filter(Boolean).join(' · ')
              ) : (
                row.message
              ),
          },
          {
            key: 'received',
            title: t('received'),
            nowrap: true,
            cell: (row) =>
              row.kind === 'reject' ? null : (
                <span className="figures">{when.short(row.kind === 'call' ? row.day : row.receivedAt)}</span>
              ),
          },
          {
            key: 'topic',
            title: t('topic'),
            width: '170px',
            cell: ofCase((row) => (
              <>
                {row.topic?.name ?? row.topicGroup?.name ?? row.topicCame ?? '—'}
                <span className="small quiet"> · {tellBy[row.topicBy]}</span>
              </>
            )),
          },
          {
            key: 'place',
            title: t('place'),
            width: '130px',
            cell: (row) => (row.kind === 'reject' ? null : (row.place ?? '—')),
          },
          {
            key: 'organisation',
            title: t('organisation'),
            width: '150px',
            cell: ofCase((row) => (
              <span title={row.routedBy ?? undefined}>{row.organisation?.name ?? '—'}</span>
            )),
          },
          {
            key: 'state',
            title: t('caseState'),
            nowrap: true,
            cell: ofCase((row) => names(`state.${row.state}`)),
          },
        ]}
      />
    </Section>
  )
}
