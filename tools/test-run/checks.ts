import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tablesAreUpToDate } from '../tables.ts'
import type { TestResult } from './result.ts'

type Check = { name: string; file: string; run: () => Promise<string | null> }

const bin = (name: string) => `node_modules/.bin/${name}`

/** What must hold before any test: types, lint, format, generated files. `run` gives what is wrong, or null. */
export const checks: Check[] = [
  { name: 'the server type-checks', file: 'tsconfig.json', run: () => command(bin('tsc'), '-p', '.') },
  { name: 'the screens type-check', file: 'web/tsconfig.json', run: () => command(bin('tsc'), '-p', 'web') },
  {
    name: 'the linter finds nothing',
    file: '.oxlintrc.json',
    run: () => command(bin('oxlint'), '--quiet', 'src', 'web', 'test', 'tools', 'bench'),
  },
  {
    name: 'everything is formatted',
    file: '.oxfmtrc.json',
    run: () => command(bin('oxfmt'), '--check', 'src', 'web', 'test', 'tools', 'bench'),
  },
  {
    name: 'the generated types are those of the migrated database',
    file: 'src/platform/db/tables.ts',
    run: async () =>
      (await tablesAreUpToDate())
        ? null
        : 'src/platform/db/tables.ts is out of date: run `node tools/tables.ts` with Node 26',
  },
]

/** Runs the checks one after another. */
export async function runChecks(tell: (result: TestResult) => void): Promise<void> {
  for (const { name, file, run } of checks) {
    if (!existsSync(file)) continue
    const started = performance.now()
    const wrong = await run().catch((error: unknown) => String(error))
    const duration = Math.round(performance.now() - started)
    const status = wrong === null ? 'passed' : 'failed'
    tell({
      group: 'checks',
      name,
      file,
      status,
      duration,
      clauses: [],
      ...(wrong === null ? {} : { reason: wrong }),
    })
  }
}

function command(program: string, ...args: string[]): Promise<string | null> {
  return new Promise((done, failed) => {
    let words = ''
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (words += chunk.toString()))
    child.on('error', failed)
    child.on('close', (code) => done(code === 0 ? null : words.slice(-6000)))
  })
}
