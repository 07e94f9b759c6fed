import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Person } from '../../../src/people/contract.ts'
import { CodeSelect, type Named } from '../../ui/code-select.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useWords } from '../../ui/words.ts'
import styles from './people.module.css'
import { type PersonInput, usePeopleChanges } from './people-queries.ts'
import { peopleWords } from './people-words.ts'

type Choices = {
  roles: readonly (Named & { reach: string })[]
  sectorBlocks: readonly Named[]
  organisations: readonly Named[]
}

/** Adds a person (`person` is null) or changes one; what the charter does not allow, the server says. */
export function PersonForm(props: {
  person: Person | null
  roles: Choices['roles']
  sectorBlocks: Choices['sectorBlocks']
  organisations: Choices['organisations']
  onAdded: (name: string, password: string) => void
  onClose: () => void
}) {
  const t = useWords(peopleWords)
  const { add, change } = usePeopleChanges()
  const { person } = props
  const [given, setGiven] = useState<PersonInput>(() => inputOf(person))
  const set = (part: Partial<PersonInput>) => setGiven({ ...given, ...part })
  const needsBlock = props.roles.find((role) => role.code === given.role)?.reach === 'block'
  const missing =
    given.name.trim() === '' ||
    given.role === '' ||
    (person === null && given.login.trim() === '') ||
    (needsBlock && given.sectorBlock === null)
  const save = () => {
    const { login: _login, ...body } = given
    if (person === null)
      add.mutate(given, { onSuccess: (told) => props.onAdded(told.person.name, told.oneTimePassword) })
    else change.mutate({ staffId: person.staffId, body }, { onSuccess: props.onClose })
  }
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={person === null ? t('add') : t('editOf', { name: person.name })}
      confirm={person === null ? t('add') : t('save')}
      pending={add.isPending || change.isPending}
      disabled={missing}
      error={add.error ?? change.error}
      onConfirm={save}
      onClose={props.onClose}
    >
      <PersonFields given={given} set={set} isNew={person === null} needsBlock={needsBlock} {...props} />
    </ConfirmDialog>
  )
}

function inputOf(person: Person | null): PersonInput {
  if (person === null)
    return { login: '', name: '', role: '', position: '', sectorBlock: null, organisation: null }
  const { name, role, position, sectorBlock, organisation } = person
  return { login: person.access?.login ?? '', name, role, position, sectorBlock, organisation }
}

function PersonFields(
  props: Choices & {
    given: PersonInput
    set: (part: Partial<PersonInput>) => void
    isNew: boolean
    needsBlock: boolean
  },
) {
  const t = useWords(peopleWords)
  const { given, set, needsBlock } = props
  return (
    <div className={styles.form}>
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        required
        maxLength={200}
        value={given.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        data-autofocus
      />
      {props.isNew ? (
        <TextInput
          label={t('login')}
          description={t('loginHint')}
          required
          maxLength={64}
          autoComplete="off"
          value={given.login}
          onChange={(event) => set({ login: event.currentTarget.value })}
        />
      ) : null}
      <TextInput
        label={t('position')}
        maxLength={300}
        className={styles.wide ?? ''}
        value={given.position ?? ''}
        onChange={(event) => set({ position: event.currentTarget.value })}
      />
      <CodeSelect
        label={t('role')}
        required
        clearable={false}
        options={props.roles}
        value={given.role === '' ? null : given.role}
        onChange={(role) => set({ role: role ?? '' })}
      />
      <CodeSelect
        label={t('sectorBlock')}
        required={needsBlock}
        options={props.sectorBlocks}
        value={given.sectorBlock ?? null}
        onChange={(sectorBlock) => set({ sectorBlock })}
      />
      <CodeSelect
        label={t('organisation')}
        className={styles.wide ?? ''}
        options={props.organisations}
        value={given.organisation ?? null}
        onChange={(organisation) => set({ organisation })}
      />
    </div>
  )
}
