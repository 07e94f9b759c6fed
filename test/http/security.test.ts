import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, it } from 'node:test'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let specialist: Browser

before(async () => {
  running = await runningApp()
  specialist = await running.browser('specialist')
})
after(() => running.close())

const call = { channel: 'phone', text: 'Не вывозят мусор' }

it('every answer carries the security headers, and the content policy allows no inline script', async () => {
  for (const path of ['/api/session', '/health/live', '/app/', '/api/nowhere']) {
    const { headers } = await specialist.send('GET', path)
    const policy = headers.get('content-security-policy') ?? ''
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1]
    assert.equal(scripts, "'self'", path)
    assert.match(policy, /frame-ancestors 'none'/, path)
    assert.match(policy, /object-src 'none'/, path)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
    assert.equal(headers.get('referrer-policy'), 'same-origin', path)
    assert.equal(headers.get('x-powered-by'), null, path)
  }
  const { headers } = await specialist.get('/cases')
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.ok(headers.get('x-request-id'))
})

it('the page of the application holds no inline script and no inline handler', () => {
  for (const file of ['web/index.html', 'web/dist/index.html']) {
    if (!existsSync(file)) continue
    const page = readFileSync(file, 'utf8')
    for (const [, attributes = '', body = ''] of page.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
      assert.match(attributes, /src=/, file)
      assert.equal(body.trim(), '', file)
    }
    assert.doesNotMatch(page, /\son\w+=/, file)
  }
})

it('a change without the session’s token, with another’s token, or from another site is refused and changes nothing', async () => {
  const path = '/api/centres/example/cases'
  const another = await running.browser('another')
  const cases: [string, Record<string, string>][] = [
    ['none', { 'x-otklik-csrf': '' }],
    ['another person’s', { 'x-otklik-csrf': another.session!.csrfToken! }],
    ['made up', { 'x-otklik-csrf': 'a'.repeat(43) }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ]
  const before = (await specialist.get('/cases')).told.total
  for (const [name, headers] of cases) {
    const { status, told } = await specialist.send('POST', path, call, headers)
    assert.equal(status, 403, name)
    assert.match(told.error.message, /[а-я].*\.$/, name)
  }
  assert.equal((await specialist.get('/cases')).told.total, before)
  assert.equal((await specialist.send('POST', path, call)).status, 200)
})

it('a cookie is for the server alone, and a forged or empty one is nobody', async () => {
  const response = await fetch(`${running.address}/api/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'analyst' }),
  })
  const [cookie = ''] = response.headers.getSetCookie()
  assert.match(cookie, /HttpOnly/)
  assert.match(cookie, /SameSite=Lax/)
  for (const value of ['otklik=', 'otklik=x', `otklik=${'a'.repeat(4000)}`, 'otklik=%00', 'otklik="']) {
    const told = await fetch(`${running.address}/api/centres/example/cases`, { headers: { cookie: value } })
    assert.equal(told.status, 401, value.slice(0, 20))
  }
})

it('a body too large or of the wrong kind gets one sentence', async () => {
  const path = '/api/centres/example/cases'
  const large = await specialist.send('POST', path, { ...call, text: 'я'.repeat(1_100_000) })
  assert.deepEqual([large.status, large.told.error.kind], [413, 'too-large'])
  const long = await specialist.send('POST', path, { ...call, text: 'я'.repeat(20_001) })
  assert.equal(long.status, 422)
  assert.match(long.told.error.message, /не длиннее 20 000 знаков/)
  for (const [type, body] of [
    ['application/json', '{"channel":'],
    ['application/json', '{"__proto__":{"x":1},"channel":"phone","text":"а"}'],
    ['text/plain', 'привет'],
    ['application/xml', '<a/>'],
  ]) {
    const response = await fetch(running.address + path, {
      method: 'POST',
      headers: {
        cookie: specialist.cookie!,
        'x-otklik-csrf': specialist.session!.csrfToken!,
        'content-type': type!,
      },
      body: body!,
    })
    assert.ok(response.status >= 400 && response.status < 500, `${type}: ${response.status}`)
    const { error } = (await response.json()) as { error: { message: string } }
    assert.match(error.message, /[а-я].*\.$/)
  }
})

it('an address too long for any browser gets a sentence, too', async () => {
  const { status, told } = await specialist.get(`/cases?q=${'x'.repeat(20_000)}`)
  assert.equal(status, 431)
  assert.match(told.error.message, /сократите/)
})

it('guessing passwords is slowed down, whether or not the login exists', async () => {
  for (const login of ['head', 'nobody-here']) {
    const guesser = await running.browser()
    const statuses: number[] = []
    for (let i = 0; i < 12; i += 1) statuses.push((await guesser.signIn(login, `догадка ${i}`)).status)
    assert.equal(statuses[0], 401, login)
    assert.equal(statuses.at(-1), 429, login)
  }
})

it('health and metrics tell nothing of the centre', async () => {
  const nobody = await running.browser()
  assert.deepEqual((await nobody.send('GET', '/health/live')).told, { ok: true })
  assert.deepEqual((await nobody.send('GET', '/health/ready')).told, { ok: true })
  const { told } = await nobody.send('GET', '/metrics')
  assert.match(told, /otklik_http_seconds_bucket/)
  assert.doesNotMatch(told, /example|Светлобереж/)
})
