import { type Dashboard, measures } from '../../../src/insight/contract.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.ts'
import { CasesLink } from './cases-link.tsx'
import { Change } from './change.tsx'
import { measureWords } from './measure-words.ts'
import { overviewWords } from './overview-words.ts'
import { tellValue } from './tell-figures.ts'

/** Every measure with its formula in words: what the figures above mean. */
export function AllMeasures(props: { measures: Dashboard['measures'] }) {
  const t = useWords(overviewWords)
  const words = useWords(measureWords)
  return (
    <Section title={t('all')}>
      <RecordTable
        label={t('all')}
        rows={props.measures}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'name',
            title: t('measure'),
            width: '21%',
            lead: true,
            cell: ({ code }) => words(`measure.${code}`),
          },
          {
            key: 'value',
            width: '10%',
            title: t('value'),
            cell: ({ code, unit, total }) => {
              const value = tellValue(total.value, unit)
              return (
                <CasesLink open={total.open} label={`${words(`measure.${code}`)}: ${value}`}>
                  {value}
                </CasesLink>
              )
            },
          },
          {
            key: 'previous',
            width: '12%',
            title: t('previous'),
            cell: ({ unit, total }) => tellValue(total.previous, unit),
          },
          {
            key: 'change',
            width: '14%',
            title: t('change'),
            cell: (one) =>
              measures[one.code].basis === 'now' ? '—' : <Change figure={one.total} of={one} />,
          },
          {
            key: 'formula',
            title: t('formula'),
            quiet: true,
            untitled: true,
            cell: ({ code }) => words(`formula.${code}`),
          },
        ]}
      />
    </Section>
  )
}
