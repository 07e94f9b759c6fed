import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findNearCases, type NearBody, type NearCaseLine } from '../../../../src/cases/contract.ts'
import { call } from '../../../api.ts'
import { useCentre } from '../../../app/centre-context.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Section } from '../../../ui/page.tsx'
import { ErrorNotice } from '../../../ui/states.tsx'
import { useWords } from '../../../ui/words.ts'
import { NearList } from './near-list.tsx'
import { nearWords } from './near-words.ts'

/** Shorter texts say too little to be compared. */
const leastLength = 12
const typingMs = 600

/** Near cases of what is typed so far, once typing rests; `body` is null while something needed is missing. */
export function useNearCases(body: NearBody | null) {
  const { params, slug } = useCentre()
  const [settled] = useDebouncedValue(body, typingMs)
  const asks = settled !== null && settled.text.trim().length >= leastLength
  return useQuery({
    queryKey: ['near', slug, settled],
    queryFn: asks ? () => call(findNearCases, { params, body: settled }) : skipToken,
    placeholderData: asks ? keepPreviousData : undefined,
    gcTime: 0,
  })
}

/** Near cases of the text being typed: what is told already may be joined instead of becoming work once more. */
export function NearAside(props: {
  near: ReturnType<typeof useNearCases>
  pending: boolean
  error: unknown
  onJoin: (into: NearCaseLine['case']) => void
}) {
  const t = useWords(nearWords)
  const [chosen, setChosen] = useState<NearCaseLine['case'] | null>(null)
  const { near } = props
  const lines = near.data?.cases
  return (
    <Section title={t('title')} id="near">
      <div aria-live="polite">
        <ErrorNotice error={near.error} />
        {lines === undefined ? (
          <p className="quiet">{t('waits')}</p>
        ) : lines.length === 0 ? (
          <p className="quiet">{t('none')}</p>
        ) : (
          <NearList
            lines={lines}
            apart
            actions={(line) =>
              line.joins === null ? null : (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('joinOf', { what: t('joinTo'), number: line.case.number })}
                  onClick={() => setChosen(line.case)}
                >
                  {t('joinTo')}
                </Button>
              )
            }
          />
        )}
      </div>
      <ConfirmDialog
        opened={chosen !== null}
        title={t('joinTitle', { number: chosen?.number ?? '' })}
        confirm={t('joinConfirm')}
        pending={props.pending}
        error={props.error}
        onConfirm={() => chosen !== null && props.onJoin(chosen)}
        onClose={() => setChosen(null)}
      >
        <p>{t('joinText', { number: chosen?.number ?? '' })}</p>
      </ConfirmDialog>
    </Section>
  )
}
