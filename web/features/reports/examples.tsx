import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { chooseExamplesRoute, type KeptExample, type ReportView } from '../../../src/reports/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Section } from '../../ui/page.tsx'
import { ErrorNotice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { figureWords } from './figure-words.ts'
import styles from './reports.module.css'
import { useReportAct } from './use-report-act.ts'

/** Solved cases told without their residents; whoever prepares the report may strike one out. */
export function Examples(props: { report: ReportView; examples: readonly KeptExample[] }) {
  const t = useWords(figureWords)
  const centre = useCentre()
  const { report, examples } = props
  const mayChoose = report.allowed.some(({ action, allowed }) => action === 'choose-examples' && allowed)
  const choose = useReportAct(
    report,
    (leftOut: string[]) =>
      call(chooseExamplesRoute, {
        params: { ...centre.params, id: report.id },
        body: { revision: report.revision, leftOut },
      }),
    () => {},
  )
  return (
    <Section title={t('examples')} card>
      {examples.length === 0 ? <p className="quiet">{t('examplesNone')}</p> : null}
      {mayChoose && examples.length > 0 ? <p className="quiet small">{t('examplesHint')}</p> : null}
      <ul className={styles.examples}>
        {examples.map((one) => (
          <li key={one.caseId}>
            <p>
              <strong>{[one.topic, one.settlement].filter(Boolean).join(', ')}.</strong> «{one.gist}»
            </p>
            <p>
              <Link to="/$centre/cases/$id" params={{ ...centre.params, id: one.caseId }}>
                {t('openCase')}
              </Link>
              {mayChoose ? (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  disabled={choose.isPending}
                  onClick={() => choose.mutate([...report.leftOut, one.caseId])}
                  aria-label={`${t('strike')}: ${one.topic}`}
                >
                  {t('strike')}
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {mayChoose && report.leftOut.length > 0 ? (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => choose.mutate([])}>
            {t('takeBack', { count: report.leftOut.length })}
          </Button>
        </div>
      ) : null}
      <ErrorNotice error={choose.error} />
    </Section>
  )
}
