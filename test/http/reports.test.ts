import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { readSheet } from '../../src/platform/sheets/index.ts'
import { type ReportStory, reportStory } from '../report-story.ts'

let story: ReportStory

before(async () => {
  story = await reportStory()
})
after(() => story.running.close())

it('the calendar shows the weekly report with its due moment, and who may begins it', async () => {
  const entry = await story.entryOf('weekly', '2026-W47')
  assert.equal(entry?.due?.at, '2026-11-20T09:00:00Z')
  assert.equal(entry?.status, 'soon')
  const begun = await story.analyst.post('/reports', { code: 'weekly', period: '2026-W47' })
  assert.equal(begun.status, 200, JSON.stringify(begun.told))
  story.id = begun.told.id
  const again = await story.analyst.post('/reports', { code: 'weekly', period: '2026-W47' })
  assert.deepEqual(
    [again.status, again.told.error.reason, again.told.error.details.id],
    [409, 'report-begun', story.id],
  )
  const counted = await story.until(({ counting }) => counting === 'done')
  assert.equal(counted.content?.slices[0]?.figures.find(({ code }) => code === 'received')?.value, 9)
  assert.equal((await story.entryOf('weekly', '2026-W47'))?.status, 'in-work')
})

it('every figure of a report opens the very cases that it counts', async () => {
  const { content } = await story.view()
  let opened = 0
  for (const slice of content!.slices) {
    const figures = [
      ...slice.figures,
      ...slice.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
      ...slice.flow!.rows.map(({ value, figure }) => ({ count: value, figure })),
    ]
    for (const { count, figure } of figures) {
      const query = new URLSearchParams({ figure: `${story.id}~${figure}`, state: 'any' })
      const list = await story.analyst.get(`/cases?${query.toString()}`)
      assert.equal(list.told.total, count, figure)
      opened += count
    }
  }
  assert.ok(opened > 50, 'figures counted cases')
})

it('a block writes its part and no other, and sees neither figures nor the texts of others', async () => {
  const seen = await story.view(story.roads)
  assert.deepEqual([seen.content, seen.document, seen.files], [null, null, []])
  assert.deepEqual(
    seen.slots.map(({ part, block }) => [part, block]),
    [['measures', 'roads']],
  )
  const owed = (await story.roads.get('/reports/calendar')).told.owed
  assert.deepEqual(
    owed.map((one: { slot: string }) => one.slot),
    [seen.slots[0]!.title],
  )
  assert.equal((await story.write(story.roads, 'measures', 'roads', 'Засыпали три ямы.')).status, 200)
  assert.equal((await story.write(story.roads, 'measures', 'housing', 'Не наше.')).status, 403)
  assert.equal((await story.roads.bytes(`/reports/${story.id}/files/pdf`)).status, 403)
  const stale = await story.roads.send('PUT', `/api/centres/example/reports/${story.id}/part`, {
    part: 'measures',
    block: 'roads',
    text: 'Старое.',
    revision: 0,
  })
  assert.deepEqual([stale.status, stale.told.error.reason], [409, 'part-changed'])
})

it('a recount keeps the texts of people', async () => {
  const { revision } = await story.view()
  await story.analyst.post(`/reports/${story.id}/recount`, { revision, asOf: '2026-11-20T05:00:00Z' })
  const counted = await story.until(({ counting }) => counting === 'done')
  assert.equal(counted.asOf, '2026-11-20T05:00:00Z')
  assert.equal(counted.slots.find(({ block }) => block === 'roads')?.text, 'Засыпали три ямы.')
})

it('a report is not sent before approval, and approval names who owes a required part', async () => {
  const early = await story.act(story.head, 'deliveries', {
    recipient: 'ЦУР',
    way: 'по почте',
    deliveredAt: story.running.clock.now().toString(),
  })
  assert.deepEqual([early.status, early.told.error.reason], [409, 'not-approved'])
  const sent = await story.act(story.analyst, 'review')
  assert.equal(sent.status, 200, JSON.stringify(sent.told))
  const refused = await story.act(story.head, 'approve')
  assert.deepEqual([refused.status, refused.told.error.reason], [409, 'parts-missing'])
  const { missing } = refused.told.error.details as { missing: string[] }
  assert.ok(missing.some((one) => one.startsWith('Главное за неделю')))
  assert.ok(missing.every((one) => !one.includes('Дорог')))
})

