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
  const firstMs = add(fromMs, Math.round(norm.amount * hour), terms)
  const extended: number[] = []
  for (const amount of terms.extensions ?? [])
    extended.push(add(extended.at(-1) ?? firstMs, Math.round(amount * hour), terms))
  const pauses = applyPauses(extended.at(-1) ?? firstMs, terms)
  const { dueMs } = pauses
  const control = Math.floor(wallOf(zone, dueMs) / dayLength)
  const start = Math.floor(wallOf(zone, fromMs) / dayLength)
  const provisional = counts(terms) ? provisionalSteps(start, control, calendar) : []
  const found = {
    legal: norm.legal ? isoDay(control) : null,
    control: isoDay(control),
    provisional: provisional.length > 0,
  }
  const explain = () => {
    const special = counts(terms) ? specialDaysStep(start, control, calendar) : []
    const steps = [...countingSteps(fromMs, firstMs, extended, terms), ...pauses.steps, ...special]
    if (found.legal !== null) {
      steps.push({ rule: 'legal-date', text: `срок по закону: ${dayInWords(control)}`, date: found.legal })
    }
    const due = stated(dueMs, zone)
    const text = `срок: ${due.text} (UTC${offsetInWords(offsetAt(zone, dueMs))})`
    steps.push(...provisional, { rule: 'due', text, date: due.date })
    const { legal, provisional: early } = found
    return { legal, control: found.control, due: due.date, provisional: early, steps }
  }
  return { ...found, dueMs, paused: pauses.paused, explain }
}

function stated(moment: number, zone: string): { text: string; date: string } {
  const offset = offsetAt(zone, moment)
  return { text: momentInWords(moment + offset), date: isoMoment(moment + offset, offset) }
}

function countingSteps(
  fromMs: number,
  firstMs: number,
  extended: readonly number[],
  terms: DeadlineTerms,
): DeadlineStep[] {
  const { norm, zone, extensions = [] } = terms
  const steps = startSteps(fromMs, terms)
  const first = stated(firstMs, zone)
  const added = `+${amountInWords(norm.amount, norm.unit)}: ${first.text}`
  steps.push({ rule: `add-${norm.unit}`, text: added, date: first.date })
  if (counts(terms)) steps.push(...hoursByDayStep(fromMs, firstMs, terms))
  for (const [place, moment] of extended.entries()) {
    const { text, date } = stated(moment, zone)
    const amount = amountInWords(extensions[place]!, norm.unit)
    steps.push({ rule: 'extension', text: `продление на ${amount}: ${text}`, date })
  }
  return steps
}
