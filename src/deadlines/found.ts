import type { DeadlineExplanation } from './contract.ts'

/** What a count of one kind of unit comes to, before it is handed out. */
export interface Found {
  /** The due moment in epoch milliseconds. */
  dueMs: number
  /** The clock stands now: the due moment will move when it runs again. */
  paused: boolean
  /** Legal date, null where no law sets one, and control date, both as ISO writes days. */
  legal: string | null
  control: string
  /** The days counted touch a year whose calendar is provisional. */
  provisional: boolean
  /** Says how it was found: costs more than finding it. */
  explain: () => DeadlineExplanation
}
