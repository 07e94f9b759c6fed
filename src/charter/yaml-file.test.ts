import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newCharterText } from './new-charter.ts'
import { readCharter } from './read-charter.ts'
import { largestFile, readYaml } from './yaml-file.ts'

const levels = Array.from({ length: 12 }, (_, i) => i)

const bombs: [name: string, text: string][] = [
  [
    'a billion laughs',
    `l0: &l0 [ha, ha]\n${levels.map((i) => `l${i + 1}: &l${i + 1} [${'*l'.concat(`${i}, `).repeat(9)}*l${i}]`).join('\n')}\n`,
  ],
  ['an alias of itself', 'a: &a [*a]\n'],
  ['ten thousand nested lists', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`],
  [
    'a hundred nested mappings',
    `${levels
      .concat(levels, levels, levels)
      .map((i, depth) => `${' '.repeat(depth)}k${i}:`)
      .join('\n')} 1\n`,
  ],
  ['a file that is too large', `a: ${'x'.repeat(largestFile)}\n`],
  ['a key of the prototype', '__proto__: { polluted: true }\n'],
  ['a character that no database keeps', 'a: "\\0"\n'],
  ['half of a surrogate pair', 'a: "\\uD800"\n'],
  ['two documents', 'a: 1\n---\nb: 2\n'],
  ['a binary tag', 'a: !!binary aGE=\n'],
  ['a mapping for a key', '{ a: 1 }: 2\n'],
]

for (const [name, text] of bombs) {
  test(`${name} is a problem, quickly told`, () => {
    const started = performance.now()
    const file = readYaml('charter.yaml', text)
    assert.ok(file.problems.length > 0)
    assert.equal(file.data, undefined)
    assert.ok(readCharter({ 'charter.yaml': text }).problems.length > 0)
    assert.ok(performance.now() - started < 3000)
  })
}

test('an anchor used a few times is allowed', () => {
  assert.deepEqual(readYaml('a.yaml', 'a: &x [1]\nb: *x\n').data, { a: [1], b: [1] })
})

test('a JSON part is read fast and its problems have their places all the same', () => {
  const house = { number: '1', lat: 55, lon: 37 }
  const streets = Array.from({ length: 5000 }, (_, i) => ({
    settlement: 'centre',
    name: `У${i}`,
    houses: [house, house],
  }))
  const started = performance.now()
  const { charter } = readCharter({
    'charter.yaml': newCharterText(),
    'streets.json': JSON.stringify(streets),
  })
  assert.equal(charter?.streets.length, 5000)
  assert.ok(performance.now() - started < 2000)
  const wrong = '[\n {"settlement": "centre", "name": "А"},\n {"settlement": "nowhere", "name": "Б"}\n]'
  const { problems } = readCharter({ 'charter.yaml': newCharterText(), 'streets.json': wrong })
  assert.deepEqual(
    problems.map(({ file, line, column }) => `${file}:${line}:${column}`),
    ['streets.json:3:17'],
  )
})
