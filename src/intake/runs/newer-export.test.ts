import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { aCentre, aPerson, at } from '../../../test/builders.ts'
import { importsOfTest, outcomes, pit, refused, row, table } from '../../../test/imports.ts'
import { foldCase } from '../../cases/fold.ts'
import { plainValue } from '../../cases/change-case.ts'
import { setTopic, take } from '../../cases/index.ts'
import type { Centre } from '../../charter/index.ts'
import { inCentre } from '../../platform/db/centre-scope.ts'
import { caseSorting } from '../sorting/case-sorting.ts'
import { importFile } from './import-file.ts'
import { cancelImport } from './start.ts'
import { undoImport } from './undo.ts'

let imports: Awaited<ReturnType<typeof importsOfTest>>
before(async () => {
  imports = await importsOfTest()
})
after(() => imports.close())

/** The journal of every case folds into its row. */
async function assertFolded(centre: Centre): Promise<void> {
  for (const made of await imports.casesOf(centre)) {
    const folded = foldCase((await imports.journalOf(centre, made.id)) as Parameters<typeof foldCase>[0])
    for (const [column, value] of Object.entries(folded)) {
      const kept = plainValue((made as Record<string, unknown>)[column])
      const told =
        column.endsWith('_at') && typeof value === 'string' ? Temporal.Instant.from(value).toString() : value
      assert.equal(told, kept, column)
    }
  }
}

test('a newer export moves an open case on, and never back', async () => {
  const centre = await aCentre(imports.db)
  await imports.into(centre, row(1))
  const closed = row(1, { Итог: 'Решено', 'Дата закрытия': '09.11.2026 09:00', '1ый ответ ПИ': 'Засыпали.' })
  assert.deepEqual(outcomes(await imports.into(centre, closed)), [0, 0, 0, 1, 0])
  const [moved] = await imports.casesOf(centre)
  assert.equal(moved?.state, 'closed')
  assert.equal(moved.outcome, 'solved')
  assert.equal(moved.closed_at?.toString(), '2026-11-09T06:00:00Z')
  assert.equal((await imports.journalOf(centre, moved.id)).at(-1)?.action, 'case-updated')
  await imports.into(centre, row(1, { Итог: 'Не решено' }))
  const [after] = await imports.casesOf(centre)
  assert.equal(after?.state, 'closed')
  await assertFolded(centre)
  assert.deepEqual(await imports.conflictsOf(centre, after.id), [['state', 'closed', 'in_work']])
})

test('where our people decided their value stays, and the source’s stands beside it', async () => {
  const centre = await aCentre(imports.db)
  const actor = await aPerson(imports.db, centre, 'head')
  await imports.into(centre, row(1, { Исполнитель: 'Дорожная служба' }))
  const [made] = await imports.casesOf(centre)
  assert.ok(made)
  assert.equal(made.organisation, 'road-service')
  const { groups } = { groups: caseSorting.classifier(centre) }
  const other = groups.find(({ code }) => code !== made.topic_group)!
  const body = { topicGroup: other.code, topic: null, revision: made.revision }
  const set = await at(imports.db, centre, actor, (desk) => setTopic(desk, made.id, body, groups))
  await at(imports.db, centre, actor, (desk) => take(desk, made.id, { revision: set.revision }))
  const newer = row(1, {
    Исполнитель: 'Администрация Среднего района',
    Итог: 'Решено',
    'Дата закрытия': '09.11.2026 09:00',
    Улица: 'Новая',
  })
  assert.deepEqual(outcomes(await imports.into(centre, newer)), [0, 0, 0, 1, 0])
  const [after] = await imports.casesOf(centre)
  assert.equal(after?.topic_group, other.code)
  assert.equal(after.state, 'in_work')
  assert.equal(after.street, 'Новая')
  const fields = (await imports.conflictsOf(centre, made.id)).map(([field]) => field)
  assert.ok(fields.includes('topic_group') && fields.includes('state'))
  await assertFolded(centre)
})

