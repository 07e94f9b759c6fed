import assert from 'node:assert/strict'
import { test } from 'node:test'
import { copiesToRemove, copyName } from './rotation.ts'

const copy = (day: string) => copyName(`202611${day}-023000`)

test('the newest copies stay and the older ones go, whatever order the folder lists them in', () => {
  const names = ['20', '18', '22', '19', '21'].map(copy)
  assert.deepEqual(copiesToRemove(names, 3), ['18', '19'].map(copy))
  assert.deepEqual(copiesToRemove(names, 5), [])
  assert.deepEqual(copiesToRemove(names, 9), [])
  assert.deepEqual(copiesToRemove(names, 1), ['18', '19', '20', '21'].map(copy))
})

test('files of other names are never removed', () => {
  const others = [
    'installation.key',
    'otklik-before-reform.otklik',
    `${copy('18')}.part`,
    'before-0051.otklik',
  ]
  assert.deepEqual(copiesToRemove([...others, copy('18'), copy('19')], 1), [copy('18')])
})
