import { relative } from 'node:path'
import { run } from 'node:test'
import { inspect } from 'node:util'
import { clausesIn, type TestResult } from './result.ts'

type Event = {
  name: string
  file?: string
  nesting: number
  skip?: string | boolean
  todo?: string | boolean
  details: { duration_ms: number; type?: string; error?: Error }
}

/** Runs test files in processes of their own, two at a time, telling each result as it comes. */
export async function runFiles(
  group: string,
  files: string[],
  tell: (result: TestResult) => void,
): Promise<void> {
  const stream = run({ files, concurrency: 2, timeout: 300_000, forceExit: false })
  const said: string[] = []
  for await (const { type, data } of stream) {
    if (type === 'test:stderr' || type === 'test:stdout')
      said.push(String((data as { message: string }).message))
    if (type === 'test:pass' || type === 'test:fail') {
      const event = data as unknown as Event
      if (event.details.type === 'suite' && type === 'test:pass') continue
      // A failed suite repeats the failures inside it, unless its own hook failed.
      if (event.details.type === 'suite' && /subtest/.test(String(event.details.error?.message))) continue
      tell(resultOf(group, event, type === 'test:fail', said))
    }
  }
}

function resultOf(group: string, event: Event, failed: boolean, said: string[]): TestResult {
  const skipped = Boolean(event.skip) || Boolean(event.todo)
  const why = skipped ? String(event.skip || event.todo) : undefined
  const error = event.details.error
  const words =
    failed && !skipped
      ? `${inspect(error?.cause ?? error, { depth: 4 })}\n${said.splice(0).join('').slice(-3000)}`
      : why
  return {
    group,
    name: event.name,
    file: event.file ? relative(process.cwd(), event.file) : '',
    status: skipped ? 'skipped' : failed ? 'failed' : 'passed',
    duration: Math.round(event.details.duration_ms),
    clauses: clausesIn(event.name),
    ...(words ? { reason: words === 'true' ? 'no reason given' : words } : {}),
  }
}
