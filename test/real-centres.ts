import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { applyCharter, loadCentre, readCharterFolder } from '../src/charter/index.ts'
import { addDemoPerson } from '../src/people/index.ts'
import { readSheet } from '../src/platform/sheets/index.ts'
import { type CalendarEntry, reportView, type ReportView } from '../src/reports/contract.ts'
import type { Browser } from './browser.ts'
import type { RunningApp } from './running-app.ts'

/** Charters of real centres. */
export type Slug = 'kogalym' | 'elan' | 'orel' | 'demyansk' | 'kingisepp'

/** Thursday, 19 November 2026, noon at Moscow. */
export const start = Temporal.Instant.from('2026-11-19T12:00:00+03:00')
const people: Record<Slug, readonly { role: string; name: string; sectorBlock?: string }[]> = {
  kogalym: [
    { role: 'head', name: 'Ада Северина' },
    { role: 'curator', name: 'Борис Кедров' },
    { role: 'specialist', name: 'Вита Сосновая' },
    { role: 'pos-curator', name: 'Глеб Тихий' },
  ],
  elan: [
    { role: 'head', name: 'Дина Степная' },
    { role: 'curator', name: 'Егор Полевой' },
    { role: 'coordinator', name: 'Жанна Ковыльная' },
  ],
  orel: [
    { role: 'head', name: 'Зоя Луговая' },
    { role: 'curator', name: 'Игорь Боров' },
    { role: 'analyst', name: 'Кира Числова' },
    { role: 'block-head', name: 'Ольга Блокова', sectorBlock: 'health' },
  ],
  demyansk: [{ role: 'head', name: 'Лев Озёрный' }],
  kingisepp: [
    { role: 'head', name: 'Мила Речная' },
    { role: 'administrator', name: 'Нил Портовый' },
  ],
}

/** Puts a real charter in force with invented people and three messages. */
export async function settle(running: RunningApp, slug: Slug): Promise<void> {
  const { db } = running.database
  const files = readCharterFolder(fileURLToPath(new URL(`../charters/${slug}`, import.meta.url)))
  const now = running.clock.now()
  await applyCharter(db, { slug, files, actor: 'проверка', now, isDemo: true })
  const centre = await loadCentre(db, slug)
  for (const { role, name, sectorBlock = null } of people[slug]) {
    const place = { role, name, sectorBlock, organisation: null, position: centre.roles.get(role)!.name }
    const login = `${role}-${slug}`
    await addDemoPerson(db, { centre, now, vault: running.vault }, { ...place, login })
  }
  const clerk = await running.browser('head', slug)
  for (const [text, channel] of [
    ['На улице Мира огромная яма на дороге', 'phone'],
    ['Не вывозят мусор', 'pos'],
    ['Холодные батареи', 'pos'],
  ])
    await clerk.register(text!, { channel })
}

/** A report as a person sees it. */
export const viewOf = async (browser: Browser, id: string): Promise<ReportView> => {
  const { status, told } = await browser.get(`/reports/${id}`)
  assert.equal(status, 200, JSON.stringify(told))
  return reportView.parse(told)
}
/** Asks again until the report is as expected. */
export const until = async (browser: Browser, id: string, ready: (report: ReportView) => boolean) => {
  for (let tries = 0; tries < 300; tries += 1) {
    const seen = await viewOf(browser, id)
    if (ready(seen)) return seen
    await pause(100)
  }
  throw new Error('the background work has not come to its end')
}

/** Begins a report and waits until it is counted. */
export async function draft(browser: Browser, code: string, period: string): Promise<ReportView> {
  const begun = await browser.post('/reports', { code, period })
  assert.equal(begun.status, 200, JSON.stringify(begun.told))
  return until(browser, begun.told.id, ({ counting }) => counting === 'done')
}

/** Writes required parts, sends, approves, hands over; looks that files open and that nothing changes afterwards. */
export async function goItsWay(
  running: RunningApp,
  { preparer, approver, slug }: { preparer: Browser; approver: Browser; slug: Slug },
  drafted: ReportView,
) {
  const { id } = drafted
  for (const { part, block, revision, mayWrite } of drafted.slots.filter(({ required }) => required)) {
    assert.ok(mayWrite, part)
    const body = { part, block, revision, text: 'За период сделано намеченное.' }
    const written = await preparer.send('PUT', `/api/centres/${slug}/reports/${id}/part`, body)
    assert.equal(written.status, 200, JSON.stringify(written.told))
  }
  const act = async (browser: Browser, name: string, body: object = {}) => {
    const { revision } = await viewOf(browser, id)
    const done = await browser.post(`/reports/${id}/${name}`, { revision, ...body })
    assert.equal(done.status, 200, `${name}: ${JSON.stringify(done.told)}`)
    return reportView.parse(done.told)
  }
  const early = await approver.post(`/reports/${id}/deliveries`, {
    revision: (await viewOf(approver, id)).revision,
    recipient: 'ЦУР',
    way: 'по почте',
    deliveredAt: running.clock.now().toString(),
  })
  assert.equal(early.told.error.reason, 'not-approved')
  await act(preparer, 'review')
  const approved = await act(approver, 'approve')
  await until(approver, id, ({ files }) => files.every(({ digest }) => digest !== null))
  const open = async (format: string) => (await approver.bytes(`/reports/${id}/files/${format}`)).bytes
  const docx = Buffer.from(await open('docx'))
  assert.ok(docx.subarray(0, 2).equals(Buffer.from('PK')) && docx.includes('word/document.xml'))
  const sheet = await readSheet(await open('xlsx'), { fileName: 'report.xlsx' })
  assert.ok((sheet.sheetNames ?? []).length > 1, 'the workbook has a sheet per table')
  const pdf = Buffer.from(await open('pdf'))
  assert.ok(pdf.subarray(0, 5).equals(Buffer.from('%PDF-')))
  const at = running.clock.now().toString()
  await act(approver, 'deliveries', { recipient: drafted.addressees[0], way: 'СЭД', deliveredAt: at })
  const sent = await viewOf(approver, id)
  assert.deepEqual([sent.state, sent.submittedAt, sent.dueAt], ['submitted', at, drafted.dueAt])
  assert.deepEqual(sent.document, approved.document)
  const late = await preparer.post(`/reports/${id}/recount`, { revision: sent.revision })
  assert.deepEqual([late.status, late.told.error.reason], [409, 'report-frozen'])
  return { sent, pdf }
}

/** An entry of the calendar of the present quarter, or of the days given. */
export const entryOf = async (browser: Browser, code: string, period: string, days = '') => {
  const { told } = await browser.get(`/reports/calendar${days}`)
  return (told.entries as CalendarEntry[]).find((one) => one.code === code && one.period === period)
}
