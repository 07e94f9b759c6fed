import assert from 'node:assert/strict'
import { once } from 'node:events'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { after, before, it } from 'node:test'
import { streamNews } from '../../src/cases/stream-news.ts'
import type { CaseNews } from '../../src/cases/contract.ts'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let specialist: Browser

before(async () => {
  running = await runningApp()
  specialist = await running.browser('specialist')
})
after(() => running.close())

const pit = 'На улице Набережной у дома 4 огромная яма на дороге, объехать нельзя'

/** Listens to the news of a centre until `enough` says so; fails after five seconds. */
async function listen(
  who: Browser,
  enough: (news: CaseNews[]) => boolean,
  options: { since?: string; begun?: () => Promise<unknown> } = {},
): Promise<CaseNews[]> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(new Error('no news in five seconds')), 5000)
  try {
    const response = await fetch(`${running.address}/api/centres/example/events`, {
      headers: { cookie: who.cookie!, ...(options.since ? { 'last-event-id': options.since } : {}) },
      signal: stop.signal,
    })
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8')
    const begun = options.begun?.()
    const news: CaseNews[] = []
    let rest = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const pieces = (rest + chunk).split('\n\n')
      rest = pieces.pop()!
      for (const piece of pieces) {
        const data = /^data: (.*)$/m.exec(piece)?.[1]
        if (data) news.push(JSON.parse(data) as CaseNews)
      }
      if (enough(news)) break
    }
    await begun
    return news
  } finally {
    clearTimeout(timer)
    stop.abort()
  }
}

it('who listens hears of a new case at once', async () => {
  let id = ''
  const news = await listen(specialist, (heard) => heard.some(({ caseId }) => caseId === id && id !== ''), {
    begun: async () => {
      id = (await specialist.register(pit)).id
      // What is heard before the answer came is judged again with the next news.
      await specialist.command(id, 'note', { text: 'проверить' })
    },
  })
  assert.ok(news.some(({ kind, caseId }) => kind === 'case-registered' && caseId === id))
})

it('who was away names the last event they had and misses nothing of what came meanwhile', async () => {
  const first = await specialist.register(pit)
  const heard = await listen(specialist, (news) => news.some(({ caseId }) => caseId === first.id), {
    begun: () => specialist.command(first.id, 'note', { text: 'пока слышно' }),
  })
  const since = heard.at(-1)!.id
  const missed: string[] = []
  for (let i = 0; i < 20; i += 1) missed.push((await specialist.register(`${pit} ${i}`)).id)
  await specialist.command(missed[3]!, 'take')
  const told = await listen(
    specialist,
    (news) =>
      missed.every((id) => news.some(({ caseId }) => caseId === id)) &&
      news.some(({ kind }) => kind === 'case-taken'),
    { since },
  )
  const ids = told.map(({ id }) => id)
  assert.deepEqual(ids, ids.toSorted(), 'in the order in which they happened')
})

it('news of cases beyond a person’s reach do not reach them', async () => {
  const housing = await running.browser('housing')
  let own = ''
  const news = await listen(housing, (heard) => own !== '' && heard.some(({ caseId }) => caseId === own), {
    begun: async () => {
      await specialist.register(pit)
      const { id } = await specialist.register('В доме холодные батареи, отопления нет второй день')
      own = id
      await specialist.command(id, 'note', { text: 'проверить' })
    },
  })
  assert.deepEqual([...new Set(news.map(({ caseId }) => caseId))], [own])
})

it('without a session there is no stream', async () => {
  const response = await fetch(`${running.address}/api/centres/example/events`)
  assert.equal(response.status, 401)
})

it('a stopping server ends the streams and waits for none', { timeout: 20_000 }, async () => {
  const stopping = await runningApp()
  const who = await stopping.browser('specialist')
  const response = await fetch(`${stopping.address}/api/centres/example/events`, {
    headers: { cookie: who.cookie! },
  })
  const ended = response.body!.pipeTo(new WritableStream())
  await stopping.close()
  await ended
})

it('a reader who is gone before the stream begins is forgotten', async () => {
  const heard = new Set<unknown>()
  const feed = {
    hear: (_: number, listener: unknown) => {
      heard.add(listener)
      return () => void heard.delete(listener)
    },
    close: async () => {},
  }
  const gone = new ServerResponse(new IncomingMessage(new Socket()))
  gone.destroy()
  await once(gone, 'close')
  const nothing = async () => []
  await streamNews(gone, feed, { centreId: 1, since: null, missed: nothing, see: nothing })
  assert.equal(heard.size, 0)
})
