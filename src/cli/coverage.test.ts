import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countBy, requirementsText, shownIn } from './coverage.ts'

test('a clause is shown by the passed tests that carry its id, alone or among others', () => {
  const shown = shownIn([
    { name: 'the report is due on Friday [K-051]', status: 'passed' },
    { name: 'both see it [K-051, E-002]', status: 'passed' },
    { name: 'it broke [E-003]', status: 'failed' },
    { name: 'it was left out [E-004]', status: 'skipped' },
    { name: 'a list [1, 2] is no clause', status: 'passed' },
  ])
  assert.deepEqual(Object.fromEntries(shown), {
    'K-051': ['the report is due on Friday [K-051]', 'both see it [K-051, E-002]'],
    'E-002': ['both see it [K-051, E-002]'],
  })
})

test('the table has one row per clause and marks the shown ones', () => {
  const clauses = [
    { id: 'E-001', seed: 'a', text: 'Создать | центр', capability: 'CONFIG', shownBy: [] },
    { id: 'K-051', seed: 'b', text: 'Еженедельный\nотчёт', capability: 'REPORTS', shownBy: ['t'] },
  ]
  const rows = requirementsText(clauses)
    .split('\n')
    .filter((line) => /^\| [A-Z]-/.test(line))
  assert.deepEqual(rows, ['| E-001 | Создать \\| центр |  |', '| K-051 | Еженедельный отчёт | ✓ |'])
  assert.deepEqual(
    countBy(clauses, ({ seed }) => seed),
    { a: { shown: 0, all: 1 }, b: { shown: 1, all: 1 } },
  )
})
