import type { CalendarStatus, ReportState } from '../../../src/reports/contract.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { useWords } from '../../ui/words.ts'
import { calendarWords } from './calendar-words.ts'
import { reportWords } from './report-words.ts'

const tones: Record<CalendarStatus, Tone> = {
  late: 'red',
  missing: 'red',
  soon: 'amber',
  'to-hand-over': 'amber',
  'in-work': 'accent',
  'to-do': 'amber',
  ahead: 'gray',
  'done-late': 'gray',
  done: 'green',
}

/** How a report of the calendar stands. */
export function StatusBadge(props: { status: CalendarStatus }) {
  const t = useWords(calendarWords)
  return <Badge tone={tones[props.status]}>{t(`status.${props.status}`)}</Badge>
}

const stateTones: Record<ReportState, Tone> = {
  draft: 'gray',
  review: 'amber',
  approved: 'accent',
  submitted: 'green',
  acknowledged: 'green',
}

/** The state of a version. */
export function StateBadge(props: { state: ReportState }) {
  const t = useWords(reportWords)
  return <Badge tone={stateTones[props.state]}>{t(`state.${props.state}`)}</Badge>
}
