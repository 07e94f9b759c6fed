import { isDay, noSuchDay } from './centre.ts'
import type { Check, CheckInput, Found } from './check.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Working hours go forward without overlaps, and local days are days that exist, each named once. */
export const checkHours: Check = ({ sections }) => [
  ...hours(sections.workingHours),
  ...localDays(sections.calendar),
]

function hours(table: CheckInput['sections']['workingHours']): Found[] {
  if (!table) return []
  const found: Found[] = []
  for (const weekday of weekdays) {
    for (const [i, span] of table[weekday].entries()) {
      const before = table[weekday][i - 1]
      const keys = ['workingHours', weekday, i]
      if (span.from >= span.to) {
        found.push({ keys, message: `начало ${span.from} не раньше конца ${span.to}: поправьте часы` })
      } else if (before && span.from < before.to) {
        found.push({
          keys,
          message: `часы с ${span.from} начинаются до конца предыдущих (${before.to}): поставьте по порядку`,
        })
      }
    }
  }
  if (weekdays.slice(0, 5).every((weekday) => table[weekday].length === 0)) {
    found.push({
      keys: ['workingHours'],
      message: 'нет ни одного рабочего часа с понедельника по пятницу: укажите часы',
    })
  }
  return found
}

function localDays(calendar: CheckInput['sections']['calendar']): Found[] {
  if (!calendar) return []
  const found: Found[] = []
  const seen = new Map<string, string>()
  const look = (date: string, keys: (string | number)[], kind: string) => {
    const earlier = seen.get(date)
    if (!isDay(date)) found.push({ keys, message: noSuchDay(date) })
    else if (earlier && !(earlier === 'workingDays' && kind === 'shortDays')) {
      found.push({ keys, message: `день ${date} уже назван (${earlier}): оставьте один раз` })
    }
    seen.set(date, kind)
  }
  for (const kind of ['holidays', 'workingDays'] as const) {
    for (const [i, { date }] of calendar[kind].entries()) look(date, ['calendar', kind, i, 'date'], kind)
  }
  for (const [i, date] of calendar.shortDays.entries()) look(date, ['calendar', 'shortDays', i], 'shortDays')
  return found
}
