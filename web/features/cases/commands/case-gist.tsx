import type { CaseCard, CaseSummary } from '../../../../src/cases/contract.ts'
import styles from './commands.module.css'

/** The words of the case inside a dialog, so that one need not go back to read them. */
export function CaseGist(props: { subject: CaseSummary; card?: CaseCard | undefined }) {
  const first = props.card?.submissions[0]
  const text = first === undefined || first.maskedText === '' ? props.subject.gist : first.maskedText
  if (text === '') return null
  return (
    <blockquote className={`${styles.gist} received`} tabIndex={0}>
      {text}
    </blockquote>
  )
}
