import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCentre } from '../../app/centre-context.ts'
import { parseAddress } from '../../app/search-state.ts'
import { type WorklistSearch, worklistSearch } from '../cases/worklist-search.ts'

/** The worklist's address bar for what a figure opens. */
export function searchOfOpen(open: string): WorklistSearch {
  return worklistSearch.parse(parseAddress(open))
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
