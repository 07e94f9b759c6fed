import { kitWords } from './kit-words.ts'
import styles from './diff-view.module.css'
import { useWords } from './words.ts'

export type Change = { path: string; kind: 'added' | 'removed' | 'changed'; before?: string; after?: string }

/** What differs between two editions, place by place; the words say it, the colour repeats it. */
export function DiffView(props: { changes: readonly Change[]; label: string }) {
  const t = useWords(kitWords)
  if (props.changes.length === 0) return <p className="quiet">{t('noChanges')}</p>
  return (
    <ul className={styles.diff} aria-label={props.label}>
      {props.changes.map((change) => (
        <li key={`${change.kind} ${change.path}`} className={styles[change.kind]}>
          <div className={styles.place}>
            <span className={styles.kind}>{t(change.kind)}</span>
            <code>{change.path}</code>
          </div>
          {change.before === undefined ? null : <del>{change.before}</del>}
          {change.after === undefined ? null : <ins>{change.after}</ins>}
        </li>
      ))}
    </ul>
  )
}
