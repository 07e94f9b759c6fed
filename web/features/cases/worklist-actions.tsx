import { ActionIcon, Button } from '@mantine/core'
import { IconKeyboard, IconTableExport } from '@tabler/icons-react'
import { exportCases } from '../../../src/cases/contract.ts'
import { addressOf } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { useWords } from '../../ui/words.ts'
import { listQueryOf } from './case-queries.ts'
import { SavedViewsMenu } from './saved-views-menu.tsx'
import type { WorklistSearch } from './worklist-search.ts'
import styles from './worklist.module.css'
import { worklistWords } from './worklist-words.ts'

/** What may be done with the list as a whole: saved views, a table of it, its keys. */
export function WorklistActions(props: {
  search: WorklistSearch
  onOpenView: (search: WorklistSearch) => void
  onKeys: () => void
}) {
  const t = useWords(worklistWords)
  const centre = useCentre()
  return (
    <>
      <SavedViewsMenu search={props.search} onOpen={props.onOpenView} />
      {centre.may('list.export') ? (
        <Button
          variant="default"
          component="a"
          href={addressOf(exportCases, centre.params, listQueryOf(props.search))}
          download
          aria-label={t('export')}
          leftSection={<IconTableExport size={15} stroke={1.7} aria-hidden />}
        >
          <span className={styles.wideOnly}>{t('export')}</span>
        </Button>
      ) : null}
      <ActionIcon
        aria-label={t('keys')}
        title={t('keys')}
        onClick={props.onKeys}
        className={styles.wideOnly ?? ''}
      >
        <IconKeyboard size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </>
  )
}
