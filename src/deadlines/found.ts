import type { DeadlineExplanation } from './contract.ts'

/** What a count of one kind of unit comes to, before it is handed out. */
export interface Found {
  /** The due moment in epoch milliseconds. */
  dueMs: number
  /** The clock stands now: the due moment will move when it runs again. */
  paused: boolean
  explanation: DeadlineExplanation
}
