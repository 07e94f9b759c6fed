import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { classesOf, inkOn, shadeOf, shades } from './value-classes.ts'

const values = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 200 })

test('every value falls in exactly one class, no class is empty, and the borders are values that occur', () => {
  fc.assert(
    fc.property(values, fc.constantFrom('cases', 'percent'), (given, unit) => {
      const classes = classesOf(given, unit as 'cases')
      assert.ok(classes.length >= 1 && classes.length <= 5)
      const inside = classes.map(({ from, to }) => given.filter((one) => one >= from && one <= to).length)
      assert.deepEqual(
        inside,
        classes.map(({ places }) => places),
      )
      assert.ok(inside.every((count) => count > 0))
      assert.equal(
        inside.reduce((sum, one) => sum + one, 0),
        given.length,
      )
      for (const { from, to } of classes) assert.ok(given.includes(from) && given.includes(to))
    }),
    { seed: 6 },
  )
})

test('a larger value is never drawn lighter', () => {
  fc.assert(
    fc.property(values, (given) => {
      const classes = classesOf(given)
      const drawn = given.toSorted((one, other) => one - other).map((one) => shadeOf(classes, one))
      assert.deepEqual(
        drawn,
        drawn.toSorted((one, other) => one - other),
      )
    }),
    { seed: 7 },
  )
})

test('numbers stand out from every shade as text must', () => {
  const light = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  for (const [at, shade] of shades.entries()) {
    const [more = 0, less = 0] = [light(shade), light(inkOn[at]!)].toSorted((one, other) => other - one)
    assert.ok((more + 0.05) / (less + 0.05) >= 4.5, shade)
  }
})

test('percents fall into fifths, however many of them are a hundred', () => {
  const classes = classesOf([0, 10, 33.3, 50, 75, 100, 100, 100, 100, 100], 'percent')
  assert.deepEqual(
    classes.map(({ from, to }) => [from, to]),
    [
      [0, 10],
      [33.3, 33.3],
      [50, 50],
      [75, 75],
      [100, 100],
    ],
  )
})

test('nothing is told where there is nothing', () => {
  assert.deepEqual(classesOf([]), [])
})
