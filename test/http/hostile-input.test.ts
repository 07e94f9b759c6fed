import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import fc from 'fast-check'
import type { AnyRoute } from '../../src/platform/http/route.ts'
import type { Answer, Browser } from '../browser.ts'
import { hostileText, hostileValues } from '../hostile-values.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let head: Browser

before(async () => {
  running = await runningApp()
  head = await running.browser('head')
})
after(() => running.close())

/** Signs out, changes the password that the rest needs, or hears for ever. */
const leftOut = new Set([
  '/api/session',
  '/api/session/demo',
  '/api/sessions',
  '/api/password',
  '/api/centres/:centre/events',
])
const seed = 20261120

function queryOf(asked: unknown): string {
  const query = new URLSearchParams()
  for (const [name, one] of Object.entries((asked ?? {}) as object))
    for (const each of Array.isArray(one) ? one : [one])
      query.append(name, (typeof each === 'string' ? each : String(JSON.stringify(each))).toWellFormed())
  return query.size > 0 ? `?${query.toString()}` : ''
}

function send(route: AnyRoute, path: string, asked: unknown): Promise<Answer> {
  if (route.method === 'GET') return head.send('GET', path + queryOf(asked))
  return head.send(route.method, path, route.method === 'DELETE' ? undefined : ((asked ?? {}) as object))
}

/** A fresh case in work for each route, so that commands get past the state. */
async function known(): Promise<Record<string, string>> {
  const { id } = await head.register('На улице Набережной у дома 4 огромная яма')
  const { revision } = await head.command(id, 'take')
  return {
    id,
    revision: String(revision),
    assigneeId: head.session!.centres[0]!.staffId,
    channel: 'phone',
    topicGroup: '04',
    topic: '04.01',
    settlement: 'svetloberezhsk',
    organisation: 'roads',
    sectorBlock: 'roads',
  }
}

it('no route answers with a bug, whatever is sent to it', { timeout: 150_000 }, async () => {
  const routes = running.app.routes.filter(({ path }) => !leftOut.has(path))
  assert.ok(routes.length > 50)
  let through = 0
  const bugs: { route: string; asked: unknown; why: string }[] = []
  const whyLast = () => JSON.stringify(running.log.findLast(({ msg }) => msg === 'bug')?.['err'])
  for (const route of routes) {
    const real = await known()
    const values = hostileValues(route.method === 'GET' ? route.query : route.body, real)
    const property = fc.asyncProperty(values, hostileText, async (asked, id) => {
      const path = route.path
        .replace(':centre', 'example')
        .replace('/cases/:id', `/cases/${real['id']}`)
        .replaceAll(/:\w+/g, encodeURIComponent(id.slice(0, 100).toWellFormed()) || 'x')
      const { status, told } = await send(route, path, asked)
      if (status >= 500) bugs.push({ route: `${route.method} ${route.path}`, asked, why: whyLast() })
      else if (status < 400) through += 1
      else if (status !== 404) assert.match(told.error.message, /[а-яё]/i)
    })
    await fc.assert(property, { numRuns: 8, seed, endOnFailure: true })
  }
  assert.deepEqual(bugs, [])
  assert.ok(through > routes.length, `only ${through} requests got past the doors`)
})
