import { ActionIcon, Button } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCentre } from '../../app/centre-context.ts'
import { useWords } from '../../ui/words.ts'
import { sectionOf } from './tour-steps.ts'
import { tourWords } from './tour-words.ts'
import styles from './tour.module.css'
import type { Tour } from './use-tour.ts'

/** The first hour, step by step: stays in its corner while one works beside it. */
export function TourPanel({ tour }: { tour: Tour }) {
  const t = useWords(tourWords)
  const centre = useCentre()
  const navigate = useNavigate()
  const { steps, at } = tour
  const step = steps[at]
  if (step === undefined) return null
  const isLast = at === steps.length - 1
  const { params } = centre
  const go = () =>
    void ('state' in step
      ? navigate({ to: '/$centre/cases', params, search: { state: [...step.state] } })
      : navigate({ to: sectionOf(step).to, params }))
  return (
    <aside className={styles.panel} aria-label={t('name')}>
      <div className={styles.head}>
        <p className="quiet small">
          {t('name')} · {t('step', { at: at + 1, of: steps.length })}
        </p>
        <ActionIcon size={24} aria-label={t('close')} title={t('close')} onClick={tour.close}>
          <IconX size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      </div>
      <div aria-live="polite">
        <h2 className={styles.title}>{t(step.key)}</h2>
        <p>{t(`${step.key}.text`)}</p>
      </div>
      <div className={styles.buttons}>
        <Button size="compact-sm" onClick={go}>
          {t('go')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => (isLast ? tour.finish() : tour.goTo(at + 1))}
        >
          {t(isLast ? 'finish' : 'next')}
        </Button>
        {at > 0 ? (
          <Button size="compact-sm" variant="subtle" onClick={() => tour.goTo(at - 1)}>
            {t('back')}
          </Button>
        ) : null}
      </div>
      <details className={styles.all}>
        <summary className="small">{t('all')}</summary>
        <ol>
          {steps.map((one, index) => (
            <li key={one.key}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                onClick={() => tour.goTo(index)}
              >
                {t(one.key)}
                {tour.isDone(one) ? <IconCheck size={14} stroke={2} aria-label={t('done')} /> : null}
              </button>
            </li>
          ))}
        </ol>
      </details>
    </aside>
  )
}
