import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { atLeast, atMost, type Figure, reported } from './figure.ts'

const script = fileURLToPath(new URL('import.ts', import.meta.url))
const floor = 2000
const aim = 5000
const mostMemoryMb = 700

/** What `bench/import.ts` found, in a process of its own so that its memory is its own. */
export async function benchImport(progress: (line: string) => void): Promise<Figure[]> {
  const rows = process.env['OTKLIK_BENCH_ROWS'] ?? '100000'
  progress(`import of ${rows} rows…`)
  const args = [script, '--json', '--rows', rows]
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 600_000 })
  const found = JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, number>
  const { importRowsPerSecond = 0, copyRowsPerSecond = 0, processorSeconds = 0, peakMemoryMb = 0 } = found
  const beside = `aim ${aim}; plain COPY of the same rows ${copyRowsPerSecond}; ${processorSeconds} s of this process’s processor`
  return [
    atLeast(floor, `import of ${rows} rows of an XLSX`, importRowsPerSecond, 'rows/s', beside),
    reported('plain COPY of the same rows', copyRowsPerSecond, 'rows/s'),
    atMost(mostMemoryMb, 'memory of the process that imports', peakMemoryMb, 'MB'),
  ]
}
