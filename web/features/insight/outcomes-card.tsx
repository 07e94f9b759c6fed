import { useWords, formatNumber } from '../../ui/words.ts'
import { measures, type Figure } from '../../../src/insight/contract.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { CasesLink } from './cases-link.tsx'
import { Change } from './change.tsx'
import { ChartCard, type Tables } from './chart-card.tsx'
import { otherColour } from './channel-colours.ts'
import type { TotalOf } from './figure-tile.tsx'
import styles from './cards.module.css'
import { measureWords } from './measure-words.ts'
import { overviewWords } from './overview-words.ts'
import { tellShare, tellValue } from './tell-figures.ts'

type Line = { key: string; name: string; colour: string; count: number; open: string; figure: Figure | null }

/** What the answers of the period came to: solved against explained, and the rest. */
export function OutcomesCard(props: { totalOf: TotalOf; tables: Tables }) {
  const t = useWords(overviewWords)
  const words = useWords(measureWords)
  const solved = props.totalOf('solved').total
  const explained = props.totalOf('explained').total
  const whole = solved.of ?? 0
  const rest = whole - solved.count - explained.count
  const lineOf = (code: 'solved' | 'explained', colour: string, figure: Figure): Line => ({
    key: code,
    name: words(`measure.${code}`),
    colour,
    count: figure.count,
    open: figure.open,
    figure,
  })
  const lines: Line[] = [
    lineOf('solved', '#2f7d4f', solved),
    lineOf('explained', '#d79f2b', explained),
    {
      key: 'other',
      name: t('otherOutcomes'),
      colour: otherColour,
      count: rest,
      open: `${solved.openOf ?? ''}&outcome=refused&outcome=forwarded&outcome=unconfirmed&outcome=none`,
      figure: null,
    },
  ]
  const told = t('outcomesLabel', { solved: solved.count, explained: explained.count, other: rest })
  const number = (line: Line) => (
    <CasesLink open={line.open} label={`${line.name}: ${formatNumber(line.count)}`}>
      {formatNumber(line.count)}
    </CasesLink>
  )
  return (
    <ChartCard
      id="outcomes"
      title={t('outcomes')}
      tables={props.tables}
      table={
        <DataTable
          label={t('outcomes')}
          rows={lines}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', title: t('name'), cell: ({ name }) => name },
            { key: 'count', title: t('count'), align: 'end', cell: number },
            {
              key: 'share',
              title: t('share'),
              align: 'end',
              nowrap: true,
              cell: ({ count }) => tellShare(count, whole),
            },
            {
              key: 'previous',
              title: t('previous'),
              align: 'end',
              nowrap: true,
              cell: ({ figure }) => tellValue(figure?.previous ?? null, 'percent'),
            },
          ]}
        />
      }
    >
      {whole === 0 ? (
        <p className="quiet">{t('noAnswers')}</p>
      ) : (
        <>
          <div className={styles.strip} role="img" aria-label={told}>
            {lines.map(({ key, count, colour }) => (
              <span key={key} style={{ flexGrow: count, background: colour }} />
            ))}
          </div>
          <ul className={styles.outcomes}>
            {lines.map((line) => (
              <li key={line.key}>
                <CasesLink
                  open={line.open}
                  className={styles.legendLine ?? ''}
                  label={`${line.name}: ${formatNumber(line.count)}`}
                >
                  <span className={styles.swatch} style={{ background: line.colour }} aria-hidden />
                  <span className="clip" title={line.name}>
                    {line.name}
                  </span>
                  <span className="figures">{formatNumber(line.count)}</span>
                  <span className="quiet figures">{tellShare(line.count, whole)}</span>
                  <span className={`${styles.outcomeChange} figures`}>
                    {line.figure === null ? null : (
                      <Change figure={line.figure} of={measures[line.key as 'solved' | 'explained']} brief />
                    )}
                  </span>
                </CasesLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </ChartCard>
  )
}
