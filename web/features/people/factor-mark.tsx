import { IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react'
import { useWords } from '../../ui/words.ts'
import styles from './people.module.css'
import { peopleWords } from './people-words.ts'

/** Whether a person signs in with a second factor; said only where it is on, or where a role demands what is missing. */
export function FactorMark(props: { isOn: boolean; isDemanded?: boolean }) {
  const t = useWords(peopleWords)
  if (!props.isOn && props.isDemanded !== true) return null
  const Mark = props.isOn ? IconShieldCheck : IconShieldExclamation
  return (
    <span className={`${styles.factor} ${props.isOn ? '' : styles.lacking}`}>
      <Mark size={14} stroke={1.8} aria-hidden />
      {t(props.isOn ? 'factorOn' : 'factorLacking')}
    </span>
  )
}
