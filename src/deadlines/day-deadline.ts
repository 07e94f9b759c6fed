import { dayInWords, dayLength, isoDay, momentOfWall, offsetAt, wallOf, workEnd } from '../calendar/index.ts'
import type { EpochDay } from '../calendar/index.ts'
import type { DeadlineStep } from './contract.ts'
import {
  amountInWords,
  isoMoment,
  offsetInWords,
  pauseInWords,
  provisionalSteps,
  restInWords,
  restStep,
  specialDaysStep,
  startInWords,
  timeInWords,
} from './step-words.ts'
import { countedPauses } from './terms.ts'
import type { DeadlineTerms } from './terms.ts'
import type { Found } from './found.ts'

function advance(day: EpochDay, n: number, terms: DeadlineTerms): EpochDay {
  return terms.norm.unit === 'working-days' ? terms.calendar.addWorking(day, n) : day + n
}

function daysPassed(from: EpochDay, to: EpochDay, terms: DeadlineTerms): number {
  if (terms.norm.unit === 'calendar-days') return to - from
  let count = 0
  for (let day = from + 1; day <= to; day++) if (terms.calendar.kindOf(day) !== 'off') count++
  return count
}

/** The control day for a last day. Never on or before the start day: rolled back that far, it stays where it was. */
function roll(start: EpochDay, last: EpochDay, { norm, calendar }: DeadlineTerms) {
  if (calendar.kindOf(last) !== 'off') return { control: last, steps: [] }
  const why = `${dayInWords(last)} — ${restInWords(last, calendar)}`
  const stays = (rule: string, text: string) => ({
    control: last,
    steps: [{ rule, text: `${why}, ${text}`, date: isoDay(last) }],
  })
  if (norm.roll === 'none') return stays('roll-none', 'по норме срок с выходного не переносится')
  const control = calendar.addWorking(last, norm.roll === 'next' ? 1 : -1)
  if (control <= start) {
    return stays(
      'roll-stops-at-start',
      'рабочих дней после начала отсчёта нет, контрольный срок не переносится',
    )
  }
  const where = norm.roll === 'next' ? 'следующий' : 'предыдущий'
  const text = `${why}, контрольный срок переносится на ${where} рабочий день: ${dayInWords(control)}`
  const [first, until] = control < last ? [control + 1, last - 1] : [last + 1, control - 1]
  const steps: DeadlineStep[] = [
    { rule: `roll-${norm.roll}`, text, date: isoDay(control) },
    ...restStep(first, until, calendar),
  ]
  return { control, steps }
}

function dueOf(control: EpochDay, terms: DeadlineTerms): number {
  return momentOfWall(terms.zone, control * dayLength + workEnd(control, terms))
}

function applyPauses(start: EpochDay, unpaused: EpochDay, terms: DeadlineTerms) {
  const steps: DeadlineStep[] = []
  let last = unpaused
  let paused = false
  for (const { from, to, reason } of countedPauses(terms)) {
    const fromDay = Math.floor(wallOf(terms.zone, from.epochMilliseconds) / dayLength)
    const since = `с ${dayInWords(fromDay)} (${pauseInWords[reason]})`
    if (from.epochMilliseconds >= dueOf(roll(start, last, terms).control, terms)) {
      steps.push({ rule: 'pause-too-late', text: `приостановка ${since} не учтена: срок уже истёк` })
      continue
    }
    if (!to) {
      paused = true
      steps.push({
        rule: 'paused',
        text: `отсчёт приостановлен ${since}: срок сдвинется после возобновления`,
      })
      continue
    }
    const toDay = Math.floor(wallOf(terms.zone, to.epochMilliseconds) / dayLength)
    const shift = daysPassed(fromDay, toDay, terms)
    last = advance(last, shift, terms)
    const amount = amountInWords(shift, terms.norm.unit)
    const text = `приостановка ${since} по ${dayInWords(toDay)}: +${amount}, ${dayInWords(last)}`
    steps.push({ rule: 'pause', text, date: isoDay(last) })
  }
  return { last, paused, steps }
}

function dueStep(control: EpochDay, dueMs: number, terms: DeadlineTerms): DeadlineStep {
  const offset = offsetAt(terms.zone, dueMs)
  const kind = terms.calendar.kindOf(control)
  const end = {
    working: 'конец рабочего дня',
    short: 'конец сокращённого рабочего дня',
    off: 'время конца обычного рабочего дня',
  }[kind]
  // Work that ends at 24:00 ends on the next date; the words keep the day on which it ends.
  const time = dueMs + offset === (control + 1) * dayLength ? '24:00' : timeInWords(dueMs + offset)
  const text = `${end}: ${dayInWords(control)}, ${time} (UTC${offsetInWords(offset)})`
  return { rule: 'due', text, date: isoMoment(dueMs + offset, offset) }
}

/** A deadline in calendar or working days: counted from the day after the start, due when work ends on the control day. */
export function dayDeadline(terms: DeadlineTerms): Found {
  const { norm, calendar, zone } = terms
  const start = Math.floor(wallOf(zone, terms.from.epochMilliseconds) / dayLength)
  const first = start + 1
  let last = advance(start, norm.amount, terms)
  const steps: DeadlineStep[] = [
    {
      rule: 'count-from-next-day',
      text: `отсчёт со следующего дня после ${startInWords[norm.start]}: ${dayInWords(first)}`,
      date: isoDay(first),
    },
    {
      rule: `add-${norm.unit}`,
      text: `+${amountInWords(norm.amount, norm.unit)}: ${dayInWords(last)}`,
      date: isoDay(last),
    },
  ]
  for (const amount of terms.extensions ?? []) {
    last = advance(last, amount, terms)
    const text = `продление на ${amountInWords(amount, norm.unit)}: ${dayInWords(last)}`
    steps.push({ rule: 'extension', text, date: isoDay(last) })
  }
  const pauses = applyPauses(start, last, terms)
  last = pauses.last
  steps.push(...pauses.steps)
  if (norm.unit === 'working-days') steps.push(...specialDaysStep(first, last, calendar))
  if (norm.legal) {
    steps.push({ rule: 'legal-date', text: `срок по закону: ${dayInWords(last)}`, date: isoDay(last) })
  }
  const rolled = roll(start, last, terms)
  const { control } = rolled
  steps.push(...rolled.steps)
  const provisional = provisionalSteps(first, Math.max(last, control), calendar)
  const dueMs = dueOf(control, terms)
  const due = dueStep(control, dueMs, terms)
  const found = {
    legal: norm.legal ? isoDay(last) : null,
    control: isoDay(control),
    provisional: provisional.length > 0,
  }
  return {
    ...found,
    dueMs,
    paused: pauses.paused,
    explain: () => {
      const { legal, control: until, provisional: early } = found
      return {
        legal,
        control: until,
        due: due.date!,
        provisional: early,
        steps: [...steps, ...provisional, due],
      }
    },
  }
}
