// The whole suite: checks, then the groups, on a PostgreSQL of its own (or that of DATABASE_URL). Writes test-results/results.json.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureTemplate, openServer } from '../test/database.ts'
import { findChromium } from '../test/journeys/chromium.ts'
import { runChecks } from './test-run/checks.ts'
import { type GroupName, groupNames, testFiles } from './test-run/groups.ts'
import { closingLine, type TestResult } from './test-run/result.ts'
import { runFiles } from './test-run/run-files.ts'

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const asked = values.only?.split(',')
const unknown = asked?.find((name) => !(groupNames as readonly string[]).includes(name))
if (unknown) {
  console.error(`Нет группы «${unknown}»: есть ${groupNames.join(', ')}.`)
  process.exit(1)
}

const home = mkdtempSync(join(tmpdir(), 'otklik-tests-'))
chmodSync(home, 0o711)
process.env['OTKLIK_TEST_HOME'] = home
process.env['OTKLIK_HOME'] = join(home, 'installation')
for (const name of ['PORT', 'HOST', 'OTKLIK_CLOCK', 'OTKLIK_DEMO', 'LOG_LEVEL']) delete process.env[name]

const results: TestResult[] = []
const tell = (result: TestResult): void => {
  results.push(result)
  if (result.status === 'failed') console.log(`✖ ${result.name} (${result.file})\n${result.reason ?? ''}`)
}

async function runGroup(group: GroupName, files: string[]): Promise<void> {
  const before = results.length
  const started = performance.now()
  if (group === 'journeys' && files.length > 0 && !(await prepareBrowser())) return
  if (files.length > 0) await runFiles(group, files, tell)
  report(group, before, started)
}

function report(group: string, before: number, started: number): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${group}: ${closingLine(results.slice(before))} (${seconds} s)`)
}

async function prepareBrowser(): Promise<boolean> {
  const chromium = await findChromium((line) => console.error(line))
  const name = 'a Chromium for the journeys can be had'
  const reason = 'Chromium не найден и не установился: укажите его в CHROMIUM_PATH.'
  const file = 'test/journeys/chromium.ts'
  tell({
    group: 'journeys',
    name,
    file,
    status: chromium ? 'passed' : 'failed',
    duration: 0,
    clauses: [],
    ...(chromium ? {} : { reason }),
  })
  if (!chromium) return false
  process.env['CHROMIUM_PATH'] = chromium.path
  Object.assign(process.env, chromium.env)
  return true
}

const server = await openServer()
try {
  await ensureTemplate(server.ownerUrl)
  if (!asked) {
    const started = performance.now()
    await runChecks(tell)
    report('checks', 0, started)
  }
  const files = testFiles()
  for (const group of groupNames) if (!asked || asked.includes(group)) await runGroup(group, files[group])
} finally {
  await server.close()
  rmSync(home, { recursive: true, force: true })
}

mkdirSync('test-results', { recursive: true })
const target = asked ? `test-results/results-${asked.join('-')}.json` : 'test-results/results.json'
writeFileSync(target, `${JSON.stringify(results, null, 1)}\n`)
for (const { status, name, file, reason } of results)
  if (status === 'skipped') console.log(`skipped: ${name} (${file}): ${reason}`)
console.log(closingLine(results))
process.exit(results.some((result) => result.status === 'failed') || results.length === 0 ? 1 : 0)
