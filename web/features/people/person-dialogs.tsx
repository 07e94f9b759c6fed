import type { Person } from '../../../src/people/contract.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useWords } from '../../ui/words.ts'
import { usePeopleChanges } from './people-queries.ts'
import { peopleWords } from './people-words.ts'
import { ResetFactorDialog } from './reset-factor-dialog.tsx'

/** Asks before a one-time password replaces the present one. */
export function GivePasswordDialog(props: {
  person: Person
  onGiven: (password: string) => void
  onClose: () => void
}) {
  const t = useWords(peopleWords)
  const { givePassword } = usePeopleChanges()
  return (
    <ConfirmDialog
      opened
      title={`${t('givePassword')} · ${props.person.name}`}
      confirm={t('givePassword')}
      pending={givePassword.isPending}
      error={givePassword.error}
      onConfirm={() =>
        givePassword.mutate(props.person.staffId, {
          onSuccess: ({ oneTimePassword }) => props.onGiven(oneTimePassword),
        })
      }
      onClose={props.onClose}
    >
      <p>{t('givePasswordText')}</p>
    </ConfirmDialog>
  )
}

/** Takes a lost second factor from a person of the centre. */
export function PersonFactorDialog(props: { person: Person; onClose: () => void }) {
  const { resetFactor } = usePeopleChanges()
  const { staffId, name } = props.person
  const mutate = (reason: string) => resetFactor.mutate({ staffId, reason }, { onSuccess: props.onClose })
  return <ResetFactorDialog name={name} reset={{ ...resetFactor, mutate }} onClose={props.onClose} />
}

/** Asks before a person's place is taken away or given back. */
export function PlaceDialog(props: { person: Person; onClose: () => void }) {
  const t = useWords(peopleWords)
  const { change } = usePeopleChanges()
  const { active, name, staffId } = props.person
  return (
    <ConfirmDialog
      opened
      danger={active}
      title={`${t(active ? 'takePlace' : 'giveBack')} · ${name}`}
      confirm={t(active ? 'takePlace' : 'giveBack')}
      pending={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ staffId, body: { active: !active } }, { onSuccess: props.onClose })}
      onClose={props.onClose}
    >
      <p>{t(active ? 'takePlaceText' : 'giveBackText')}</p>
    </ConfirmDialog>
  )
}
