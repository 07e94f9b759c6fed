import { createContext, useContext, useMemo } from 'react'
import type { Permission } from '../../src/charter/permissions.ts'
import type { Place } from '../../src/people/contract.ts'
import { may } from './session.ts'

export const CentreContext = createContext<Place | null>(null)

export type Centre = Place & {
  may: (...any: Permission[]) => boolean
  /** Parameters of a route inside this centre. */
  params: { centre: string }
}

/** The centre on whose screens we are, with `may` for what this person may do there. */
export function useCentre(): Centre {
  const place = useContext(CentreContext)
  if (place === null) throw new Error('this screen stands inside a centre')
  return useMemo(
    () => ({ ...place, may: (...any) => may(place, ...any), params: { centre: place.slug } }),
    [place],
  )
}
