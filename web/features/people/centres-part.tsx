import { Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBuildingPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { applyCentreCharter, checkCentreCharter } from '../../../src/charter/contract.ts'
import { call } from '../../api.ts'
import { Badge } from '../../ui/badge.tsx'
import { type RecordColumn, RecordTable } from '../../ui/record-table.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { EditionDraft } from '../charter/edition-draft.tsx'
import { centresQuery } from './installation-queries.ts'
import { installationWords } from './installation-words.ts'
import styles from './people.module.css'

type CentreLine = { slug: string; name: string; kind: string; edition: number; isDemo: boolean }

/** Centres of the installation; a new one, or a new edition of one, comes from the files of a charter. */
export function CentresPart() {
  const t = useWords(installationWords)
  const list = useQuery(centresQuery)
  // The centre whose charter is being applied; `new` has none yet.
  const [applying, setApplying] = useState<CentreLine | 'new' | null>(null)
  const columns = useMemo(
    (): RecordColumn<CentreLine>[] => [
      {
        key: 'centre',
        title: t('centre'),
        lead: true,
        cell: (centre) => (
          <>
            {centre.name} {centre.isDemo ? <Badge>{t('demo')}</Badge> : null}
          </>
        ),
      },
      { key: 'code', title: t('code'), width: '14%', cell: (centre) => centre.slug },
      {
        key: 'kind',
        title: t('kind'),
        width: '15%',
        cell: ({ kind }) => (kind === 'municipal' || kind === 'regional' ? t(kind) : kind),
      },
      {
        key: 'edition',
        title: t('edition'),
        width: '140px',
        cell: (centre) => <span className="figures">{centre.edition}</span>,
      },
      {
        key: 'acts',
        title: '',
        width: '130px',
        untitled: true,
        cell: (centre) => (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={t('applyOf', { name: centre.name })}
            onClick={() => setApplying(centre)}
          >
            {t('apply')}
          </Button>
        ),
      },
    ],
    [t],
  )
  if (applying !== null)
    return <ApplyCharter centre={applying === 'new' ? null : applying} onDone={() => setApplying(null)} />
  if (list.isPending) return <LoadingState />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const add = (
    <Button
      leftSection={<IconBuildingPlus size={15} stroke={1.8} aria-hidden />}
      onClick={() => setApplying('new')}
    >
      {t('addCentre')}
    </Button>
  )
  if (list.data.length === 0) {
    return (
      <EmptyState title={t('noCentresTitle')} hint={t('noCentresHint')}>
        {add}
      </EmptyState>
    )
  }
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.total}>{add}</span>
      </div>
      <RecordTable label={t('centres')} rows={list.data} rowKey={(centre) => centre.slug} columns={columns} />
    </>
  )
}

const noFiles = {}

function ApplyCharter(props: { centre: CentreLine | null; onDone: () => void }) {
  const t = useWords(installationWords)
  const queries = useQueryClient()
  const [slug, setSlug] = useState(props.centre?.slug ?? '')
  const onApplied = (edition: number) => {
    notifications.show({ message: t('applied', { slug, edition }) })
    void queries.invalidateQueries({ queryKey: ['installation'] })
    props.onDone()
  }
  return (
    <>
      <div className={styles.bar}>
        <h2>{props.centre === null ? t('addCentre') : t('newCharter', { name: props.centre.name })}</h2>
        <span className={styles.total}>
          <Button variant="default" onClick={props.onDone}>
            {t('back')}
          </Button>
        </span>
      </div>
      <p className="quiet">{t('charterIntro')}</p>
      {props.centre === null ? (
        <TextInput
          label={t('centreCode')}
          description={t('centreCodeHint')}
          required
          maxLength={41}
          maw={420}
          value={slug}
          onChange={(event) => setSlug(event.currentTarget.value.trim().toLowerCase())}
        />
      ) : null}
      <EditionDraft
        // A check holds for the centre it was made for.
        key={slug}
        present={noFiles}
        blocked={slug === ''}
        check={(files) => call(checkCentreCharter, { body: { slug, files } })}
        apply={(files, comment) =>
          call(applyCentreCharter, { body: { slug, files, ...(comment.trim() === '' ? {} : { comment }) } })
        }
        onApplied={onApplied}
      />
    </>
  )
}