test('exact repeats join an open case only where the charter says so, and a closed row never joins', async () => {
  const same = { 'Текст инцидента': pit, Улица: 'Садовая', Дом: '5' }
  const rows = [
    row(1, same),
    row(2, same),
    row(3, { ...same, Дом: '7' }),
    row(4, { ...same, Итог: 'Решено' }),
  ]
  const apart = await aCentre(imports.db)
  assert.deepEqual(outcomes(await imports.into(apart, ...rows)), [4, 0, 0, 0, 0])
  const joining = await aCentre(imports.db, { channels: { incident: { on: true, joinExactRepeats: true } } })
  assert.deepEqual(outcomes(await imports.into(joining, ...rows)), [3, 1, 0, 0, 0])
  assert.deepEqual(outcomes(await imports.into(joining, row(5, same))), [0, 1, 0, 0, 0])
  const [first] = await imports.casesOf(joining)
  assert.equal(first?.voices, 3)
  await assertFolded(joining)
  assert.deepEqual(outcomes(await imports.into(joining, ...rows)), [0, 0, 4, 0, 0])
  const changed = await imports.into(joining, row(2, { ...same, Тема: 'Новая' }))
  assert.deepEqual(outcomes(changed), [0, 0, 0, 1, 0])
  assert.deepEqual(outcomes(await imports.into(joining, row(2, { ...same, Тема: 'Новая' }))), [0, 0, 1, 0, 0])
})

test('an import is undone whole while nobody touched its cases, and its numbers come back', async () => {
  const centre = await aCentre(imports.db)
  const actor = await aPerson(imports.db, centre, 'head')
  const kept = await imports.into(centre, row(1))
  const account = await imports.into(centre, row(2), row(3))
  await at(imports.db, centre, actor, (desk) => undoImport(desk, account.runId))
  assert.deepEqual(
    (await imports.casesOf(centre)).map(({ number }) => number),
    ['С-26-0001'],
  )
  const again = await imports.into(centre, row(2))
  assert.deepEqual(outcomes(again), [1, 0, 0, 0, 0])
  const [first, second] = await imports.casesOf(centre)
  assert.equal(second?.number, 'С-26-0002')
  await at(imports.db, centre, actor, (desk) => take(desk, first!.id, { revision: first!.revision }))
  await assert.rejects(
    at(imports.db, centre, actor, (desk) => undoImport(desk, kept.runId)),
    refused('cases-touched'),
  )
})

test('an undone import takes its repeats back from older cases', async () => {
  const centre = await aCentre(imports.db, { channels: { incident: { on: true, joinExactRepeats: true } } })
  const actor = await aPerson(imports.db, centre, 'head')
  const same = { 'Текст инцидента': pit }
  await imports.into(centre, row(1, same))
  const repeat = await imports.into(centre, row(2, same))
  assert.equal(repeat.joined, 1)
  await at(imports.db, centre, actor, (desk) => undoImport(desk, repeat.runId))
  assert.equal((await imports.casesOf(centre))[0]?.voices, 1)
})

test('an import is cancelled between batches and what was taken stays', async () => {
  const centre = await aCentre(imports.db)
  const actor = await aPerson(imports.db, centre, 'head')
  const runOf = () =>
    inCentre(imports.db, centre.id, (scope) =>
      scope.selectFrom('import_runs').selectAll().where('state', '=', 'running').executeTakeFirstOrThrow(),
    )
  const request = {
    centre,
    file: table(...Array.from({ length: 30 }, (_, index) => row(index + 1))),
    actor: 'проверка',
    batchRows: 10,
    onProgress: async () => {
      const run = await runOf()
      await at(imports.db, centre, actor, (desk) => cancelImport(desk, run.id))
    },
  }
  await assert.rejects(importFile(imports.context, request), refused('import-cancelled'))
  assert.equal((await imports.casesOf(centre)).length, 10)
})
