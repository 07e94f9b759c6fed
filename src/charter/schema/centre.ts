import * as z from 'zod'
import { day, sourced, time } from './basics.ts'

/** Who the centre is: name, place, requisites, founding act, parent. */
export const centreCard = z.strictObject({
  kind: z.enum(['municipal', 'regional']),
  name: z.string().min(1),
  shortName: z.string().min(1),
  timeZone: z.string(),
  languages: z
    .array(z.enum(['ru', 'en']))
    .min(1)
    .default(['ru']),
  municipality: z.string().min(1),
  region: z.string().min(1),
  /** Spellings of the municipality in exports, to tell our rows from those of neighbours. */
  municipalityAliases: z.array(z.string()).default([]),
  requisites: z
    .strictObject({
      body: z.string(),
      address: z.string().optional(),
      phone: z.string().optional(),
      email: z.string().optional(),
      site: z.string().optional(),
    })
    .optional(),
  foundingAct: z
    .strictObject({
      title: z.string(),
      body: z.string(),
      number: z.string().optional(),
      date: day.optional(),
      ...sourced,
    })
    .optional(),
  parent: z
    .strictObject({
      name: z.string(),
      centre: z.string().optional(),
      email: z.string().optional(),
      ...sourced,
    })
    .optional(),
  ...sourced,
})

/** Working hours of the centre by day of the week; an empty list is a day off. */
export const workingHours = z.strictObject({
  mon: z.array(z.strictObject({ from: time, to: time })),
  tue: z.array(z.strictObject({ from: time, to: time })),
  wed: z.array(z.strictObject({ from: time, to: time })),
  thu: z.array(z.strictObject({ from: time, to: time })),
  fri: z.array(z.strictObject({ from: time, to: time })),
  sat: z.array(z.strictObject({ from: time, to: time })).default([]),
  sun: z.array(z.strictObject({ from: time, to: time })).default([]),
  shortDayMinusMinutes: z.int().min(0).max(240).default(60),
  ...sourced,
})

/** Local days of the production calendar, over the shipped federal one. */
export const localCalendar = z.strictObject({
  holidays: z.array(z.strictObject({ date: day, name: z.string(), ...sourced })).default([]),
  workingDays: z.array(z.strictObject({ date: day, name: z.string(), ...sourced })).default([]),
  shortDays: z.array(day).default([]),
})
