import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { applyCharterRoute, checkCharterRoute } from '../../../src/charter/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { sessionQuery } from '../../app/session.ts'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { charterFilesQuery } from './charter-queries.ts'
import { charterWords } from './charter-words.ts'
import styles from './charter.module.css'
import { EditionDraft } from './edition-draft.tsx'

/** A new edition of the centre's charter from edited files. */
export function EditPart(props: { onDone: () => void }) {
  const t = useWords(charterWords)
  const centre = useCentre()
  const queries = useQueryClient()
  const files = useQuery(charterFilesQuery(centre.slug, undefined))
  const onApplied = (edition: number) => {
    notifications.show({ message: t('applied', { edition }) })
    // Roles, topics, places, norms: everything on the screens may have changed.
    void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
    props.onDone()
  }
  return (
    <section className={styles.part} aria-label={t('change')}>
      <header className={styles.partHead}>
        <h2>{t('change')}</h2>
        <span className={styles.narrow}>
          <Button variant="default" onClick={props.onDone}>
            {t('back')}
          </Button>
        </span>
      </header>
      <p className="quiet">{t('changeIntro')}</p>
      {files.isPending ? <LoadingState /> : null}
      {files.isError ? <ErrorState error={files.error} onRetry={() => void files.refetch()} /> : null}
      {files.data === undefined ? null : (
        <EditionDraft
          key={files.data.edition}
          present={files.data.files}
          check={(given) => call(checkCharterRoute, { params: centre.params, body: { files: given } })}
          apply={(given, comment) =>
            call(applyCharterRoute, {
              params: centre.params,
              body: { files: given, ...(comment.trim() === '' ? {} : { comment }) },
            })
          }
          onApplied={onApplied}
        />
      )}
    </section>
  )
}
