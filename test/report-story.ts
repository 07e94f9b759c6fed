import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { type CalendarEntry, reportView, type ReportView } from '../src/reports/contract.ts'
import type { Answer, Browser } from './browser.ts'
import { type RunningApp, runningApp } from './running-app.ts'

/** People of a centre at work on a report; `id` is set once it is begun. */
export interface ReportStory {
  running: RunningApp
  head: Browser
  analyst: Browser
  curator: Browser
  roads: Browser
  id: string
  /** Everybody signs in at this moment: sessions of days before are over. */
  comeIn(moment: string): Promise<void>
  view(browser?: Browser, report?: string): Promise<ReportView>
  /** Asks again until the report is as expected: counting and filing go on in the background. */
  until(ready: (report: ReportView) => boolean, report?: string): Promise<ReportView>
  /** A command with the revision that stands now. */
  act(browser: Browser, name: string, body?: object): Promise<Answer>
  write(browser: Browser, part: string, block: string, text: string): Promise<Answer>
  entryOf(code: string, period: string): Promise<CalendarEntry | undefined>
}

const texts = [
  'На улице Набережной огромная яма на дороге',
  'Холодные батареи, отопления нет',
  'Не вывозят мусор',
]

/** Nine messages of the week before Friday 20 November 2026, three of them solved; then it is that Friday, 9:00. */
export async function reportStory(): Promise<ReportStory> {
  const running = await runningApp()
  running.clock.set(Temporal.Instant.from('2026-11-17T09:00:00+03:00'))
  const specialist = await running.browser('specialist')
  const approver = await running.browser('head')
  for (let i = 0; i < 9; i += 1) {
    const { id: made } = await specialist.register(`${texts[i % 3]} ${i}`, {
      channel: i % 2 ? 'phone' : 'vk',
    })
    if (i < 3) await solve(specialist, approver, made)
    running.clock.pass({ hours: 1 })
  }
  const story: ReportStory = {
    running,
    head: approver,
    analyst: approver,
    curator: approver,
    roads: approver,
    id: '',
    async comeIn(moment) {
      running.clock.set(Temporal.Instant.from(moment))
      story.head = await running.browser('head')
      story.analyst = await running.browser('analyst')
      story.curator = await running.browser('curator')
      story.roads = await running.browser('roads-head')
    },
    async view(browser = story.analyst, report = story.id) {
      const { status, told } = await browser.get(`/reports/${report}`)
      assert.equal(status, 200, JSON.stringify(told))
      return reportView.parse(told)
    },
    async until(ready, report = story.id) {
      for (let tries = 0; tries < 300; tries += 1) {
        const seen = await story.view(story.analyst, report)
        if (ready(seen)) return seen
        await pause(100)
      }
      throw new Error('the background work has not come to its end')
    },
    async act(browser, name, body = {}) {
      const { revision } = await story.view()
      return browser.post(`/reports/${story.id}/${name}`, { revision, ...body })
    },
    async write(browser, part, block, text) {
      const { slots } = await story.view(browser)
      const slot = slots.find((one) => one.part === part && one.block === block)
      const body = { part, block, text, revision: slot?.revision ?? 0 }
      return browser.send('PUT', `/api/centres/example/reports/${story.id}/part`, body)
    },
    async entryOf(code, period) {
      const { told } = await story.analyst.get('/reports/calendar')
      const entries = told.entries as CalendarEntry[]
      return entries.find((one) => one.code === code && one.period === period)
    },
  }
  await story.comeIn('2026-11-20T09:00:00+03:00')
  return story
}

async function solve(specialist: Browser, approver: Browser, caseId: string): Promise<void> {
  await specialist.command(caseId, 'take')
  const draft = { kind: 'final', text: 'Работы выполнены, вопрос решён.', outcome: 'solved' }
  const { madeId } = await specialist.command(caseId, 'draft-answer', draft)
  await specialist.command(caseId, 'submit-answer', { answerId: madeId })
  await approver.command(caseId, 'approve-answer', { answerId: madeId })
  await specialist.command(caseId, 'deliver-answer', { answerId: madeId, delivery: 'sent' })
}
