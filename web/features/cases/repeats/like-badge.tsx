import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CaseSummary } from '../../../../src/cases/contract.ts'
import { useCentre } from '../../../app/centre-context.ts'
import { useWords } from '../../../ui/words.ts'
import { nearWords } from './near-words.ts'
import styles from './like-badge.module.css'

type Like = NonNullable<CaseSummary['like']>

/** «Похоже на …» at the head of a case: leads to the other one. */
export function LikeBadge({ like }: { like: Like }) {
  const t = useWords(nearWords)
  const centre = useCentre()
  return (
    <Anchor
      size="xs"
      className={styles.badge ?? ''}
      renderRoot={(root) => (
        <Link to="/$centre/cases/$id" params={{ ...centre.params, id: like.id }} {...root} />
      )}
    >
      {t('like', { number: like.number })}
    </Anchor>
  )
}

/** The same in a line of the worklist, in one short word. */
export function LikePill({ like }: { like: Like }) {
  const t = useWords(nearWords)
  return (
    <span className={styles.pill} title={t('like', { number: like.number })}>
      {t('mayRepeat')}
    </span>
  )
}
