import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { breaches, importsOf, type Source } from './architecture-map.ts'

const root = join(import.meta.dirname, '..')

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules') && !path.includes('/dist/'))
    .map((path) => ({ path: path.slice(root.length + 1), text: readFileSync(path, 'utf8') }))
}

const sources = [...sourcesIn('src'), ...sourcesIn('web')]

test('modules lean only on the modules the map allows, through their doors', () => {
  assert.ok(sources.length > 50)
  assert.deepEqual(breaches(sources), [])
})

test('a planted breach of each kind is caught', () => {
  const planted: Source[] = [
    { path: 'src/calendar/x.ts', text: `import { a } from '../cases/index.ts'` },
    { path: 'src/cases/x.ts', text: `import { a } from '../people/store.ts'` },
    { path: 'src/cases/fold.ts', text: `import { readFile } from 'node:fs/promises'` },
    { path: 'src/deadlines/y.ts', text: 'const now = Temporal.Now.instant()' },
    { path: 'src/people/contract.ts', text: `import { sql } from 'kysely'` },
    { path: 'web/features/x.ts', text: `import { a } from '../../src/cases/store.ts'` },
    { path: 'src/people/z.ts', text: 'const at = new Date()' },
    { path: 'src/unknown/z.ts', text: '' },
  ]
  for (const source of planted) assert.equal(breaches([source]).length > 0, true, source.path)
})

test('imports are found in every form', () => {
  const text = `import a from './a.ts'\nexport * from '../b/c.ts'\nconst d = await import('./d.ts')\nimport type { E } from 'zod'`
  assert.deepEqual(importsOf({ path: 'src/m/f.ts', text }), ['src/m/a.ts', 'src/b/c.ts', 'src/m/d.ts', 'zod'])
})

test('no file is longer than 300 lines, and nine of ten are within 200', () => {
  const lengths = [...sources, ...sourcesIn('test'), ...sourcesIn('bench'), ...sourcesIn('tools')]
    .filter((source) => source.path !== 'src/platform/db/tables.ts')
    .map((source) => ({ path: source.path, lines: source.text.split('\n').length }))
  assert.deepEqual(
    lengths.filter((file) => file.lines > 301),
    [],
  )
  const sorted = lengths.map((file) => file.lines).toSorted((a, b) => a - b)
  assert.ok((sorted[Math.floor(sorted.length * 0.9)] ?? 0) <= 200)
})

test('no town stands in the program or its schema', () => {
  const migrations = readdirSync(join(root, 'migrations')).map((name) => ({
    path: `migrations/${name}`,
    text: readFileSync(join(root, 'migrations', name), 'utf8'),
  }))
  const towns = /когалым|елан(ь|ск)|орл(овск|а\b)|орёл|демянск|кингисепп|kogalym|demyansk|kingisepp/i
  const named = [...sources, ...migrations].filter(
    (source) => !source.path.endsWith('.test.ts') && towns.test(source.text),
  )
  assert.deepEqual(
    named.map((source) => source.path),
    [],
  )
})
