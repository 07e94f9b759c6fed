import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { CaseList, CaseSummary } from '../../src/cases/contract.ts'
import type { ImportRun } from '../../src/intake/contract.ts'
import type { Browser } from '../browser.ts'
import { type SpawnedServer, spawnedServer } from '../spawned-server.ts'

let server: SpawnedServer

before(
  async () => {
    server = await spawnedServer()
    await server.start()
  },
  { timeout: 60_000 },
)
after(() => server.remove())

async function everyCase(browser: Browser): Promise<CaseSummary[]> {
  const all: CaseSummary[] = []
  let cursor: string | null = null
  do {
    const next: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const page: CaseList = (await browser.get(`/cases?limit=200${next}`)).told
    all.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return all
}

function assertGapless(cases: CaseSummary[]): void {
  const numbers = cases.map(({ number }) => Number(/(\d+)$/.exec(number)![1])).toSorted((a, b) => a - b)
  assert.deepEqual(
    numbers,
    Array.from({ length: cases.length }, (_, i) => i + 1),
  )
}

it(
  'of a server killed while eight people register, every accepted message is there exactly once and no number is missing',
  { timeout: 90_000 },
  async () => {
    const browser = await server.browser()
    const accepted: { id: string; number: string; text: string }[] = []
    let alive = true
    const clerk = async (name: number) => {
      for (let i = 0; alive; i += 1) {
        const text = `Обращение ${name}-${i}: не вывозят мусор`
        try {
          const { status, told } = await browser.post('/cases', { channel: 'phone', text })
          if (status === 200) accepted.push({ id: told.id, number: told.number, text })
        } catch {
          return
        }
      }
    }
    const clerks = Array.from({ length: 8 }, (_, name) => clerk(name))
    while (accepted.length < 40) await pause(10)
    await server.kill()
    alive = false
    await Promise.all(clerks)

    await server.start()
    const again = await server.browser()
    const cases = await everyCase(again)
    assertGapless(cases)
    for (const { id, number, text } of accepted) {
      const found = cases.filter((one) => one.number === number)
      assert.deepEqual(
        found.map((one) => [one.id, one.gist]),
        [[id, text]],
        number,
      )
      const { entries } = (await again.get(`/cases/${id}/journal`)).told
      assert.equal(entries[0].action, 'case-registered')
    }
  },
)

it(
  'an import cut by a kill goes on after the next start, and each of its rows becomes one case',
  { timeout: 120_000 },
  async () => {
    const browser = await server.browser()
    const before = (await everyCase(browser)).length
    const rows = 3000
    const lines = ['ID;Дата создания;Текст инцидента;Группа тем;Тема;Источник']
    for (let i = 0; i < rows; i += 1)
      lines.push(
        `${i + 1};19.11.2026 10:15:00;Яма номер ${i} на дороге по улице Набережной;Дороги;Ямы и выбоины;ВКонтакте`,
      )
    const up = await browser.upload('/imports', 'export.csv', new TextEncoder().encode(lines.join('\r\n')))
    assert.equal(up.status, 200, JSON.stringify(up.told))
    const { id } = up.told.run
    await browser.post(`/imports/${id}/start`)
    let run: ImportRun
    do run = (await browser.get(`/imports/${id}`)).told
    while (run.read === 0)
    await server.kill()
    assert.ok(run.state === 'running' && run.read < rows, `killed in the middle: ${run.state}, ${run.read}`)

    await server.start()
    const again = await server.browser()
    for (let tries = 0; tries < 400; tries += 1) {
      run = (await again.get(`/imports/${id}`)).told
      if (run.state !== 'running') break
      await pause(100)
    }
    assert.deepEqual([run.state, run.created, run.rejected, run.error], ['done', rows, 0, null])
    const cases = await everyCase(again)
    assert.equal(cases.length, before + rows)
    assertGapless(cases)
    const ours = cases.filter(({ externalNumber }) => externalNumber !== null)
    assert.equal(new Set(ours.map(({ externalNumber }) => externalNumber)).size, rows)
  },
)
