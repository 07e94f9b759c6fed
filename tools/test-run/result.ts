/** What became of one test. `clauses` are the ids of requirements that its name carries. */
export type TestResult = {
  group: string
  name: string
  file: string
  status: 'passed' | 'failed' | 'skipped'
  /** Milliseconds. */
  duration: number
  clauses: string[]
  /** Why it was skipped, or how it failed. */
  reason?: string
}

/** Ids of requirements in a test's name, e.g. `[K-051]`. */
export function clausesIn(name: string): string[] {
  return [...name.matchAll(/\[([A-Z]+-\d+[a-z]?)\]/g)].map((match) => String(match[1]))
}

/** The closing line of a run. */
export function closingLine(results: TestResult[]): string {
  const count = (status: TestResult['status']) => results.filter((result) => result.status === status).length
  return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`
}
