import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type ReportStory, reportStory } from '../report-story.ts'

let story: ReportStory

before(async () => {
  story = await reportStory()
  const { told } = await story.analyst.post('/reports', { code: 'weekly', period: '2026-W47' })
  story.id = told.id
  await story.until(({ counting }) => counting === 'done')
})
after(() => story.running.close())

it('after the due hour a report that was not handed over is late', async () => {
  const before = await story.entryOf('weekly', '2026-W48')
  assert.equal(before?.status, 'ahead')
  await story.comeIn('2026-11-27T11:59:00+03:00')
  assert.equal((await story.entryOf('weekly', '2026-W48'))?.status, 'soon')
  story.running.clock.set(Temporal.Instant.from('2026-11-27T12:01:00+03:00'))
  assert.equal((await story.entryOf('weekly', '2026-W48'))?.status, 'late')
})

it('a report is marked as read once by each who reads it', async () => {
  for (let i = 0; i < 2; i += 1) {
    const { told } = await story.curator.post(`/reports/${story.id}/read`, {})
    assert.equal(told.isRead, true)
    assert.deepEqual(
      told.readings.map((one: { name: string }) => one.name),
      ['Игнат Лебяжнинский'],
    )
  }
})

it('a report of another centre is neither found nor drafted', async () => {
  await story.running.centre('second')
  const stranger = await story.running.browser('head', 'second')
  assert.equal((await stranger.get(`/reports/${story.id}`)).status, 404)
  const query = new URLSearchParams({ figure: `${story.id}~received`, state: 'any' })
  const list = await stranger.get(`/cases?${query.toString()}`)
  assert.equal(list.told.total, 0)
})

it('whom the charter names for no report sees none', async () => {
  const duty = await story.running.browser('duty')
  assert.equal((await duty.get('/reports/calendar')).status, 403)
  assert.equal((await duty.get(`/reports/${story.id}`)).status, 403)
  assert.equal((await duty.post('/reports', { code: 'weekly', period: '2026-W45' })).status, 403)
})
