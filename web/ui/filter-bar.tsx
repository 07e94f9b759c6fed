import { Button, CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './filter-bar.module.css'
import { kitWords } from './kit-words.ts'
import { useWords } from './words.ts'

export type QuickView = { key: string; title: string; count?: number | null; tone?: 'red' | 'amber' }

/** Quick views as one row of buttons, the chosen one marked; counts stand beside their names. */
export function QuickViews(props: {
  label: string
  views: readonly QuickView[]
  value: string | null
  onChange: (key: string) => void
  children?: ReactNode
}) {
  return (
    <div className={styles.views} role="group" aria-label={props.label}>
      {props.views.map((view) => (
        <button
          key={view.key}
          type="button"
          className={styles.view}
          aria-pressed={view.key === props.value}
          onClick={() => props.onChange(view.key)}
        >
          {view.title}
          {view.count === undefined || view.count === null ? null : (
            <span
              className={`${styles.count} figures ${view.count > 0 && view.tone ? styles[view.tone] : ''}`}
            >
              {view.count.toLocaleString('ru-RU')}
            </span>
          )}
        </button>
      ))}
      {props.children}
    </div>
  )
}

/** A row of controls above a list; the conditions in force stand under it and can be taken away one by one. */
export function FilterBar(props: {
  children: ReactNode
  inForce: readonly { key: string; name: string; value: string }[]
  onRemove: (key: string) => void
  onReset: () => void
}) {
  const t = useWords(kitWords)
  return (
    <div className={styles.bar}>
      <div className={styles.controls}>{props.children}</div>
      {props.inForce.length === 0 ? null : (
        <div className={styles.chips}>
          {props.inForce.map((condition) => (
            <span key={condition.key} className={styles.chip}>
              <span className="clip">
                <span className="quiet">{condition.name}:</span> {condition.value}
              </span>
              <CloseButton
                size={24}
                iconSize={13}
                aria-label={t('removeFilter', { name: condition.name })}
                onClick={() => props.onRemove(condition.key)}
              />
            </span>
          ))}
          <Button variant="subtle" size="compact-xs" onClick={props.onReset}>
            {t('reset')}
          </Button>
        </div>
      )}
    </div>
  )
}
