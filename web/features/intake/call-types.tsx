import type { Detection } from '../../../src/intake/contract.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { importWords } from './import-words.ts'

/** Of a register of calls: which types the charter makes cases of, and which it has only counted. */
export function CallTypes({ detection }: { detection: Detection }) {
  const t = useWords(importWords)
  const { calls = [] } = detection
  if (calls.length === 0) return null
  const sum = (cases: boolean) =>
    calls.reduce((all, { becomesCase, count }) => all + (becomesCase === cases ? count : 0), 0)
  const told = [t('callsToCases', { count: sum(true) }), t('callsCounted', { count: sum(false) })]
  return (
    <Section title={t('calls')} aside={<span className="small quiet">{told.join(', ')}</span>}>
      <p className="quiet">{t('callsHint')}</p>
      <DataTable
        label={t('calls')}
        rows={calls}
        rowKey={(row) => row.type}
        maxHeight={320}
        columns={[
          { key: 'type', title: t('callType'), cell: (row) => row.type },
          { key: 'count', title: t('count'), align: 'end', cell: (row) => formatNumber(row.count) },
          {
            key: 'becomes',
            title: t('becomes'),
            nowrap: true,
            cell: (row) => (
              <Badge tone={row.becomesCase ? 'accent' : 'gray'}>
                {t(row.becomesCase ? 'becomesCase' : 'becomesCount')}
              </Badge>
            ),
          },
        ]}
      />
    </Section>
  )
}
