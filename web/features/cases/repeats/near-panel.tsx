import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type CaseCard,
  type CaseSummary,
  denyRepeat,
  type NearCaseLine,
} from '../../../../src/cases/contract.ts'
import { call } from '../../../api.ts'
import { useCentre } from '../../../app/centre-context.ts'
import { Section } from '../../../ui/page.tsx'
import { ErrorNotice } from '../../../ui/states.tsx'
import { useWords } from '../../../ui/words.ts'
import { nearQuery } from '../case-queries.ts'
import { CommandDialog } from '../commands/command-dialog.tsx'
import { refreshCase } from '../commands/use-command.ts'
import { NearList } from './near-list.tsx'
import { nearWords } from './near-words.ts'

/** «Похожие дела» of a case: each may be joined or told to be another problem; the machine does neither. */
export function NearPanel({ card }: { card: CaseCard }) {
  const t = useWords(nearWords)
  const centre = useCentre()
  const near = useQuery(nearQuery(centre.slug, card))
  const deny = useDeny(card)
  const [joining, setJoining] = useState<{ subject: CaseSummary; into: string } | null>(null)
  const lines = near.data?.cases
  if (card.state === 'joined' || (lines === undefined && !near.isError)) return null
  const join = ({ case: other, joins }: NearCaseLine) =>
    setJoining(
      joins === 'other' ? { subject: other, into: card.number } : { subject: card, into: other.number },
    )
  return (
    <Section title={t('title')}>
      <ErrorNotice error={near.error ?? deny.error} />
      {lines === undefined ? null : lines.length === 0 ? (
        <p className="quiet">{t('noneOfCase')}</p>
      ) : (
        <NearList
          lines={lines}
          actions={(line) => (
            <>
              {line.joins === null ? null : <JoinButton line={line} onClick={() => join(line)} />}
              {centre.may('case.join') ? (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  aria-label={t('denyOf', { number: line.case.number })}
                  disabled={deny.isPending}
                  onClick={() => deny.mutate(line.case)}
                >
                  {t('deny')}
                </Button>
              ) : null}
            </>
          )}
        />
      )}
      {joining === null ? null : (
        <CommandDialog
          command="join"
          subject={joining.subject}
          about={joining.into}
          onClose={() => setJoining(null)}
        />
      )}
    </Section>
  )
}

function JoinButton({ line, onClick }: { line: NearCaseLine; onClick: () => void }) {
  const t = useWords(nearWords)
  const what = t(line.joins === 'other' ? 'joinOther' : 'joinThis')
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={t('joinOf', { what, number: line.case.number })}
      onClick={onClick}
    >
      {what}
    </Button>
  )
}

function useDeny(card: CaseCard) {
  const t = useWords(nearWords)
  const centre = useCentre()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (other: CaseSummary) =>
      call(denyRepeat, { params: { ...centre.params, id: card.id }, body: { other: other.id } }),
    onSuccess: async (_, { number }) => {
      notifications.show({ message: t('denied', { number }), color: 'green' })
      await queries.invalidateQueries({ queryKey: ['cases', centre.slug, 'near'] })
      await refreshCase(queries, centre.slug, card.id)
    },
  })
}
