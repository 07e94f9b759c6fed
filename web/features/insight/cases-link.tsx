import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCentre } from '../../app/centre-context.ts'
import { parseAddress } from '../../app/search-state.ts'
import { anyState, type WorklistSearch, worklistSearch } from '../cases/worklist-search.ts'

/** The worklist's address bar for what a figure opens: cases in every state, unless the figure counts open ones or a quick view. */
export function searchOfOpen(open: string): WorklistSearch {
  const asked = parseAddress(open)
  const search = worklistSearch.parse(asked)
  const isOfOpen = asked.open !== undefined || search.view !== undefined || search.state !== undefined
  return isOfOpen ? search : { ...search, state: anyState }
}

/** A link to exactly the cases behind a figure; `open` is the figure's own. */
export function CasesLink(props: { open: string; label?: string; className?: string; children: ReactNode }) {
  const centre = useCentre()
  return (
    <Link
      to="/$centre/cases"
      params={centre.params}
      search={searchOfOpen(props.open)}
      className={props.className ?? ''}
      aria-label={props.label}
    >
      {props.children}
    </Link>
  )
}
