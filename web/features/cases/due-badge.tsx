import {
  IconAlarm,
  IconAlertTriangle,
  IconCalendarEvent,
  IconCircleCheck,
  IconCircleMinus,
  IconClock,
  IconClockExclamation,
  IconHourglassHigh,
  IconPlayerPause,
  type Icon,
} from '@tabler/icons-react'
import type { CaseSummary } from '../../../src/cases/contract.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { dueWords } from './due-words.ts'

export type DueStatus = NonNullable<CaseSummary['due']>['status']

const looks: Record<DueStatus, { tone: Tone; icon: Icon; bare: boolean }> = {
  overdue: { tone: 'red', icon: IconAlertTriangle, bare: false },
  'due-today': { tone: 'amber', icon: IconAlarm, bare: false },
  soon: { tone: 'amber', icon: IconHourglassHigh, bare: true },
  running: { tone: 'gray', icon: IconClock, bare: true },
  met: { tone: 'green', icon: IconCircleCheck, bare: true },
  missed: { tone: 'red', icon: IconClockExclamation, bare: true },
  paused: { tone: 'violet', icon: IconPlayerPause, bare: true },
  cancelled: { tone: 'gray', icon: IconCircleMinus, bare: true },
}

/** How a due instant stands: always in words, with a colour and an icon that repeat them. */
export function DueBadge(props: { at: string; status: DueStatus; solid?: boolean }) {
  const t = useWords(dueWords)
  const when = useWhen()
  const look = looks[props.status]
  return (
    <Badge
      tone={look.tone}
      icon={look.icon}
      bare={props.solid === true ? false : look.bare}
      title={when.full(props.at)}
    >
      <span className="figures">
        {t(props.status, { at: when.short(props.at), time: when.time(props.at), date: when.date(props.at) })}
      </span>
    </Badge>
  )
}

/** The day promised to the resident of a postponed case; a day that has passed is told as missed. */
export function PromiseBadge(props: { on: string; solid?: boolean }) {
  const t = useWords(dueWords)
  const when = useWhen()
  const isMissed = props.on < when.today()
  return (
    <Badge
      tone={isMissed ? 'red' : 'violet'}
      icon={isMissed ? IconAlertTriangle : IconCalendarEvent}
      bare={props.solid !== true}
      title={when.day(props.on)}
    >
      <span className="figures">
        {t(isMissed ? 'promiseMissed' : 'promised', { date: when.date(props.on) })}
      </span>
    </Badge>
  )
}

/**
 * The one date to keep of a case in a list: of a postponed case the promised day, unless a deadline that still runs has
 * come or passed.
 */
export function DueOfCase({ line }: { line: Pick<CaseSummary, 'state' | 'promisedOn' | 'due'> }) {
  const { due, promisedOn } = line
  const isPressing = due?.status === 'overdue' || due?.status === 'due-today'
  if (line.state === 'postponed' && promisedOn !== null && !isPressing)
    return <PromiseBadge on={promisedOn} />
  return due === null ? null : <DueBadge at={due.at} status={due.status} />
}
