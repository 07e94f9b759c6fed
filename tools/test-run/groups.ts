import { globSync, readFileSync } from 'node:fs'

/** The groups of the suite, in the order in which they run. */
export const groupNames = ['rules', 'architecture', 'charters', 'database', 'http', 'journeys'] as const
export type GroupName = (typeof groupNames)[number]

/** Test files by group. A file beside the code is of `database` when it opens a test database, else of `rules`. */
export function testFiles(): Record<GroupName, string[]> {
  const find = (...patterns: string[]) => patterns.flatMap((pattern) => globSync(pattern)).toSorted()
  const beside = find(
    'src/**/*.test.ts',
    'web/**/*.test.ts',
    'tools/**/*.test.ts',
    'bench/**/*.test.ts',
  ).filter((file) => !file.includes('node_modules'))
  const opensDatabase = (file: string) =>
    /test\/(database|http\/[a-z-]+)\.ts'/.test(readFileSync(file, 'utf8'))
  const isOfCharters = (file: string) => file.endsWith('/charters.test.ts')
  return {
    rules: beside.filter((file) => !opensDatabase(file) && !isOfCharters(file)),
    architecture: find('test/*.test.ts'),
    charters: beside.filter(isOfCharters),
    database: beside.filter(opensDatabase),
    http: find('test/http/**/*.test.ts'),
    journeys: find('test/journeys/**/*.test.ts'),
  }
}
