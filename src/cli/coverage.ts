import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { readSheet } from '../platform/sheets/index.ts'
import { refuse } from '../platform/refusal.ts'

const root = new URL('../../', import.meta.url)

/** One clause of the five regulations and whether a test of the last run showed it. */
export type Clause = { id: string; seed: string; text: string; capability: string; shownBy: string[] }

const testResults = z.array(z.object({ name: z.string(), status: z.string() }))

/** Joins the clauses with the passed tests that carry their ids; refuses when there was no test run or an id is unknown. */
export async function readCoverage(): Promise<Clause[]> {
  const shown = shownClauses()
  const clauses: Clause[] = []
  const file = new URL('docs/requirements.csv', root)
  const sheet = await readSheet(readFileSync(file), { fileName: 'requirements.csv' })
  for await (const { values } of sheet.rows()) {
    const [id = '', seed = '', , text = '', , capability = ''] = values.map(String)
    if (!/^[A-Z]+-\d+$/.test(id)) continue
    clauses.push({ id, seed, text, capability, shownBy: shown.get(id) ?? [] })
    shown.delete(id)
  }
  const unknown = [...shown.keys()]
  if (unknown.length > 0) {
    refuse(
      'invalid',
      'unknown-clause',
      `Тесты называют пункты, которых нет в docs/requirements.csv: ${unknown.join(', ')}.`,
    )
  }
  return clauses
}

/** Ids in brackets in the names of passed tests, each with the tests. */
export function shownIn(results: z.infer<typeof testResults>): Map<string, string[]> {
  const shown = new Map<string, string[]>()
  for (const { name, status } of results) {
    if (status !== 'passed') continue
    for (const [, ids = ''] of name.matchAll(/\[([A-Z]+-\d+(?:, ?[A-Z]+-\d+)*)\]/g)) {
      for (const id of ids.split(/, ?/)) shown.set(id, [...(shown.get(id) ?? []), name])
    }
  }
  return shown
}

function shownClauses(): Map<string, string[]> {
  const file = new URL('test-results/results.json', root)
  if (!existsSync(file))
    refuse('not-found', 'no-test-run', 'Итогов тестов ещё нет: сначала выполните npm test.')
  const found = testResults.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  return found.success
    ? shownIn(found.data)
    : refuse(
        'invalid',
        'bad-test-results',
        'Файл test-results/results.json не читается: выполните npm test заново.',
      )
}

/** The text of `docs/requirements.md`: one row per clause. */
export function requirementsText(clauses: readonly Clause[]): string {
  const shown = clauses.filter(({ shownBy }) => shownBy.length > 0).length
  const rows = clauses.map(
    ({ id, text, shownBy }) => `| ${id} | ${cell(text)} | ${shownBy.length > 0 ? '✓' : ''} |`,
  )
  return [
    '# Пункты пяти положений',
    '',
    `Показано тестами: ${shown} из ${clauses.length}. Файл пишет \`otklik charter coverage --write\`.`,
    '',
    '| пункт | текст | показан |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|')

/** Shown and all clauses by what `of` names. */
export function countBy(
  clauses: readonly Clause[],
  of: (clause: Clause) => string,
): Record<string, { shown: number; all: number }> {
  const counts: Record<string, { shown: number; all: number }> = {}
  for (const clause of clauses) {
    const count = (counts[of(clause)] ??= { shown: 0, all: 0 })
    count.all++
    if (clause.shownBy.length > 0) count.shown++
  }
  return counts
}
