import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { inReach } from '../platform/db/centre-scope.ts'
import { Refusal } from '../platform/refusal.ts'
import { applyCharter } from './apply-charter.ts'
import type { ApplyCharter } from './apply-charter.ts'
import type { CharterUsage } from './contract.ts'
import { charterEditions, loadCentre, loadEdition } from './load-centre.ts'
import { newCharterText } from './new-charter.ts'
import { isDefault } from './provenance.ts'

const { db, close } = await testDatabase()
after(close)

const now = Temporal.Instant.from('2026-11-20T09:00:00Z')
const nothing: CharterUsage = {
  topics: {},
  topicGroups: {},
  organisations: {},
  sectorBlocks: {},
  settlements: {},
  channels: {},
  roles: {},
  series: {},
}
const school = (text: string) =>
  text.replace('organisations:\n', 'organisations:\n  - { code: school, name: Школа, kind: institution }\n')

function apply(slug: string, text: string, more: Partial<ApplyCharter> = {}) {
  return applyCharter(db, { slug, files: { 'charter.yaml': text }, actor: 'проверка', now, ...more })
}

test('the first charter makes the centre, the same one again changes nothing, another one makes the next edition', async () => {
  const first = await apply('first', newCharterText())
  assert.deepEqual([first.edition, first.isNew], [1, true])
  const centre = await loadCentre(db, 'first')
  assert.deepEqual(
    [centre.edition, centre.zone, centre.roles.get('head')?.name],
    [1, 'Europe/Moscow', 'Руководитель центра'],
  )
  assert.equal(await loadCentre(db, centre.id), centre)

  const again = await apply('first', `# пояснение\n${newCharterText()}`)
  assert.deepEqual([again.edition, again.changes], [1, []])

  const next = await apply('first', school(newCharterText()), { comment: 'школа' })
  assert.deepEqual([next.edition, next.lines], [2, ['Организации: «Школа» — добавлено']])
  assert.equal((await loadCentre(db, 'first')).organisations.get('school')?.name, 'Школа')
  const editions = await charterEditions(db, centre.id)
  assert.deepEqual(
    editions.map(({ edition, comment }) => [edition, comment]),
    [
      [2, 'школа'],
      [1, null],
    ],
  )
  const entries = await inReach(db, 'installation', (scope) =>
    scope.selectFrom('installation_journal').select(['actor', 'action']).execute(),
  )
  assert.deepEqual(
    entries,
    Array.from({ length: 2 }, () => ({ actor: 'проверка', action: 'charter.applied' })),
  )
})

test('an edition read back is the charter that was applied, with its files and the origin of its values', async () => {
  const { centreId } = await apply('back', newCharterText())
  const edition = await loadEdition(db, centreId ?? 0)
  assert.equal(edition.files['charter.yaml'], newCharterText())
  assert.ok(isDefault(edition.provenance, 'norms.appeal.answer.amount'))
  assert.equal(edition.charter.norms['appeal.answer']?.amount, 30)
  assert.deepEqual((await apply('back', newCharterText())).changes, [])
})

test('a dry run tells the difference and writes nothing', async () => {
  await apply('dry', newCharterText())
  const planned = await apply('dry', school(newCharterText()), { dryRun: true })
  assert.deepEqual([planned.edition, planned.changes.length], [2, 1])
  assert.equal((await loadCentre(db, 'dry')).edition, 1)
  assert.equal((await apply('unborn', newCharterText(), { dryRun: true })).centreId, null)
  await assert.rejects(
    loadCentre(db, 'unborn'),
    (error) => error instanceof Refusal && error.reason === 'no-centre',
  )
})

test('a charter that would leave open cases without their organisation is refused, and the edition stays', async () => {
  await apply('kept', school(newCharterText()))
  const usage = () => Promise.resolve({ ...nothing, organisations: { school: 12 } })
  await assert.rejects(apply('kept', newCharterText(), { usage }), (error) => {
    assert.ok(error instanceof Refusal)
    assert.equal(error.reason, 'orphans')
    assert.equal(
      error.message,
      'Организация «Школа» убрана, а на ней 12 открытых дел: переназначьте их или оставьте организацию.',
    )
    return true
  })
  assert.equal((await loadCentre(db, 'kept')).edition, 1)
  const planned = await apply('kept', newCharterText(), { usage, dryRun: true })
  assert.deepEqual(
    planned.orphans.map(({ path, count }) => [path, count]),
    [['organisations.school', 12]],
  )
  assert.equal((await apply('kept', newCharterText(), { usage: () => Promise.resolve(nothing) })).edition, 2)
})

test('a charter with problems is refused with all of them, and no centre is made', async () => {
  await assert.rejects(apply('wrong', newCharterText().replace('Europe/Moscow', 'Europe/Mosco')), (error) => {
    assert.ok(error instanceof Refusal)
    assert.equal(error.reason, 'charter-problems')
    assert.match(error.message, /charter\.yaml:\d+:13/)
    return true
  })
  await assert.rejects(loadCentre(db, 'wrong'), Refusal)
})

test('two first charters at once make one centre with one edition', async () => {
  const results = await Promise.allSettled([
    apply('twins', newCharterText()),
    apply('twins', newCharterText()),
  ])
  assert.ok(results.some(({ status }) => status === 'fulfilled'))
  for (const result of results)
    if (result.status === 'rejected') assert.ok(result.reason instanceof Refusal, String(result.reason))
  assert.equal((await loadCentre(db, 'twins')).edition, 1)
})

test('two different charters at once make two editions, one after the other', async () => {
  await apply('queue', newCharterText())
  const other = newCharterText().replace('name: Администрация', 'name: Управа')
  await Promise.all([apply('queue', school(newCharterText())), apply('queue', other)])
  assert.equal((await loadCentre(db, 'queue')).edition, 3)
})
