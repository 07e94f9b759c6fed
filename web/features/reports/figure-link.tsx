import { useWords } from '../../ui/words.ts'
import { CasesLink } from '../insight/cases-link.tsx'
import { figureWords } from './figure-words.ts'

/** A figure of a report as a link to the cases kept with it; plain where it counts none. */
export function FigureLink(props: {
  id: string
  figure: string
  name: string
  count: number
  children: string
}) {
  const t = useWords(figureWords)
  if (props.count === 0) return <span>{props.children}</span>
  const open = new URLSearchParams({ figure: `${props.id}~${props.figure}` }).toString()
  return (
    <CasesLink open={open} label={t('opens', { name: props.name, value: props.children })}>
      {props.children}
    </CasesLink>
  )
}
