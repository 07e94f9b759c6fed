import { Modal, Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { appWords } from '../../app/app-words.ts'
import { sessionQuery, useSignOut } from '../../app/session.ts'
import { ErrorState, LoadingState, Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { ownSignInQuery } from './account-queries.ts'
import { accountWords } from './account-words.ts'
import { TurnOnFactor } from './turn-on-factor.tsx'

/** Turning on the second factor that a charter demands: nothing opens before, and only signing out leads past it. */
export function DemandedFactor() {
  const t = useWords(accountWords)
  const app = useWords(appWords)
  const queries = useQueryClient()
  const own = useQuery(ownSignInQuery)
  const signOut = useSignOut()
  const body = () => {
    if (own.isPending) return <LoadingState />
    if (own.isError) return <ErrorState error={own.error} onRetry={() => void own.refetch()} />
    return (
      <TurnOnFactor
        asksPassword={own.data.factor.asksPassword}
        leave={app('signOut')}
        onLeave={() => signOut.mutate(false)}
        onDone={() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })}
      />
    )
  }
  return (
    <Modal
      opened
      onClose={() => {}}
      title={t('demandedTitle')}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <Notice tone="amber">{t('demandedText')}</Notice>
        {body()}
      </Stack>
    </Modal>
  )
}