it('the head returns the report with a remark, and it is mended and sent again [E-078]', async () => {
  const returned = await story.act(story.head, 'return', { remarks: 'Напишите главное за неделю' })
  assert.deepEqual([returned.told.state, returned.told.returnedWith], ['draft', 'Напишите главное за неделю'])
  assert.equal(
    (await story.write(story.analyst, 'main', '', 'Больше всего обращений о дорогах.')).status,
    200,
  )
  const { slots } = await story.view()
  for (const slot of slots.filter((one) => one.part === 'measures' && one.text === ''))
    assert.equal((await story.write(story.analyst, 'measures', slot.block, 'Замечаний нет.')).status, 200)
  assert.equal((await story.act(story.analyst, 'review')).told.state, 'review')
  const own = await story.act(story.analyst, 'approve')
  assert.equal(own.status, 403)
  const approved = await story.act(story.head, 'approve')
  assert.equal(approved.status, 200, JSON.stringify(approved.told))
  const { state, number, approvedBy, approvedAt } = approved.told
  assert.deepEqual(
    [state, number, approvedBy, approvedAt],
    ['approved', 'ОТЧ-1/2026', 'Вера Светлобережская', story.running.clock.now().toString()],
  )
  const journal = await story.head.get('/journal?limit=20')
  const actions = journal.told.entries.map((one: { action: string }) => one.action)
  assert.ok(actions.includes('report-returned') && actions.includes('report-approved'))
})

it('the files of an approved report are kept with their digests, open, and come again to the same bytes', async () => {
  const filed = await story.until(({ files }) => files.every(({ digest }) => digest !== null))
  const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  for (const { format, digest } of filed.files) {
    const { bytes, headers } = await story.head.bytes(`/reports/${story.id}/files/${format}`)
    assert.equal(digestOf(bytes), digest)
    assert.match(headers.get('content-disposition') ?? '', new RegExp(`example-weekly-2026-W47\\.${format}`))
  }
  // The kept files are lost: the frozen document alone gives them again.
  await rm(join(story.running.home, 'files'), { recursive: true })
  for (const { format, digest } of filed.files) {
    const { status, bytes } = await story.head.bytes(`/reports/${story.id}/files/${format}`)
    assert.deepEqual([status, digestOf(bytes)], [200, digest], format)
  }
  const { bytes } = await story.head.bytes(`/reports/${story.id}/files/xlsx`)
  const sheet = await readSheet(bytes, { fileName: 'a.xlsx' })
  assert.ok(sheet)
})

it('nothing of an approved report changes any more, whoever asks', async () => {
  const before = await story.view()
  const tries = [
    await story.write(story.roads, 'measures', 'roads', 'Переписали.'),
    await story.act(story.analyst, 'recount'),
    await story.act(story.analyst, 'examples', { leftOut: [] }),
    await story.act(story.head, 'return', { remarks: 'передумали, переделать' }),
    await story.act(story.head, 'approve'),
    await story.head.send('DELETE', `/api/centres/example/reports/${story.id}`),
  ]
  for (const { status, told } of tries)
    assert.deepEqual([status, told.error.reason], [409, 'report-frozen'], JSON.stringify(told))
  // A case of the week changes afterwards; the report does not.
  const specialist = await story.running.browser('specialist')
  const list = await specialist.get('/cases?state=assigned&state=triaged&limit=1')
  await specialist.command(list.told.items[0].id, 'take')
  assert.deepEqual(await story.view(), before)
})

it('who it went to, how and when is noted, in time or late, and so is the receipt', async () => {
  const at = story.running.clock.now()
  const sent = await story.act(story.head, 'deliveries', {
    recipient: 'ЦУР',
    way: 'по электронной почте',
    deliveredAt: at.toString(),
  })
  assert.deepEqual(
    [sent.told.state, sent.told.submittedAt, sent.told.dueAt],
    ['submitted', at.toString(), '2026-11-20T09:00:00Z'],
  )
  assert.equal((await story.entryOf('weekly', '2026-W47'))?.status, 'done')
  story.running.clock.pass({ minutes: 20 })
  const [delivery] = sent.told.deliveries
  const receipt = await story.head.post(`/reports/${story.id}/deliveries/${delivery.id}/acknowledge`, {
    at: story.running.clock.now().toString(),
    note: 'вх. № 12',
  })
  assert.equal(receipt.told.state, 'acknowledged')
  assert.equal(receipt.told.deliveries[0].acknowledgedNote, 'вх. № 12')
})

it('a correction is a new version that names the former; the former stays as it was', async () => {
  const former = await story.view()
  const begun = await story.analyst.post(`/reports/${story.id}/correct`, {
    reason: 'уточнены меры дорожного блока',
  })
  assert.equal(begun.status, 200, JSON.stringify(begun.told))
  const next = await story.until(({ counting }) => counting === 'done', begun.told.id)
  assert.deepEqual(
    [next.version, next.state, next.correctionReason],
    [2, 'draft', 'уточнены меры дорожного блока'],
  )
  assert.match(next.document?.subtitle ?? '', /взамен отчёта № ОТЧ-1\/2026 от 20\.11\.2026/)
  assert.equal(next.slots.find(({ part }) => part === 'main')?.text, 'Больше всего обращений о дорогах.')
  const again = await story.analyst.post(`/reports/${story.id}/correct`, { reason: 'ещё одна поправка' })
  assert.deepEqual([again.status, again.told.error.reason], [409, 'corrected'])
  const { versions: _, allowed: __, ...still } = await story.view()
  const { versions: ___, allowed: ____, ...was } = former
  assert.deepEqual(still, was)
})
