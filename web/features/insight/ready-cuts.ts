import type { CrossSearch } from './cross-search.ts'

const quality = ['answered', 'in-time', 'late', 'final-answer-time', 'solved', 'satisfaction', 'low-marks']

/** Tables that most centres ask for; the period and the filters of the address bar stay unless a table names its own. */
export const readyCuts = {
  themesByBody: { rows: 'topicGroup', columns: 'organisation', measure: ['received'] },
  results: { rows: 'topicGroup', columns: 'result', measure: ['received'] },
  weakUnits: { rows: 'organisation', measure: quality },
  weakThemes: { rows: 'topicGroup', measure: quality },
  sources: {
    rows: 'channel',
    channel: ['pos', 'incident'],
    measure: ['received', 'in-time', 'late', 'first-answer-time', 'final-answer-time', 'solved', 'explained'],
  },
  sourceThemes: {
    rows: 'topicGroup',
    columns: 'channel',
    channel: ['pos', 'incident'],
    measure: ['received'],
  },
  posAndLaw: { rows: 'channel', columns: 'regime', measure: ['received'], preset: 'last-week' },
  themesByDay: { rows: 'day', columns: 'topicGroup', measure: ['received'] },
  themesByMonth: { rows: 'topicGroup', columns: 'month', measure: ['received'] },
  blockTrend: { rows: 'topic', measure: ['received', 'answered', 'late'] },
  bodies: { rows: 'organisationKind', measure: ['received', 'answered', 'in-time', 'late', 'solved'] },
  marks: { rows: 'sectorBlock', measure: ['satisfaction', 'low-marks', 'answered'] },
} as const satisfies Record<
  string,
  Omit<CrossSearch, 'measure' | 'channel'> & { measure: readonly string[]; channel?: readonly string[] }
>
export type ReadyCut = keyof typeof readyCuts

/** The address bar of a ready table over the present one. */
export function searchOfCut(present: CrossSearch, key: ReadyCut): CrossSearch {
  const { measure, channel, ...rest } = readyCuts[key] as {
    measure: readonly string[]
    channel?: readonly string[]
  } & CrossSearch
  return {
    ...present,
    columns: undefined,
    ...rest,
    ...(rest.preset === undefined ? {} : { from: undefined, to: undefined }),
    ...(channel === undefined ? {} : { channel: [...channel] }),
    measure: [...measure],
  }
}
