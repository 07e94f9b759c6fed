import {
  addWorkingMs,
  dayInWords,
  dayLength,
  isoDay,
  offsetAt,
  wallOf,
  workingMsBetween,
  workingStretches,
} from '../calendar/index.ts'
import type { EpochDay } from '../calendar/index.ts'
import type { DeadlineStep } from './contract.ts'
import type { Found } from './found.ts'
import {
  amountInWords,
  isoMoment,
  momentInWords,
  offsetInWords,
  pauseInWords,
  provisionalSteps,
  specialDaysStep,
  startInWords,
} from './step-words.ts'
import { countedPauses } from './terms.ts'
import type { DeadlineTerms } from './terms.ts'

const hour = 3_600_000
/** A longer list of days with their hours is no help to a reader. */
const listedDays = 7

const counts = (terms: DeadlineTerms) => terms.norm.unit === 'working-hours'

function add(fromMs: number, amount: number, terms: DeadlineTerms): number {
  return counts(terms) ? addWorkingMs(fromMs, amount, terms) : fromMs + amount
}

function startSteps(fromMs: number, terms: DeadlineTerms): DeadlineStep[] {
  const { norm, zone } = terms
  const offset = offsetAt(zone, fromMs)
  const wall = fromMs + offset
  const event = startInWords[norm.start]
  const text = `отсчёт с момента ${event}: ${momentInWords(wall)}`
  const start = { rule: 'count-from-moment', text, date: isoMoment(wall, offset) }
  if (!counts(terms)) return [start]
  const [[opening] = [fromMs]] = workingStretches(fromMs, terms)
  if (opening === fromMs) return [start]
  const openingOffset = offsetAt(zone, opening)
  return [
    {
      ...start,
      rule: 'outside-working-hours',
      text: `момент ${event} — вне рабочих часов: ${momentInWords(wall)}`,
    },
    {
      rule: 'count-from-opening',
      text: `отсчёт с начала рабочего времени: ${momentInWords(opening + openingOffset)}`,
      date: isoMoment(opening + openingOffset, openingOffset),
    },
  ]
}

function hoursByDayStep(fromMs: number, dueMs: number, terms: DeadlineTerms): DeadlineStep[] {
  const days = new Map<EpochDay, number>()
  for (const [from, to] of workingStretches(fromMs, terms)) {
    if (from >= dueMs) break
    const day = Math.floor(wallOf(terms.zone, from) / dayLength)
    days.set(day, (days.get(day) ?? 0) + Math.min(to, dueMs) - from)
    if (days.size > listedDays) return []
  }
  if (days.size < 2) return []
  const list = [...days].map(([day, ms]) => {
    const short = terms.calendar.kindOf(day) === 'short' ? ' (сокращённый день)' : ''
    return `${dayInWords(day)}${short} — ${Math.round((ms / hour) * 100) / 100} ч`.replace('.', ',')
  })
  return [{ rule: 'hours-by-day', text: list.join('; ') }]
}

function applyPauses(due: number, terms: DeadlineTerms) {
  const steps: DeadlineStep[] = []
  let dueMs = due
  let paused = false
  for (const { from, to, reason } of countedPauses(terms)) {
    const since = `с ${momentInWords(wallOf(terms.zone, from.epochMilliseconds))} (${pauseInWords[reason]})`
    if (from.epochMilliseconds >= dueMs) {
      steps.push({ rule: 'pause-too-late', text: `приостановка ${since} не учтена: срок уже истёк` })
    } else if (!to) {
      paused = true
      steps.push({
        rule: 'paused',
        text: `отсчёт приостановлен ${since}: срок сдвинется после возобновления`,
      })
    } else {
      const [fromMs, toMs] = [from.epochMilliseconds, to.epochMilliseconds]
      const shift = counts(terms) ? workingMsBetween(fromMs, toMs, terms) : toMs - fromMs
      dueMs = add(dueMs, shift, terms)
      const amount = amountInWords(shift / hour, terms.norm.unit)
      const until = momentInWords(wallOf(terms.zone, toMs))
      const text = `приостановка ${since} до ${until}: +${amount}, ${momentInWords(wallOf(terms.zone, dueMs))}`
      steps.push({
        rule: 'pause',
        text,
        date: isoMoment(wallOf(terms.zone, dueMs), offsetAt(terms.zone, dueMs)),
      })
    }
  }
  return { dueMs, paused, steps }
}

/** A deadline in hours: every hour counts, or only the centre's working hours; there is no roll. */
export function hourDeadline(terms: DeadlineTerms): Found {
  const { norm, calendar, zone } = terms
  const fromMs = terms.from.epochMilliseconds
  const stated = (moment: number) => {
    const offset = offsetAt(zone, moment)
    return { text: momentInWords(moment + offset), date: isoMoment(moment + offset, offset) }
  }
  const steps = startSteps(fromMs, terms)
  let dueMs = add(fromMs, Math.round(norm.amount * hour), terms)
  const first = stated(dueMs)
  steps.push({
    rule: `add-${norm.unit}`,
    text: `+${amountInWords(norm.amount, norm.unit)}: ${first.text}`,
    date: first.date,
  })
  if (counts(terms)) steps.push(...hoursByDayStep(fromMs, dueMs, terms))
  for (const amount of terms.extensions ?? []) {
    dueMs = add(dueMs, Math.round(amount * hour), terms)
    const { text, date } = stated(dueMs)
    steps.push({ rule: 'extension', text: `продление на ${amountInWords(amount, norm.unit)}: ${text}`, date })
  }
  const pauses = applyPauses(dueMs, terms)
  dueMs = pauses.dueMs
  steps.push(...pauses.steps)
  const control = Math.floor(wallOf(zone, dueMs) / dayLength)
  const start = Math.floor(wallOf(zone, fromMs) / dayLength)
  let provisional: DeadlineStep[] = []
  if (counts(terms)) {
    steps.push(...specialDaysStep(start, control, calendar))
    provisional = provisionalSteps(start, control, calendar)
  }
  if (norm.legal) {
    steps.push({ rule: 'legal-date', text: `срок по закону: ${dayInWords(control)}`, date: isoDay(control) })
  }
  const due = stated(dueMs)
  const text = `срок: ${due.text} (UTC${offsetInWords(offsetAt(zone, dueMs))})`
  return {
    dueMs,
    paused: pauses.paused,
    explanation: {
      legal: norm.legal ? isoDay(control) : null,
      control: isoDay(control),
      due: due.date,
      provisional: provisional.length > 0,
      steps: [...steps, ...provisional, { rule: 'due', text, date: due.date }],
    },
  }
}
