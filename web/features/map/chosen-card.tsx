import { CloseButton } from '@mantine/core'
import { useWords } from '../../ui/words.ts'
import { CasesLink } from '../insight/cases-link.tsx'
import { mapWords } from './map-words.ts'
import styles from './map.module.css'

/** What is chosen on the map or beside it: its name, its figure and the way to its cases. */
export interface Chosen {
  name: string
  told: string
  count: number
  open: string
}

export function ChosenCard({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const t = useWords(mapWords)
  return (
    <div className={styles.chosen} role="status" aria-label={t('chosen')}>
      <div>
        <p className={styles.chosenName}>{chosen.name}</p>
        <p>
          <span className="quiet">{chosen.told}</span>{' '}
          <CasesLink open={chosen.open}>{t('openCases', { count: chosen.count })}</CasesLink>
        </p>
      </div>
      <CloseButton size={26} iconSize={14} aria-label={t('unchoose')} onClick={onClose} />
    </div>
  )
}
