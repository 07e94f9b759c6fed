// Types, lint, format and generated files, without the tests.
import { runChecks } from './test-run/checks.ts'
import { closingLine, type TestResult } from './test-run/result.ts'

const results: TestResult[] = []
await runChecks((result) => {
  results.push(result)
  console.log(
    `${result.status === 'passed' ? '✔' : '✖'} ${result.name}${result.reason ? `\n${result.reason}` : ''}`,
  )
})
console.log(closingLine(results))
process.exitCode = results.some((result) => result.status === 'failed') ? 1 : 0
