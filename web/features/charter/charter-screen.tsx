import { Button } from '@mantine/core'
import { IconFiles, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { CharterSection } from '../../../src/charter/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, LoadingState, Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { charterQuery } from './charter-queries.ts'
import type { CharterSearch } from './charter-search.ts'
import { charterWords } from './charter-words.ts'
import styles from './charter.module.css'
import { EditPart } from './edit-part.tsx'
import { EditionsPart } from './editions-part.tsx'
import { FilesDialog } from './files-dialog.tsx'
import { PartList } from './part-list.tsx'
import { SectionPart } from './section-part.tsx'
import { useCharterCodes } from './use-charter-codes.ts'

const none: CharterSection[] = []

/** The charter that makes the centre: every value with its clause, the editions, and the way to a new one. */
export function CharterScreen() {
  const t = useWords(charterWords)
  const when = useWhen()
  const centre = useCentre()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/$centre/charter' })
  const charter = useQuery(charterQuery(centre.slug, search.edition))
  const codes = useCharterCodes(charter.data?.sections ?? none)
  const [filesOf, setFilesOf] = useState<number | null>(null)

  const go = (next: CharterSearch) =>
    void navigate({ to: '/$centre/charter', params: centre.params, search: next })
  const mayChange = centre.may('charter.apply')
  const isEditing = search.part === 'edit' && mayChange
  const { data } = charter
  const titleOf = (section: CharterSection) => {
    const key = `section.${section.section}`
    return key in charterWords.ru ? t(key as 'section.centre') : section.title
  }
  const applied = data?.editions.find((one) => one.edition === data.edition)

  const body = () => {
    if (charter.isPending) return <LoadingState />
    if (data === undefined) return <ErrorState error={charter.error} onRetry={() => void charter.refetch()} />
    const part = search.part ?? data.sections[0]?.section ?? 'editions'
    const section = data.sections.find((one) => one.section === part)
    const shown = () => {
      if (part === 'editions') {
        return (
          <EditionsPart
            editions={data.editions}
            current={data.current}
            onOpen={(edition) => go(edition === data.current ? {} : { edition })}
            onFiles={setFilesOf}
          />
        )
      }
      if (section === undefined) return <EmptyState title={t('noneTitle')} hint={t('noPart')} />
      return (
        <SectionPart
          key={part}
          section={section}
          title={titleOf(section)}
          codes={codes}
          search={search}
          onChange={(change) => go({ ...search, ...change })}
        />
      )
    }
    return (
      <>
        {data.edition === data.current ? null : (
          <Notice tone="amber">
            {t('past', { edition: data.edition, current: data.current })}{' '}
            <Button variant="subtle" size="compact-xs" onClick={() => go({ part: search.part })}>
              {t('toPresent')}
            </Button>
          </Notice>
        )}
        <div className={styles.layout}>
          <PartList
            value={part}
            onChange={(next) => go({ edition: search.edition, defaults: search.defaults, part: next })}
            parts={[
              ...data.sections.map((one) => ({
                key: one.section,
                title: titleOf(one),
                count:
                  search.defaults === 'true'
                    ? one.values.filter((value) => value.isDefault).length
                    : one.values.length,
              })),
              { key: 'editions', title: t('editions'), count: data.editions.length },
            ]}
          />
          {shown()}
        </div>
      </>
    )
  }
  return (
    <Page
      title={t('title')}
      aside={
        applied === undefined
          ? undefined
          : t('aside', { edition: String(applied.edition), day: when.day(applied.appliedAt) })
      }
      actions={
        data === undefined || isEditing ? undefined : (
          <>
            <Button
              variant="default"
              leftSection={<IconFiles size={15} stroke={1.7} aria-hidden />}
              onClick={() => setFilesOf(data.edition)}
            >
              {t('files')}
            </Button>
            {mayChange ? (
              <Button
                leftSection={<IconPencil size={15} stroke={1.8} aria-hidden />}
                onClick={() => go({ part: 'edit' })}
              >
                {t('change')}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {isEditing ? <EditPart onDone={() => go({})} /> : body()}
      {filesOf === null ? null : <FilesDialog edition={filesOf} onClose={() => setFilesOf(null)} />}
    </Page>
  )
}
