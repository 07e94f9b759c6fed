import { Anchor } from '@mantine/core'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { isNumber } from './case-queries.ts'
import { hasConditions } from './worklist-search.ts'
import type { WorklistSearch } from './worklist-search.ts'
import styles from './worklist.module.css'
import { worklistWords } from './worklist-words.ts'

/** What one should know before reading the list: fresh cases, a broken stream, conditions that do not count. */
export function WorklistNotices(props: {
  search: WorklistSearch
  news: { fresh: number; many: boolean; connected: boolean }
  onShowFresh: () => void
}) {
  const t = useWords(worklistWords)
  const { search, news } = props
  const byNumber = search.find !== undefined && isNumber(search.find)
  return (
    <>
      {byNumber && hasConditions({ ...search, find: undefined }) ? (
        <Notice tone="gray">{t('findIgnores')}</Notice>
      ) : null}
      {news.connected ? null : <Notice tone="amber">{t('offline')}</Notice>}
      {news.fresh === 0 && !news.many ? null : (
        <Notice>
          <span className={styles.fresh} role="status">
            {news.many ? t('freshMany') : t('fresh', { count: news.fresh })}
            <Anchor component="button" type="button" size="sm" onClick={props.onShowFresh}>
              {t('freshShow')}
            </Anchor>
          </span>
        </Notice>
      )}
    </>
  )
}
