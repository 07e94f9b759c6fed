import { Modal } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionQuery } from '../../app/session.ts'
import { kitWords } from '../../ui/kit-words.ts'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { ownSignInQuery } from './account-queries.ts'
import { accountWords } from './account-words.ts'
import { NewRecoveryCodes, TurnOffFactor } from './code-forms.tsx'
import { EventsPart } from './events-part.tsx'
import { FactorPart } from './factor-part.tsx'
import { SessionsPart } from './sessions-part.tsx'
import { TurnOnFactor } from './turn-on-factor.tsx'

export type Turn = 'on' | 'off' | 'codes'

const titles = { on: 'turnOn', off: 'turnOff', codes: 'newCodes' } as const

/** How one signs in: the second factor, open sessions, last events; a turn of the factor takes their place until it is done. */
export function SignInDialog(props: { onClose: () => void }) {
  const t = useWords(accountWords)
  const kit = useWords(kitWords)
  const queries = useQueryClient()
  const own = useQuery(ownSignInQuery)
  const [turn, setTurn] = useState<Turn | null>(null)
  const leave = () => setTurn(null)
  const done = () => {
    leave()
    void own.refetch()
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  const body = () => {
    if (own.isPending) return <LoadingState />
    if (own.isError) return <ErrorState error={own.error} onRetry={() => void own.refetch()} />
    const { factor, sessions, events } = own.data
    if (turn === 'on')
      return (
        <TurnOnFactor asksPassword={factor.asksPassword} leave={t('back')} onLeave={leave} onDone={done} />
      )
    if (turn === 'off') return <TurnOffFactor onLeave={leave} onDone={done} />
    if (turn === 'codes') return <NewRecoveryCodes onLeave={leave} onDone={done} />
    return (
      <>
        <FactorPart factor={factor} onTurn={setTurn} />
        <SessionsPart sessions={sessions} />
        <EventsPart events={events} />
      </>
    )
  }
  return (
    <Modal
      opened
      size={turn === null ? 'lg' : 'md'}
      onClose={props.onClose}
      closeOnClickOutside={turn === null}
      closeOnEscape={turn === null}
      withCloseButton={turn === null}
      title={t(turn === null ? 'title' : titles[turn])}
      closeButtonProps={{ 'aria-label': kit('close') }}
    >
      {body()}
    </Modal>
  )
}
