import assert from 'node:assert/strict'
import type { CaseCard, CaseOutcome } from '../src/cases/contract.ts'
import { csrfHeader, type Session } from '../src/people/contract.ts'

/** What came back over HTTP. `told` is the parsed JSON, or the text where it is none. */
export interface Answer {
  status: number
  // The shape is the concern of the test that asked.
  // oxlint-disable-next-line typescript/no-explicit-any
  told: any
  headers: Headers
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One person at a screen: keeps the cookie and the token of the session, as the built application does. */
export interface Browser {
  cookie: string | undefined
  /** The half-session's cookie, between the password and the code. */
  halfCookie: string | undefined
  session: Session | null
  /** Path below `/api/centres/<centre>`, e.g. `/cases`. */
  get(path: string): Promise<Answer>
  post(path: string, body?: object): Promise<Answer>
  /** Any path of the server. */
  send(method: Method, path: string, body?: object, headers?: Record<string, string>): Promise<Answer>
  /** The bytes of a GET below the centre. */
  bytes(path: string): Promise<{ status: number; bytes: Uint8Array; headers: Headers }>
  upload(path: string, name: string, bytes: Uint8Array, fields?: Record<string, string>): Promise<Answer>
  signInDemo(login: string): Promise<Session>
  signIn(login: string, password: string): Promise<Answer>
  giveCode(code: string): Promise<Answer>
  /** Registers a message by telephone (or what `changes` say) and expects success. */
  register(text: string, changes?: object): Promise<CaseOutcome>
  /** A command with the revision that stands in the database now; expects success. */
  command(id: string, name: string, body?: object): Promise<CaseOutcome>
  /** The same, giving the answer as it is. */
  tryCommand(id: string, name: string, body?: object): Promise<Answer>
  card(id: string): Promise<CaseCard>
}

/** A browser at a server's address, working in the centre of this slug. */
export function createBrowser(address: string, centre: string): Browser {
  const base = `/api/centres/${centre}`

  const cookiesNow = (): Record<string, string> => {
    const kept = [browser.cookie, browser.halfCookie].filter((one) => one !== undefined)
    return kept.length > 0 ? { cookie: kept.join('; ') } : {}
  }

  const headersNow = (): Record<string, string> => ({
    ...cookiesNow(),
    ...(browser.session?.csrfToken ? { [csrfHeader]: browser.session.csrfToken } : {}),
  })

  async function request(path: string, options: RequestInit): Promise<Response> {
    const response = await fetch(address + path, { ...options, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const kept = pair.endsWith('=') ? undefined : pair
      if (pair.startsWith('otklik=')) browser.cookie = kept
      if (pair.startsWith('otklik-step=')) browser.halfCookie = kept
    }
    return response
  }

  async function answer(response: Response): Promise<Answer> {
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
    return { status: response.status, told: isJson ? JSON.parse(text) : text, headers: response.headers }
  }

  const browser: Browser = {
    cookie: undefined,
    halfCookie: undefined,
    session: null,
    get: (path) => browser.send('GET', base + path),
    post: (path, body) => browser.send('POST', base + path, body),
    async send(method, path, body, headers = {}) {
      const json: Record<string, string> = body ? { 'content-type': 'application/json' } : {}
      const options = { method, headers: { ...headersNow(), ...json, ...headers } }
      const told = await answer(
        await request(path, body ? { ...options, body: JSON.stringify(body) } : options),
      )
      if (typeof told.told?.csrfToken === 'string') browser.session = told.told as Session
      return told
    },
    async bytes(path) {
      const response = await request(base + path, { headers: headersNow() })
      const bytes = new Uint8Array(await response.arrayBuffer())
      return { status: response.status, bytes, headers: response.headers }
    },
    async upload(path, name, bytes, fields = {}) {
      const form = new FormData()
      for (const [field, value] of Object.entries(fields)) form.append(field, value)
      form.append('file', new Blob([new Uint8Array(bytes)]), name)
      return answer(await request(base + path, { method: 'POST', body: form, headers: headersNow() }))
    },
    async signInDemo(login) {
      const told = await browser.send('POST', '/api/session/demo', { login })
      assert.equal(told.status, 200, JSON.stringify(told.told))
      return told.told as Session
    },
    signIn: (login, password) => browser.send('POST', '/api/session', { login, password }),
    giveCode: (code) => browser.send('POST', '/api/session/code', { code }),
    async register(text, changes = {}) {
      const told = await browser.post('/cases', { channel: 'phone', text, ...changes })
      assert.equal(told.status, 200, JSON.stringify(told.told))
      return told.told as CaseOutcome
    },
    async command(id, name, body = {}) {
      const told = await browser.tryCommand(id, name, body)
      assert.equal(told.status, 200, `${name}: ${JSON.stringify(told.told)}`)
      return told.told as CaseOutcome
    },
    async tryCommand(id, name, body = {}) {
      const seen = name === 'note' ? {} : { revision: (await browser.card(id)).revision }
      return browser.post(`/cases/${id}/${name}`, { ...seen, ...body })
    },
    async card(id) {
      const told = await browser.get(`/cases/${id}`)
      assert.equal(told.status, 200, JSON.stringify(told.told))
      return told.told as CaseCard
    },
  }
  return browser
}
