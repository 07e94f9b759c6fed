import type { Nature } from '../../charter/contract.ts'

/**
 * What people write on one topic. `{at}` stands for the place with its preposition, `{addr}` for the address, `{since}` for
 * how long it lasts, `{who}` for who suffers, `{n}` for a small number, `{when}` for a time of the day.
 */
export interface TopicTexts {
  topic: string
  /** How often the topic comes up beside the others. */
  weight: number
  /** Months of the year in which it comes up; the whole year when left out. */
  months?: readonly number[]
  /** By nature other than what the catalogue says of the topic. */
  nature?: Nature
  /** True where a place is never named: a question to the administration at large. */
  nowhere?: boolean
  lines: readonly string[]
}
