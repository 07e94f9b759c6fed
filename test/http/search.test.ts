import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { CaseSummary } from '../../src/cases/contract.ts'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let specialist: Browser
const pits: string[] = []

before(async () => {
  running = await runningApp()
  specialist = await running.browser('specialist')
  for (let i = 0; i < 24; i += 1) {
    const pit = await specialist.register(`На улице Набережной у дома ${i + 1} огромная яма на дороге`)
    if (i % 3 === 0) await specialist.register('В доме холодные батареи, отопления нет второй день')
    pits.push(pit.id)
    // Several stand at one moment: pages must not lose what lies on their edge.
    if (i % 5 === 4) running.clock.pass({ minutes: 1 })
    if (i !== 11) continue
    running.clock.pass({ hours: 24 })
    specialist = await running.browser('specialist')
  }
})
after(() => running.close())

const idsOf = (items: CaseSummary[]) => items.map(({ id }) => id)

async function everyPage(query: string): Promise<string[]> {
  const seen: string[] = []
  let cursor = ''
  do {
    const { status, told } = await specialist.get(`/cases?${query}${cursor}`)
    assert.equal(status, 200, JSON.stringify(told))
    seen.push(...idsOf(told.items))
    cursor = told.nextCursor === null ? '' : `&cursor=${encodeURIComponent(told.nextCursor)}`
  } while (cursor)
  return seen
}

it('what a word finds goes on from page to page without a gap or a double', async () => {
  for (const sort of ['newest', 'oldest']) {
    const seen = await everyPage(`q=яма&limit=4&sort=${sort}`)
    assert.deepEqual(seen.toSorted(), pits.toSorted(), sort)
  }
  assert.equal((await specialist.get('/cases?q=яма&limit=4')).told.total, pits.length)
})

it('a word within a period finds only the cases of those days', async () => {
  const first = pits.slice(0, 12).toSorted()
  const second = pits.slice(12).toSorted()
  assert.deepEqual((await everyPage('q=яма&to=2026-11-20&limit=5')).toSorted(), first)
  assert.deepEqual((await everyPage('q=яма&from=2026-11-21&limit=5')).toSorted(), second)
  assert.deepEqual(await everyPage('q=яма&from=2026-11-23'), [])
})

it('words with signs of a query language or of SQL are words and nothing more', async () => {
  for (const words of [`яма' or 1=1 --`, `"яма`, `яма & | ! ( :*`, `%s %L яма\\`]) {
    const { status } = await specialist.get(`/cases?q=${encodeURIComponent(words)}`)
    assert.equal(status, 200, words)
  }
})
