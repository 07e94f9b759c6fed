import * as z from 'zod'

/** What a time norm is counted in. */
export const timeUnit = z.enum(['hours', 'working-hours', 'calendar-days', 'working-days'])

/** The event that starts a norm's clock. */
export const startEvent = z.enum([
  'received',
  'registered',
  'assigned',
  'taken',
  'interim-sent',
  'requested',
  'returned',
  'detected',
])

/** The event that stops a norm's clock: an answer counts when approved, sent or published, as the charter says. */
export const stopEvent = z.enum([
  'registered',
  'assigned',
  'taken',
  'approved',
  'sent',
  'published',
  'forwarded',
  'notified',
  'closed',
])

/** Where a last day that is a day off moves: to the previous working day, to the next one, or nowhere. */
export const rollRule = z.enum(['previous', 'next', 'none'])

/** What stops a clock for a while: waiting for the resident, or a promised date. */
export const pauseReason = z.enum(['asked', 'postponed'])

function isWholeInDays(span: { amount: number; unit: z.infer<typeof timeUnit> }): boolean {
  return Number.isInteger(span.amount) || span.unit === 'hours' || span.unit === 'working-hours'
}

/** A length of time in a unit of the norms. */
export const timeSpan = z
  .strictObject({ amount: z.number().positive(), unit: timeUnit })
  .refine(isWholeInDays, 'Дни считаются целыми: напишите целое число дней или возьмите часы.')

/** When a norm applies, apart from its regime; the norm with the most matching conditions wins within one clock. */
export const normCondition = z.strictObject({
  channels: z.array(z.string()).min(1).optional(),
  subtypes: z.array(z.string()).min(1).optional(),
  natures: z.array(z.string()).min(1).optional(),
  topics: z.array(z.string()).min(1).optional(),
  emergency: z.boolean().optional(),
  fastTrack: z.boolean().optional(),
})

/** A rule that gives a due instant: so much of a unit from a start event until a stop event. */
export const timeNorm = z
  .strictObject({
    name: z.string().min(1),
    regime: z.enum(['message', 'appeal', 'information_request', 'media_request']),
    /** Norms of one clock exclude each other; e.g. `register`, `take`, `answer`, `final-after-interim`, `forward`. */
    clock: z.string().regex(/^[a-z][a-z-]*$/),
    amount: z.number().positive(),
    unit: timeUnit,
    start: startEvent,
    stop: stopEvent,
    when: normCondition.optional(),
    /** `always`: runs on every case from its start event; `on-demand`: shown when the act is chosen. */
    track: z.enum(['always', 'on-demand']).default('always'),
    /** True where a law sets the norm: then a legal date is shown beside the control date. */
    legal: z.boolean().default(false),
    roll: rollRule.default('none'),
    /** What stops the clock for a while: waiting for the resident, or a promised date. */
    pause: z.array(pauseReason).default([]),
    /** How far a norm may be put off, in its own unit: at most `max` each of `times`. */
    extension: z.strictObject({ max: z.number().positive(), times: z.int().positive() }).optional(),
    /** Reminder points before the due instant. */
    reminders: z.array(timeSpan).default([]),
  })
  .refine(isWholeInDays, {
    path: ['amount'],
    message: 'Дни считаются целыми: напишите целое число дней или возьмите часы.',
  })
  .refine((norm) => norm.roll === 'none' || !norm.unit.endsWith('hours'), {
    path: ['roll'],
    message: 'Срок в часах не переносится с выходного: уберите roll или возьмите рабочие часы.',
  })

/** How a deadline stands: `met` and `missed` once its clock stopped, the others while it may still be kept. */
export const deadlineState = z.enum(['met', 'missed', 'overdue', 'due-today', 'soon', 'running', 'paused'])

export type PauseReason = z.infer<typeof pauseReason>
export type DeadlineState = z.infer<typeof deadlineState>
export type TimeUnit = z.infer<typeof timeUnit>
export type TimeSpan = z.infer<typeof timeSpan>
export type StartEvent = z.infer<typeof startEvent>
export type StopEvent = z.infer<typeof stopEvent>
export type RollRule = z.infer<typeof rollRule>
export type TimeNorm = z.infer<typeof timeNorm>

/** One step of a deadline's explanation, in order of computing. */
export const deadlineStep = z.strictObject({
  rule: z.string(),
  text: z.string(),
  date: z.string().optional(),
})

/** A due instant with the way it was found. `legal` and `control` are plain dates, `due` an instant with offset. */
export const deadlineExplanation = z.strictObject({
  legal: z.string().nullable(),
  control: z.string(),
  due: z.string(),
  provisional: z.boolean(),
  steps: z.array(deadlineStep),
})
export type DeadlineStep = z.infer<typeof deadlineStep>
export type DeadlineExplanation = z.infer<typeof deadlineExplanation>
