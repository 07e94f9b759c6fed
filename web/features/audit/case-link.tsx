import { Link } from '@tanstack/react-router'
import { useCentre } from '../../app/centre-context.ts'
import { useWords } from '../../ui/words.ts'
import { journalWords } from './journal-words.ts'

/** A link to the case that an entry is about; without the right to see cases, its number. */
export function CaseLink(props: { id: string | null; number: string | null }) {
  const t = useWords(journalWords)
  const centre = useCentre()
  if (props.id === null) return null
  const told = props.number ?? t('caseUnknown')
  if (!centre.may('case.read', 'case.read-own')) return <span className="figures">{told}</span>
  return (
    <Link to="/$centre/cases/$id" params={{ ...centre.params, id: props.id }} className="figures">
      {told}
    </Link>
  )
}
