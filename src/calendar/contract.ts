import * as z from 'zod'

const day = z.iso.date('Напишите день как ГГГГ-ММ-ДД.')

/** A public or local holiday: its day and what it is called. */
export const holiday = z.object({ date: day, name: z.string().min(1) })

/** A day off moved from one day to another; `basis` names the law when it is not the year's act. */
export const transfer = z.object({ from: day, to: day, basis: z.string().optional() })

/** One year of the production calendar; Saturdays and Sundays are days off unless they stand in `workingWeekends`. */
export const calendarYear = z
  .object({
    year: z.int().min(1900).max(2999),
    /** `provisional` until the Government's act on transfers for the year is known. */
    status: z.enum(['approved', 'provisional']),
    publicHolidays: z.array(holiday).min(1),
    transfers: z.array(transfer),
    nonWorkingDays: z.array(day).min(1),
    /** Working days that end an hour earlier (Labour Code, art. 95). */
    shortDays: z.array(day),
    workingWeekends: z.array(day),
    act: z.string().nullish(),
    actConfidence: z.string().optional(),
  })
  .superRefine((year, problem) => {
    const off = new Set(year.nonWorkingDays)
    const inYear = (list: 'nonWorkingDays' | 'shortDays' | 'workingWeekends') => {
      for (const [index, date] of year[list].entries()) {
        const path = [list, index]
        if (!date.startsWith(`${year.year}-`)) {
          problem.addIssue({ code: 'custom', path, message: `День ${date} не из ${year.year} года.` })
        } else if (list !== 'nonWorkingDays' && off.has(date)) {
          const message = `День ${date} назван и рабочим, и нерабочим: оставьте одно.`
          problem.addIssue({ code: 'custom', path, message })
        }
      }
    }
    inYear('nonWorkingDays')
    inYear('shortDays')
    inYear('workingWeekends')
  })

/** A file of years, as shipped and as an administrator imports it. */
export const calendarFile = z.object({
  schema: z.literal('mcu-calendar-ru/1'),
  years: z.record(z.string(), calendarYear),
})

/** What a region or a town adds to the federal calendar; a local working day wins over every day off. */
export const localDays = z.strictObject({
  holidays: z.array(z.strictObject(holiday.shape)).default([]),
  shortDays: z.array(day).default([]),
  workingDays: z.array(day).default([]),
})

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const time = /^([01]\d|2[0-3]):[0-5]\d$/
const hoursSpan = z.strictObject({
  from: z.string().regex(time, 'Напишите время как 09:00.'),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Напишите время как 18:00.'),
})
/** Working hours of one day, in order; none on a day without work. */
export const hoursOfDay = z
  .array(hoursSpan)
  .refine(
    (spans) => spans.every((span, i) => span.from < span.to && (i === 0 || spans[i - 1]!.to <= span.from)),
    'Часы дня идут по порядку и не пересекаются: начало раньше конца, перерыв между промежутками.',
  )
  .default([])

/** Working hours of a centre: spans of each weekday (a break lies between two spans), and the cut of a short day in minutes. */
export const workingHours = z.strictObject({
  days: z
    .strictObject({
      mon: hoursOfDay,
      tue: hoursOfDay,
      wed: hoursOfDay,
      thu: hoursOfDay,
      fri: hoursOfDay,
      sat: hoursOfDay,
      sun: hoursOfDay,
    })
    .refine(
      (days) => weekdays.slice(0, 5).some((weekday) => days[weekday].length > 0),
      'Укажите рабочие часы хотя бы одного дня с понедельника по пятницу.',
    ),
  shortDayMinus: z.int().min(0).max(480).default(60),
})

export type Weekday = (typeof weekdays)[number]
export type CalendarYear = z.infer<typeof calendarYear>
export type LocalDays = z.infer<typeof localDays>
export type WorkingHours = z.infer<typeof workingHours>
export type HoursSpan = z.infer<typeof hoursSpan>
