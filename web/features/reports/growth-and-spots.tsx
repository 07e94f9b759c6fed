import type { KeptSlice } from '../../../src/reports/contract.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { figureWords } from './figure-words.ts'
import { FigureLink } from './figure-link.tsx'

/** Topics that grew beyond chance, and topics gathered at one place. */
export function GrowthAndSpots({ id, slice }: { id: string; slice: KeptSlice }) {
  const t = useWords(figureWords)
  const { growth, spots } = slice
  const number = (value: number | null) => (value === null ? '—' : formatNumber(value))
  return (
    <>
      {growth === null ? null : (
        <Section title={t('growing')} card>
          {growth.rows.length === 0 ? (
            <p className="quiet">{t('growingNone')}</p>
          ) : (
            <DataTable
              label={t('growing')}
              rows={growth.rows}
              rowKey={(row) => row.figure}
              columns={[
                { key: 'name', title: t('topic'), cell: (row) => row.name },
                {
                  key: 'value',
                  title: t('value'),
                  align: 'end',
                  cell: (row) => (
                    <FigureLink id={id} figure={row.figure} name={row.name} count={row.value}>
                      {formatNumber(row.value)}
                    </FigureLink>
                  ),
                },
                { key: 'previous', title: t('previous'), align: 'end', cell: (row) => number(row.previous) },
              ]}
            />
          )}
          <p className="quiet small">{growth.rule}</p>
        </Section>
      )}
      {spots === null ? null : (
        <Section title={t('spots')} card>
          {spots.length === 0 ? (
            <p className="quiet">{t('spotsNone')}</p>
          ) : (
            <DataTable
              label={t('spots')}
              rows={spots}
              rowKey={(row) => row.figure}
              columns={[
                { key: 'topic', title: t('topic'), cell: (row) => row.topic },
                { key: 'place', title: t('place'), cell: (row) => row.place },
                {
                  key: 'count',
                  title: t('cases'),
                  align: 'end',
                  cell: (row) => (
                    <FigureLink
                      id={id}
                      figure={row.figure}
                      name={`${row.topic}, ${row.place}`}
                      count={row.count}
                    >
                      {formatNumber(row.count)}
                    </FigureLink>
                  ),
                },
                { key: 'usual', title: t('usual'), align: 'end', cell: (row) => number(row.expected) },
                { key: 'open', title: t('stillOpen'), align: 'end', cell: (row) => number(row.stillOpen) },
                { key: 'overdue', title: t('overdue'), align: 'end', cell: (row) => number(row.overdue) },
              ]}
            />
          )}
        </Section>
      )}
    </>
  )
}
