import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CallFigures } from '../../../src/intake/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import styles from './calls.module.css'
import { callsWords } from './calls-words.ts'
import { TypesTable } from './types-table.tsx'

/** The figures of a period: the four that matter, then types by day, results and places. */
export function CallFiguresView({ figures }: { figures: CallFigures }) {
  const t = useWords(callsWords)
  const centre = useCentre()
  const { from, to, total, cases, byHand } = figures
  const share = (part: number) => t('share', { share: `${Math.round((part / total) * 100)} %` })
  const mayList = centre.may('case.read') || centre.may('case.read-own')
  const toCases = (
    <Link
      to="/$centre/cases"
      params={centre.params}
      search={{ channel: ['call112'], state: ['any'], receivedFrom: from, receivedTo: to }}
    >
      {formatNumber(cases)}
    </Link>
  )
  return (
    <>
      <dl className={styles.tiles}>
        <Tile name={t('total')} formula={t('formulaTotal')} value={formatNumber(total)} />
        <Tile
          name={t('cases')}
          formula={t('formulaCases')}
          value={mayList && cases > 0 ? toCases : formatNumber(cases)}
          below={share(cases)}
        />
        <Tile
          name={t('counted')}
          formula={t('formulaCounted')}
          value={formatNumber(total - cases)}
          below={share(total - cases)}
        />
        {byHand === 0 ? null : (
          <Tile
            name={t('byHand')}
            formula={t('formulaByHand')}
            value={formatNumber(byHand)}
            below={share(byHand)}
          />
        )}
      </dl>
      <TypesTable figures={figures} />
      <div className={styles.pair}>
        {figures.results.length === 0 ? null : (
          <Section title={t('results')}>
            <DataTable
              label={t('results')}
              rows={figures.results}
              rowKey={(row) => row.result ?? ''}
              columns={[
                { key: 'result', title: t('result'), cell: (row) => row.result ?? t('noResult') },
                { key: 'calls', title: t('calls'), align: 'end', cell: (row) => formatNumber(row.calls) },
              ]}
            />
          </Section>
        )}
        <Section title={t('places')}>
          <DataTable
            label={t('places')}
            rows={figures.settlements}
            rowKey={(row) => row.code ?? ''}
            maxHeight={320}
            columns={[
              { key: 'place', title: t('place'), cell: (row) => row.name ?? t('noPlace') },
              { key: 'calls', title: t('calls'), align: 'end', cell: (row) => formatNumber(row.calls) },
            ]}
          />
        </Section>
      </div>
    </>
  )
}

function Tile(props: { name: string; formula: string; value: ReactNode; below?: string }) {
  return (
    <div className={styles.tile} title={props.formula}>
      <dt>{props.name}</dt>
      <dd>
        <span className={`${styles.value} figures`}>{props.value}</span>
        {props.below === undefined ? null : <span className="small quiet figures">{props.below}</span>}
      </dd>
    </div>
  )
}
