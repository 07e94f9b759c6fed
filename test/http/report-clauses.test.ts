import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { loadCentre } from '../../src/charter/index.ts'
import type { Browser } from '../browser.ts'
import { draft, entryOf, goItsWay, settle, type Slug, start, viewOf } from '../real-centres.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp

before(
  async () => {
    running = await runningApp()
    running.clock.set(start)
    for (const slug of ['kogalym', 'elan', 'orel', 'demyansk', 'kingisepp'] as const)
      await settle(running, slug)
  },
  { timeout: 120_000 },
)
after(() => running.close())

const as = (role: string, slug: Slug) => running.browser(role, slug)

it('the weekly report is due on Friday at 13:00 by the town’s clock to two recipients, a holiday moves it back [K-058]', async () => {
  const weekly = (browser: Browser) => entryOf(browser, 'weekly', '2026-W47')
  const first = await weekly(await as('specialist', 'kogalym'))
  assert.deepEqual(
    [first?.due?.at, first?.addressees, first?.status],
    ['2026-11-20T08:00:00Z', ['куратор МЦУ', 'ЦУР'], 'soon'],
  )
  running.clock.set(Temporal.Instant.from('2026-11-20T12:59:00+05:00'))
  assert.equal((await weekly(await as('specialist', 'kogalym')))?.status, 'soon')
  running.clock.set(Temporal.Instant.from('2026-11-20T13:01:00+05:00'))
  const specialist = await as('specialist', 'kogalym')
  assert.equal((await weekly(specialist))?.status, 'late')
  const holiday = await entryOf(specialist, 'weekly', '2026-W53', '?from=2026-12-01&to=2027-01-31')
  assert.equal(holiday?.due?.on, '2026-12-30')
  assert.match(holiday?.due?.steps.join() ?? '', /предыдущий рабочий день/)
})

it('the monthly report of November is due on the 4th, a Friday before the 5th, and reminds three days before', async () => {
  running.clock.set(Temporal.Instant.from('2026-11-30T12:00:00+05:00'))
  const before = await entryOf(await as('specialist', 'kogalym'), 'monthly', '2026-11')
  assert.deepEqual(
    [before?.due?.on, before?.due?.remindOn, before?.status],
    ['2026-12-04', '2026-12-01', 'ahead'],
  )
  running.clock.set(Temporal.Instant.from('2026-12-01T12:00:00+05:00'))
  assert.equal((await entryOf(await as('specialist', 'kogalym'), 'monthly', '2026-11'))?.status, 'soon')
})

it('the report of October is due on 5 November and reminds three days before [K-059]', async () => {
  running.clock.set(start)
  const specialist = await as('specialist', 'kogalym')
  const october = await draft(specialist, 'monthly', '2026-10')
  assert.deepEqual([october.due?.on, october.due?.remindOn], ['2026-11-05', '2026-11-02'])
})

it('the yearly report is due on the third working day: 13.01.2025 and 14.01.2026 [K-060]', async () => {
  const specialist = await as('specialist', 'kogalym')
  const former = await draft(specialist, 'yearly', '2024')
  assert.equal(former.due?.on, '2025-01-13')
  const drafted = await draft(specialist, 'yearly', '2025')
  assert.equal(drafted.due?.on, '2026-01-14')
  await goItsWay(
    running,
    { preparer: specialist, approver: await as('head', 'kogalym'), slug: 'kogalym' },
    drafted,
  )
})

it('weekly statistics of the portal are generated and delivered, a week without them is flagged [K-041]', async () => {
  running.clock.set(Temporal.Instant.from('2026-11-20T10:00:00+05:00'))
  const [curator, head] = [await as('pos-curator', 'kogalym'), await as('head', 'kogalym')]
  const drafted = await draft(curator, 'pos-weekly', '2026-W47')
  assert.deepEqual(
    drafted.content?.slices.map(({ name, figures }) => [
      name,
      figures.find(({ code }) => code === 'received')?.value,
    ]),
    [
      ['Сообщения ПОС', 2],
      ['Обращения по 59-ФЗ', 0],
    ],
  )
  await goItsWay(running, { preparer: curator, approver: head, slug: 'kogalym' }, drafted)
  assert.equal((await entryOf(curator, 'pos-weekly', '2026-W47'))?.status, 'done')
  running.clock.set(Temporal.Instant.from('2026-11-28T10:00:00+05:00'))
  assert.equal((await entryOf(await as('head', 'kogalym'), 'pos-weekly', '2026-W48'))?.status, 'late')
  running.clock.set(start)
})

