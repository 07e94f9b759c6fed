import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { isNumber, type WorklistSearch } from './worklist-search.ts'
import styles from './worklist.module.css'
import { worklistWords } from './worklist-words.ts'

/** What one should know before reading the list: a broken stream, conditions that do not count. */
export function WorklistNotices(props: { search: WorklistSearch; connected: boolean }) {
  const t = useWords(worklistWords)
  const { search } = props
  const byNumber = search.find !== undefined && isNumber(search.find)
  return (
    <>
      {byNumber ? <Notice tone="gray">{t('findIgnores')}</Notice> : null}
      {props.connected ? null : <Notice tone="amber">{t('offline')}</Notice>}
    </>
  )
}

/** «5 новых»: a button that brings them in; until it is pressed the list stays as it is. */
export function FreshButton(props: { fresh: number; many: boolean; onShow: () => void }) {
  const t = useWords(worklistWords)
  return (
    <span role="status">
      {props.fresh === 0 && !props.many ? null : (
        <Button
          variant="light"
          className={styles.fresh ?? ''}
          size="compact-sm"
          leftSection={<IconRefresh size={14} stroke={1.9} aria-hidden />}
          onClick={props.onShow}
        >
          {props.many ? t('freshMany') : t('fresh', { count: props.fresh })} · {t('freshShow')}
        </Button>
      )}
    </span>
  )
}
