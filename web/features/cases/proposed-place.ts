import type { CaseReference, ProposalData } from '../../../src/cases/contract.ts'
import type { Place } from './commands/place-form.tsx'

type Proposed = NonNullable<ProposalData['place']>

/** The name of a street that a proposal gives by its code, which ends in the name; the code's end when it is not listed. */
function streetName(reference: CaseReference | undefined, code: string): string {
  const listed = reference?.streets.find(
    (street) => code.startsWith(`${street.settlement}/`) && code.endsWith(`/${street.name}`),
  )
  return listed?.name ?? code.slice(code.lastIndexOf('/') + 1)
}

/** A proposed place as the fields of a form take it. */
export function fieldsOfProposed(reference: CaseReference | undefined, proposed: Proposed): Place {
  return {
    settlement: proposed.settlement,
    street: proposed.street === null ? '' : streetName(reference, proposed.street),
    house: proposed.house ?? '',
  }
}

/** A proposed place in one line; empty when nothing is proposed. */
export function tellProposed(
  reference: CaseReference | undefined,
  proposed: Proposed | null | undefined,
): string {
  if (!proposed) return ''
  const { street, house } = fieldsOfProposed(reference, proposed)
  const settlement = reference?.settlements.find((one) => one.code === proposed.settlement)?.name
  return [settlement, street, house].filter(Boolean).join(', ')
}
