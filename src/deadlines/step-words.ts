import {
  counted,
  dayInWords,
  dayLength,
  daysInWords,
  isoDay,
  plainDay,
  weekdayOf,
} from '../calendar/index.ts'
import type { Calendar, EpochDay } from '../calendar/index.ts'
import type { DeadlineStep, PauseReason, StartEvent, TimeUnit } from './contract.ts'

/** The start event after «после», and the same event after «с момента». */
export const startInWords: Record<StartEvent, string> = {
  received: 'поступления',
  registered: 'регистрации',
  assigned: 'назначения исполнителя',
  taken: 'взятия в работу',
  'interim-sent': 'промежуточного ответа',
  requested: 'запроса',
  returned: 'возврата',
  detected: 'обнаружения',
}

export const pauseInWords: Record<PauseReason, string> = {
  asked: 'ждём ответа заявителя',
  postponed: 'решение отложено',
}

const units: Record<TimeUnit, readonly [one: string, few: string, many: string, part: string]> = {
  hours: ['час', 'часа', 'часов', 'часа'],
  'working-hours': ['рабочий час', 'рабочих часа', 'рабочих часов', 'рабочего часа'],
  'calendar-days': ['календарный день', 'календарных дня', 'календарных дней', 'календарного дня'],
  'working-days': ['рабочий день', 'рабочих дня', 'рабочих дней', 'рабочего дня'],
}

/** An amount of a unit in Russian: «30 календарных дней». */
export function amountInWords(amount: number, unit: TimeUnit): string {
  return counted(Math.round(amount * 100) / 100, ...units[unit])
}

const two = (n: number) => `${n}`.padStart(2, '0')

/** The time of day of a wall-clock moment: «18:00». */
export function timeInWords(wallMs: number): string {
  const minutes = Math.floor((((wallMs % dayLength) + dayLength) % dayLength) / 60_000)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** A wall-clock moment in Russian: «10 декабря 2025, 10:00». */
export function momentInWords(wallMs: number): string {
  return `${dayInWords(Math.floor(wallMs / dayLength))}, ${timeInWords(wallMs)}`
}

/** The offset of a zone as ISO writes it: «+05:00». */
export function offsetInWords(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** A wall-clock moment with its offset, as ISO writes an instant. */
export function isoMoment(wallMs: number, offset: number): string {
  const day = Math.floor(wallMs / dayLength)
  const rest = wallMs - day * dayLength
  const seconds = Math.floor(rest / 1000)
  const fraction = rest % 1000 === 0 ? '' : `.${`${rest % 1000}`.padStart(3, '0')}`
  const time = `${timeInWords(wallMs)}:${two(seconds % 60)}${fraction}`
  return `${isoDay(day)}T${time}${offsetInWords(offset)}`
}

/** Why a day rests, without naming the act: «праздник «День России»», «выходной (перенос с 5 января 2025)». */
export function restInWords(day: EpochDay, calendar: Calendar): string {
  const reason = calendar.reasonOf(day)
  if (reason.is === 'holiday') return `праздник «${reason.name}»`
  if (reason.is === 'local-holiday') return `местный праздник «${reason.name}»`
  if (reason.is === 'moved-from') return `выходной (перенос с ${dayInWords(reason.day)})`
  return 'выходной'
}

function special(day: EpochDay, calendar: Calendar): string | null {
  const weekend = weekdayOf(day) > 4
  if (calendar.kindOf(day) !== 'off') return weekend ? 'рабочий день' : null
  const text = restInWords(day, calendar)
  return weekend && text === 'выходной' ? null : text
}

function runs(first: EpochDay, last: EpochDay, wordOf: (day: EpochDay) => string | null): string {
  const found: { first: EpochDay; last: EpochDay; word: string }[] = []
  for (let day = first; day <= last; day++) {
    const word = wordOf(day)
    const run = found.at(-1)
    if (word && run?.word === word && run.last === day - 1) run.last = day
    else if (word) found.push({ first: day, last: day, word })
  }
  return found.map((run) => `${daysInWords(run.first, run.last)} — ${run.word}`).join('; ')
}

/** A step naming every day off between two days, both included; nothing when there is none. */
export function restStep(first: EpochDay, last: EpochDay, calendar: Calendar): DeadlineStep[] {
  const text = runs(first, last, (day) =>
    calendar.kindOf(day) === 'off' ? restInWords(day, calendar) : null,
  )
  return text ? [{ rule: 'skipped-days-off', text }] : []
}

/** A step naming holidays, transferred days and working Saturdays between two days; plain weekends go without saying. */
export function specialDaysStep(first: EpochDay, last: EpochDay, calendar: Calendar): DeadlineStep[] {
  const text = runs(first, last, (day) => special(day, calendar))
  return text ? [{ rule: 'special-days', text: `учтено: ${text}` }] : []
}

/** A step for each provisional year that the days from first to last touch. */
export function provisionalSteps(first: EpochDay, last: EpochDay, calendar: Calendar): DeadlineStep[] {
  const steps: DeadlineStep[] = []
  for (let year = plainDay(first).year; year <= plainDay(last).year; year++) {
    if (!calendar.isProvisional(year)) continue
    const text = `календарь на ${year} год предварительный (без акта Правительства РФ о переносе выходных): срок может измениться`
    steps.push({ rule: 'provisional-year', text })
  }
  return steps
}