it('the curator makes the same statistics of any dates [K-042]', async () => {
  const curator = await as('curator', 'kogalym')
  const drafted = await draft(curator, 'pos-on-request', '2026-11-03..2026-11-19')
  assert.deepEqual([drafted.from, drafted.to], ['2026-11-03', '2026-11-19'])
  await goItsWay(running, { preparer: curator, approver: curator, slug: 'kogalym' }, drafted)
})

it('the summary for the curator has its four parts on one page [K-037]', async () => {
  const head = await as('head', 'kogalym')
  const drafted = await draft(head, 'curator', '2026-11-13..2026-11-19')
  const { sent, pdf } = await goItsWay(
    running,
    { preparer: head, approver: await as('curator', 'kogalym'), slug: 'kogalym' },
    drafted,
  )
  const headings = sent.document!.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  assert.deepEqual(headings, [
    'Деятельность МЦУ',
    'Главное в цифрах',
    'Группы тем',
    'Управленческие решения по отраслевым блокам',
  ])
  assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, 1)
})

it('the quarterly report has one line per sector block and stands in the calendar with its deadline [E-069]', async () => {
  const head = await as('head', 'elan')
  const drafted = await draft(head, 'quarterly', '2026-Q3')
  assert.equal(drafted.due?.on, '2026-10-09')
  const blocks = drafted.content!.slices[0]!.tables.find(({ section }) => section === 'blocks')!
  const centre = await loadCentre(running.database.db, 'elan')
  const named = blocks.rows.map(({ key }) => key).filter((key) => key !== null)
  assert.deepEqual(new Set(named), new Set(centre.charter.sectorBlocks.map(({ code }) => code)))
  assert.equal(named.length, centre.charter.sectorBlocks.length)
  await goItsWay(running, { preparer: head, approver: await as('curator', 'elan'), slug: 'elan' }, drafted)
  assert.equal((await entryOf(head, 'quarterly', '2026-Q3'))?.status, 'done-late')
  assert.equal(
    (await entryOf(head, 'quarterly', '2026-Q4', '?from=2027-01-01&to=2027-03-31'))?.due?.on,
    '2027-01-11',
  )
})

/** Reports on request that a clause asks to generate, approve and send. */
const onRequest: [clause: string, slug: Slug, code: string, preparer: string, approver: string][] = [
  [
    'a consolidated analysis is saved and opened again [E-044]',
    'elan',
    'consolidated',
    'coordinator',
    'curator',
  ],
  [
    'the report on the work of units for the head of the district [E-047]',
    'elan',
    'district-head',
    'head',
    'curator',
  ],
  [
    'the report for the head of the district in two formats [D-021]',
    'demyansk',
    'district-head',
    'head',
    'head',
  ],
  ['a consolidated report of results [N-022]', 'kingisepp', 'consolidated', 'administrator', 'head'],
  ['periodic reports are approved before they are sent [O-047]', 'orel', 'competence-centre', 'head', 'head'],
]
for (const [name, slug, code, preparer, approver] of onRequest) {
  it(name, async () => {
    const [one, other] = [await as(preparer, slug), await as(approver, slug)]
    const drafted = await draft(one, code, '2026-07-01..2026-09-30')
    const { sent } = await goItsWay(running, { preparer: one, approver: other, slug }, drafted)
    const again = await viewOf(await as(approver, slug), sent.id)
    assert.deepEqual([again.document, again.content], [sent.document, sent.content])
  })
}

it('the report on optimisation is approved by the curator with name and time [O-037]', async () => {
  const [head, curator] = [await as('head', 'orel'), await as('curator', 'orel')]
  const drafted = await draft(head, 'optimisation', '2026-07-01..2026-09-30')
  assert.equal(drafted.allowed.find(({ action }) => action === 'approve')?.allowed, false)
  const { sent } = await goItsWay(running, { preparer: head, approver: curator, slug: 'orel' }, drafted)
  assert.deepEqual(
    [sent.approvedBy, sent.approvedAt, sent.document?.approval?.name],
    ['Игорь Боров', running.clock.now().toString(), 'Игорь Боров'],
  )
})

it('the analyst’s monthly report is scheduled, generated and addressed [O-063]', async () => {
  const analyst = await as('analyst', 'orel')
  const drafted = await draft(analyst, 'monthly-analysis', '2026-10')
  assert.equal((await entryOf(analyst, 'monthly-analysis', '2026-11'))?.due?.on, '2026-12-10')
  const { sent } = await goItsWay(
    running,
    { preparer: analyst, approver: await as('head', 'orel'), slug: 'orel' },
    drafted,
  )
  assert.deepEqual(sent.document?.addressees, ['Ответственный исполнитель'])
})
