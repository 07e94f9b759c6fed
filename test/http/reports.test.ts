import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { after, before, it } from 'node:test'
import { type CalendarEntry, reportView, type ReportView } from '../../src/reports/contract.ts'
import { readSheet } from '../../src/platform/sheets/index.ts'
import { inCentre } from '../../src/platform/db/centre-scope.ts'
import type { Answer, Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let head: Browser
let analyst: Browser
let curator: Browser
let roads: Browser
let id: string

const texts = [
  'На улице Набережной огромная яма на дороге',
  'Холодные батареи, отопления нет',
  'Не вывозят мусор',
]

before(async () => {
  running = await runningApp()
  // The week of the report is 13–19 November; the clock starts on Friday the 20th.
  running.clock.set(Temporal.Instant.from('2026-11-17T09:00:00+03:00'))
  const specialist = await running.browser('specialist')
  const approver = await running.browser('head')
  for (let i = 0; i < 9; i += 1) {
    const { id: made } = await specialist.register(`${texts[i % 3]} ${i}`, {
      channel: i % 2 ? 'phone' : 'vk',
    })
    if (i < 3) await answer(specialist, approver, made)
    running.clock.pass({ hours: 1 })
  }
  await comeIn('2026-11-20T09:00:00+03:00')
})
after(() => running.close())

/** Everybody signs in at this moment: sessions of days before are over. */
async function comeIn(moment: string): Promise<void> {
  running.clock.set(Temporal.Instant.from(moment))
  const logins = ['head', 'analyst', 'curator', 'roads-head']
  const browsers = await Promise.all(logins.map((login) => running.browser(login)))
  ;[head, analyst, curator, roads] = browsers as [Browser, Browser, Browser, Browser]
}

async function answer(specialist: Browser, approver: Browser, caseId: string): Promise<void> {
  await specialist.command(caseId, 'take')
  const draft = { kind: 'final', text: 'Работы выполнены, вопрос решён.', outcome: 'solved' }
  const { madeId } = await specialist.command(caseId, 'draft-answer', draft)
  await specialist.command(caseId, 'submit-answer', { answerId: madeId })
  await approver.command(caseId, 'approve-answer', { answerId: madeId })
  await specialist.command(caseId, 'deliver-answer', { answerId: madeId, delivery: 'sent' })
}

const view = async (browser: Browser = analyst, report = id): Promise<ReportView> => {
  const { status, told } = await browser.get(`/reports/${report}`)
  assert.equal(status, 200, JSON.stringify(told))
  return reportView.parse(told)
}

/** Asks again until the report is as expected: counting and filing go on in the background. */
async function until(ready: (report: ReportView) => boolean, report = id): Promise<ReportView> {
  for (let tries = 0; tries < 200; tries += 1) {
    const seen = await view(analyst, report)
    if (ready(seen)) return seen
    await pause(100)
  }
  throw new Error('the background work has not come to its end')
}

const act = async (browser: Browser, name: string, body: object = {}): Promise<Answer> => {
  const { revision } = await view()
  return browser.post(`/reports/${id}/${name}`, { revision, ...body })
}
const write = async (browser: Browser, part: string, block: string, text: string) => {
  const slot = (await view(browser)).slots.find((one) => one.part === part && one.block === block)
  const body = { part, block, text, revision: slot?.revision ?? 0 }
  return browser.send('PUT', `/api/centres/example/reports/${id}/part`, body)
}
const entryOf = async (code: string, period: string, browser = analyst) => {
  const { told } = await browser.get('/reports/calendar')
  const entries = told.entries as CalendarEntry[]
  return entries.find((one) => one.code === code && one.period === period)
}

it('the calendar shows the weekly report with its due moment, and who may begins it', async () => {
  const entry = await entryOf('weekly', '2026-W47')
  assert.equal(entry?.due?.at, '2026-11-20T09:00:00Z')
  assert.equal(entry?.status, 'soon')
  const begun = await analyst.post('/reports', { code: 'weekly', period: '2026-W47' })
  assert.equal(begun.status, 200, JSON.stringify(begun.told))
  id = begun.told.id
  const again = await analyst.post('/reports', { code: 'weekly', period: '2026-W47' })
  assert.deepEqual(
    [again.status, again.told.error.reason, again.told.error.details.id],
    [409, 'report-begun', id],
  )
  const counted = await until(({ counting }) => counting === 'done')
  assert.equal(counted.content?.slices[0]?.figures.find(({ code }) => code === 'received')?.value, 9)
  assert.equal((await entryOf('weekly', '2026-W47'))?.status, 'in-work')
})

it('every figure of a report opens the very cases that it counts', async () => {
  const { content } = await view()
  let opened = 0
  for (const slice of content!.slices) {
    const figures = [
      ...slice.figures,
      ...slice.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
      ...slice.flow!.rows.map(({ value, figure }) => ({ count: value, figure })),
    ]
    for (const { count, figure } of figures) {
      const query = new URLSearchParams({ figure: `${id}~${figure}`, state: 'any' })
      const list = await analyst.get(`/cases?${query}`)
      assert.equal(list.told.total, count, figure)
      opened += count
    }
  }
  assert.ok(opened > 50, 'figures counted cases')
})

it('a block writes its part and no other, and sees neither figures nor the texts of others', async () => {
  const seen = await view(roads)
  assert.deepEqual([seen.content, seen.document, seen.files], [null, null, []])
  assert.deepEqual(
    seen.slots.map(({ part, block }) => [part, block]),
    [['measures', 'roads']],
  )
  const owed = (await roads.get('/reports/calendar')).told.owed
  assert.deepEqual(
    owed.map((one: { slot: string }) => one.slot),
    [seen.slots[0]!.title],
  )
  assert.equal((await write(roads, 'measures', 'roads', 'Засыпали три ямы.')).status, 200)
  assert.equal((await write(roads, 'measures', 'housing', 'Не наше.')).status, 403)
  assert.equal((await roads.bytes(`/reports/${id}/files/pdf`)).status, 403)
  const stale = await roads.send('PUT', `/api/centres/example/reports/${id}/part`, {
    part: 'measures',
    block: 'roads',
    text: 'Старое.',
    revision: 0,
  })
  assert.deepEqual([stale.status, stale.told.error.reason], [409, 'part-changed'])
})

it('a recount keeps the texts of people', async () => {
  const { revision } = await view()
  await analyst.post(`/reports/${id}/recount`, { revision, asOf: '2026-11-20T05:00:00Z' })
  const counted = await until(({ counting }) => counting === 'done')
  assert.equal(counted.asOf, '2026-11-20T05:00:00Z')
  assert.equal(counted.slots.find(({ block }) => block === 'roads')?.text, 'Засыпали три ямы.')
})

it('a report is not sent before approval, and approval names who owes a required part', async () => {
  const early = await act(head, 'deliveries', {
    recipient: 'ЦУР',
    way: 'по почте',
    deliveredAt: running.clock.now().toString(),
  })
  assert.deepEqual([early.status, early.told.error.reason], [409, 'not-approved'])
  const sent = await act(analyst, 'review')
  assert.equal(sent.status, 200, JSON.stringify(sent.told))
  const refused = await act(head, 'approve')
  assert.deepEqual([refused.status, refused.told.error.reason], [409, 'parts-missing'])
  const { missing } = refused.told.error.details as { missing: string[] }
  assert.ok(missing.some((one) => one.startsWith('Главное за неделю')))
  assert.ok(missing.every((one) => !one.includes('Дорог')))
})

it('the head returns the report with a remark, and it is mended and sent again [E-078]', async () => {
  const returned = await act(head, 'return', { remarks: 'Напишите главное за неделю' })
  assert.deepEqual([returned.told.state, returned.told.returnedWith], ['draft', 'Напишите главное за неделю'])
  assert.equal((await write(analyst, 'main', '', 'Больше всего обращений о дорогах.')).status, 200)
  const { slots } = await view()
  for (const slot of slots.filter((one) => one.part === 'measures' && one.text === ''))
    assert.equal((await write(analyst, 'measures', slot.block, 'Замечаний нет.')).status, 200)
  assert.equal((await act(analyst, 'review')).told.state, 'review')
  const own = await act(analyst, 'approve')
  assert.equal(own.status, 403)
  const approved = await act(head, 'approve')
  assert.equal(approved.status, 200, JSON.stringify(approved.told))
  const { state, number, approvedBy, approvedAt } = approved.told
  assert.deepEqual(
    [state, number, approvedBy, approvedAt],
    ['approved', 'ОТЧ-1/2026', 'Вера Светлобережская', running.clock.now().toString()],
  )
  const journal = await head.get('/journal?limit=20')
  const actions = journal.told.entries.map((one: { action: string }) => one.action)
  assert.ok(actions.includes('report-returned') && actions.includes('report-approved'))
})

it('the files of an approved report are kept with their digests, open, and come again to the same bytes', async () => {
  const filed = await until(({ files }) => files.every(({ digest }) => digest !== null))
  const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  for (const { format, digest } of filed.files) {
    const { bytes, headers } = await head.bytes(`/reports/${id}/files/${format}`)
    assert.equal(digestOf(bytes), digest)
    assert.match(headers.get('content-disposition') ?? '', new RegExp(`example-weekly-2026-W47\\.${format}`))
  }
  // The kept files are lost: the frozen document alone gives them again.
  await rm(join(running.home, 'files'), { recursive: true })
  for (const { format, digest } of filed.files) {
    const { status, bytes } = await head.bytes(`/reports/${id}/files/${format}`)
    assert.deepEqual([status, digestOf(bytes)], [200, digest], format)
  }
  const { bytes } = await head.bytes(`/reports/${id}/files/xlsx`)
  assert.deepEqual([...bytes.slice(0, 2)], [0x50, 0x4b])
  const sheet = await readSheet(bytes, { fileName: 'a.xlsx' })
  assert.ok(sheet)
})

it('nothing of an approved report changes any more, whoever asks', async () => {
  const before = await view()
  const tries = [
    await write(roads, 'measures', 'roads', 'Переписали.'),
    await act(analyst, 'recount'),
    await act(analyst, 'examples', { leftOut: [] }),
    await act(head, 'return', { remarks: 'передумали, переделать' }),
    await act(head, 'approve'),
    await head.send('DELETE', `/api/centres/example/reports/${id}`),
  ]
  for (const { status, told } of tries)
    assert.deepEqual([status, told.error.reason], [409, 'report-frozen'], JSON.stringify(told))
  // A case of the week changes afterwards; the report does not.
  const specialist = await running.browser('specialist')
  const list = await specialist.get('/cases?limit=1&sort=oldest')
  await specialist.command(list.told.items[0].id, 'take')
  assert.deepEqual(await view(), before)
})

it('who it went to, how and when is noted, in time or late, and so is the receipt', async () => {
  const at = running.clock.now()
  const sent = await act(head, 'deliveries', {
    recipient: 'ЦУР',
    way: 'по электронной почте',
    deliveredAt: at.toString(),
  })
  assert.deepEqual(
    [sent.told.state, sent.told.submittedAt, sent.told.dueAt],
    ['submitted', at.toString(), '2026-11-20T09:00:00Z'],
  )
  assert.equal((await entryOf('weekly', '2026-W47'))?.status, 'done')
  running.clock.pass({ hours: 2 })
  const [delivery] = sent.told.deliveries
  const receipt = await head.post(`/reports/${id}/deliveries/${delivery.id}/acknowledge`, {
    at: running.clock.now().toString(),
    note: 'вх. № 12',
  })
  assert.equal(receipt.told.state, 'acknowledged')
  assert.equal(receipt.told.deliveries[0].acknowledgedNote, 'вх. № 12')
})

it('a correction is a new version that names the former; the former stays as it was', async () => {
  const former = await view()
  const begun = await analyst.post(`/reports/${id}/correct`, { reason: 'уточнены меры дорожного блока' })
  assert.equal(begun.status, 200, JSON.stringify(begun.told))
  const next = await until(({ counting }) => counting === 'done', begun.told.id)
  assert.deepEqual(
    [next.version, next.state, next.correctionReason],
    [2, 'draft', 'уточнены меры дорожного блока'],
  )
  assert.match(next.document?.subtitle ?? '', /взамен отчёта № ОТЧ-1\/2026 от 20\.11\.2026/)
  assert.equal(next.slots.find(({ part }) => part === 'main')?.text, 'Больше всего обращений о дорогах.')
  const again = await analyst.post(`/reports/${id}/correct`, { reason: 'ещё одна поправка' })
  assert.deepEqual([again.status, again.told.error.reason], [409, 'corrected'])
  const { versions: _, allowed: __, ...still } = await view()
  const { versions: ___, allowed: ____, ...was } = former
  assert.deepEqual(still, was)
})

it('after the due hour a report that was not handed over is late', async () => {
  const before = await entryOf('weekly', '2026-W48')
  assert.equal(before?.status, 'ahead')
  await comeIn('2026-11-27T11:59:00+03:00')
  assert.equal((await entryOf('weekly', '2026-W48'))?.status, 'soon')
  running.clock.set(Temporal.Instant.from('2026-11-27T12:01:00+03:00'))
  assert.equal((await entryOf('weekly', '2026-W48'))?.status, 'late')
})

it('a report is marked as read once by each who reads it', async () => {
  for (let i = 0; i < 2; i += 1) {
    const { told } = await curator.post(`/reports/${id}/read`, {})
    assert.equal(told.isRead, true)
    assert.deepEqual(
      told.readings.map((one: { name: string }) => one.name),
      ['Игнат Лебяжнинский'],
    )
  }
})

it('a report of another centre is neither found nor drafted', async () => {
  await running.centre('second')
  const stranger = await running.browser('head', 'second')
  assert.equal((await stranger.get(`/reports/${id}`)).status, 404)
  const list = await stranger.get(`/cases?${new URLSearchParams({ figure: `${id}~received`, state: 'any' })}`)
  assert.equal(list.told.total, 0)
})

it('whom the charter names for no report sees none', async () => {
  const duty = await running.browser('duty')
  assert.equal((await duty.get('/reports/calendar')).status, 403)
  assert.equal((await duty.get(`/reports/${id}`)).status, 403)
  assert.equal((await duty.post('/reports', { code: 'weekly', period: '2026-W45' })).status, 403)
})

it('the database keeps which cases each figure counts', async () => {
  const kept = await inCentre(running.database.db, 1, (scope) =>
    scope.selectFrom('report_figures').select(['figure', 'case_ids']).where('report_id', '=', id).execute(),
  )
  assert.ok(kept.some(({ figure, case_ids: ids }) => figure === 'received' && ids.length === 9))
})
