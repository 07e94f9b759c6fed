import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { loadCentre } from '../../src/charter/index.ts'
import { caseSorting } from '../../src/intake/index.ts'
import { inCentre } from '../../src/platform/db/centre-scope.ts'
import { renderDocument } from '../../src/platform/documents/index.ts'
import { openFileStore } from '../../src/platform/files/store.ts'
import { draftByItself } from '../../src/reports/auto-drafts.ts'
import { countDraft } from '../../src/reports/count-draft.ts'
import { draft, goItsWay, settle, start, until, viewOf } from '../real-centres.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp

before(
  async () => {
    running = await runningApp()
    running.clock.set(start)
    await settle(running, 'orel')
    await settle(running, 'kogalym')
  },
  { timeout: 90_000 },
)
after(() => running.close())

it('missing contributions of sector blocks are listed with the names of those who owe them [O-073]', async () => {
  const [analyst, head] = [await running.browser('analyst', 'orel'), await running.browser('head', 'orel')]
  const drafted = await draft(head, 'contributions', '2026-11-01..2026-11-19')
  const owing = drafted.slots.filter(({ people }) => people.length > 0)
  assert.deepEqual(
    owing.map(({ people }) => people),
    [['Ольга Блокова']],
  )
  const blockHead = await running.browser('block-head', 'orel')
  const { told } = await blockHead.get('/reports/calendar')
  assert.deepEqual(
    told.owed.map((one: { slot: string }) => one.slot),
    [owing[0]!.title],
  )
  await analyst.post(`/reports/${drafted.id}/review`, { revision: drafted.revision })
  const { revision } = await viewOf(head, drafted.id)
  const refused = await head.post(`/reports/${drafted.id}/approve`, { revision })
  assert.equal(refused.told.error.reason, 'parts-missing')
  const { missing } = refused.told.error.details as { missing: string[] }
  assert.equal(missing.length, drafted.slots.length)
  assert.ok(missing.includes(`${owing[0]!.title} (Ольга Блокова)`), missing.join('\n'))
  await head.post(`/reports/${drafted.id}/return`, { revision, remarks: 'дождёмся сведений блоков' })
  await goItsWay(running, { preparer: head, approver: head, slug: 'orel' }, await viewOf(head, drafted.id))
})

it('the summary of a day is built by itself each working day and marked as read [K-077]', async () => {
  const centre = await loadCentre(running.database.db, 'kogalym')
  const context = {
    db: running.database.db,
    vault: running.vault,
    files: openFileStore(`${running.home}/files`),
    clock: () => running.clock.now(),
    sorting: caseSorting,
    render: renderDocument,
    loadCentre: (slugOrId: string | number) => loadCentre(running.database.db, slugOrId),
  }
  const begun: { centreId: number; reportId: string }[] = []
  const enqueue: Parameters<typeof draftByItself>[1] = (_scope, _kind, payload) => {
    begun.push(payload as { centreId: number; reportId: string })
    return Promise.resolve()
  }
  // Friday, then the weekend and Monday to Wednesday, each morning and once more at noon.
  for (let day = 1; day <= 6; day += 1) {
    for (const hours of [8, 12]) {
      running.clock.set(Temporal.Instant.from('2026-11-19T00:00:00+05:00').add({ hours: day * 24 + hours }))
      await draftByItself(context, enqueue)
    }
  }
  const own = begun.filter(({ centreId }) => centreId === centre.id)
  for (const { reportId } of own) await countDraft(context, centre, reportId)
  const periods = await inCentre(running.database.db, centre.id, (scope) =>
    scope.selectFrom('reports').select('period').where('code', '=', 'daily').orderBy('period').execute(),
  )
  assert.deepEqual(
    periods.map(({ period }) => period),
    ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'],
  )
  const head = await running.browser('head', 'kogalym')
  const summary = await until(head, own[0]!.reportId, ({ counting }) => counting === 'done')
  assert.equal(summary.createdBy, 'программа')
  assert.equal(summary.content?.slices[0]?.figures.find(({ code }) => code === 'received')?.value, 3)
  const read = await head.post(`/reports/${summary.id}/read`, {})
  assert.deepEqual(
    read.told.readings.map((one: { name: string }) => one.name),
    ['Ада Северина'],
  )
  const specialist = await running.browser('specialist', 'kogalym')
  await goItsWay(
    running,
    { preparer: specialist, approver: head, slug: 'kogalym' },
    await viewOf(specialist, summary.id),
  )
})
