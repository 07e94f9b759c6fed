import { Autocomplete, Button, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseReference } from '../../../../src/cases/contract.ts'
import { useCentre } from '../../../app/centre-context.ts'
import { CodeSelect } from '../../../ui/code-select.tsx'
import { useWords } from '../../../ui/words.ts'
import { referenceQuery } from '../case-queries.ts'
import { fieldsOfProposed, tellProposed } from '../proposed-place.ts'
import { CaseGist } from './case-gist.tsx'
import { commandWords } from './command-words.ts'
import styles from './commands.module.css'
import { FormFrame, type FormProps } from './form-frame.tsx'

export type Place = { settlement: string | null; street: string; house: string }

/** Settlement, street and house; streets are offered from the centre's address list but may be written freely. */
export function PlaceFields(props: {
  reference: CaseReference
  value: Place
  onChange: (place: Place) => void
  focus?: boolean
}) {
  const t = useWords(commandWords)
  const { reference, value, onChange } = props
  const streets = reference.streets
    .filter((street) => value.settlement === null || street.settlement === value.settlement)
    .map((street) => street.name)
  return (
    <>
      <CodeSelect
        label={t('settlement')}
        options={reference.settlements}
        value={value.settlement}
        onChange={(settlement) => onChange({ ...value, settlement })}
        {...(props.focus === true ? { 'data-autofocus': true } : {})}
      />
      <div className={styles.pair}>
        <Autocomplete
          label={t('street')}
          data={[...new Set(streets)]}
          limit={40}
          value={value.street}
          onChange={(street) => onChange({ ...value, street })}
        />
        <TextInput
          label={t('house')}
          value={value.house}
          onChange={(event) => onChange({ ...value, house: event.currentTarget.value })}
        />
      </div>
    </>
  )
}

/** What the routes take for a place; empty words are null. */
export function placeBody(place: Place) {
  return {
    settlement: place.settlement,
    street: place.street.trim() === '' ? null : place.street.trim(),
    house: place.house.trim() === '' ? null : place.house.trim(),
  }
}

export function PlaceForm(props: FormProps<'set-place'>) {
  const t = useWords(commandWords)
  const { subject, card } = props
  const { data: reference } = useSuspenseQuery(referenceQuery(useCentre().slug))
  const [place, setPlace] = useState<Place>({
    settlement: subject.settlement?.code ?? null,
    street: subject.street ?? '',
    house: subject.house ?? '',
  })
  const proposed = card.proposal?.data.place
  const told = tellProposed(reference, proposed)
  const offered = proposed ? fieldsOfProposed(reference, proposed) : null
  const isTaken = offered === null || (place.street === offered.street && place.house === offered.house)
  return (
    <FormFrame command="set-place" form={props} onConfirm={() => props.onSubmit(placeBody(place))}>
      <CaseGist subject={subject} card={card} />
      {offered !== null && told !== '' && !isTaken ? (
        <p>
          <span className="quiet">{t('proposedRoute')}:</span> {told}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => setPlace(offered)}>
            {t('usePlace')}
          </Button>
        </p>
      ) : null}
      <PlaceFields reference={reference} value={place} onChange={setPlace} focus />
    </FormFrame>
  )
}
