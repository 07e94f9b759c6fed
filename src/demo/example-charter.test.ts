import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { exampleFiles } from '../../tools/example/files.ts'
import { readCharter, readCharterFolder } from '../charter/index.ts'
import { channel, permissionCodes, regime } from '../charter/contract.ts'
import { exampleCentre } from './for-tests.ts'
import { demoPeople, workersOf } from './people.ts'

const folder = new URL('../../charters/example/', import.meta.url)

test('the generated files of the example are what its script draws', () => {
  for (const [name, text] of Object.entries(exampleFiles())) {
    assert.ok(readFileSync(new URL(name, folder), 'utf8') === text, `${name}: run node tools/make-example.ts`)
  }
})

test('the charter of the example has no problems', () => {
  assert.deepEqual(readCharter(readCharterFolder(folder.pathname)).problems, [])
})

test('the example uses every part of a charter', () => {
  const { charter } = exampleCentre()
  for (const [section, value] of Object.entries(charter)) {
    if (section === 'basis') continue
    const size = typeof value === 'object' ? Object.keys(value).length : 1
    assert.ok(size > 0, `${section} is empty`)
  }
  assert.deepEqual(Object.keys(charter.channels).toSorted(), channel.options.toSorted())
  assert.deepEqual(Object.keys(charter.numbering).toSorted(), regime.options.toSorted())
  const given = new Set(charter.roles.flatMap((role) => role.permissions))
  // Nobody approves their own answers here.
  assert.deepEqual(
    permissionCodes.filter((code) => !given.has(code)),
    ['case.approve-own'],
  )
})

test('every group of topics has a way to an organisation and a sector block', () => {
  const { charter } = exampleCentre()
  const routed = new Set(
    charter.routing.flatMap(({ when }) => (when.settlements ? [] : (when.topicGroups ?? []))),
  )
  const inBlocks = new Set(charter.sectorBlocks.flatMap(({ topicGroups }) => topicGroups))
  const groups = Array.from({ length: 21 }, (_, i) => String(i + 1).padStart(2, '0'))
  assert.deepEqual(
    groups.filter((group) => !routed.has(group) || !inBlocks.has(group)),
    [],
  )
})

test('the people of the demo fill every role and stand in blocks and organisations of the charter', () => {
  const { charter, roles, sectorBlocks, organisations } = exampleCentre()
  const people = demoPeople()
  assert.deepEqual(new Set(people.map(({ role }) => role)), new Set(roles.keys()))
  for (const { login, sectorBlock, organisation } of people) {
    assert.ok(sectorBlock === null || sectorBlocks.has(sectorBlock), login)
    assert.ok(organisation === null || organisations.has(organisation), login)
  }
  const logins = new Set(people.map(({ login }) => login))
  assert.equal(logins.size, people.length)
  for (const block of [null, ...charter.sectorBlocks.map(({ code }) => code)]) {
    assert.ok(workersOf(block).every((login) => logins.has(login)))
  }
})

test('houses stand apart from each other and near their town', () => {
  const { charter } = exampleCentre()
  const points = charter.streets.flatMap(({ houses }) => houses.map(({ lat, lon }) => `${lat} ${lon}`))
  assert.ok(points.length > 1000)
  assert.equal(new Set(points).size, points.length)
  for (const { lat, lon } of charter.streets.flatMap(({ houses }) => houses)) {
    assert.ok(Math.abs(lat - 64.31) < 0.12 && Math.abs(lon - 58.52) < 0.25)
  }
})
