import assert from 'node:assert/strict'
import { Secret } from 'otpauth'
import { loadCentre } from '../src/charter/index.ts'
import { addUser, codeAt } from '../src/people/index.ts'
import { type Answer, type Browser, createBrowser } from './browser.ts'
import { friday, type RunningApp } from './running-app.ts'

export const password = 'три жёлтых трамвая у реки'

/** What a person's telephone shows by a key of base32, at a moment. */
export function codeOf(key: string, at: Temporal.Instant): string {
  return codeAt(Secret.fromBase32(key).bytes, at)
}

/** People with passwords of their own, with and without a second factor, in a running application. */
export function factorPeople(running: RunningApp) {
  const browser = (slug = 'example') => createBrowser(running.address, slug)
  const send = (who: Browser, path: string, body: object = {}): Promise<Answer> =>
    who.send('POST', `/api/account/factor${path}`, body)

  async function person(login: string, role: string, slug = 'example'): Promise<void> {
    const { db } = running.database
    const at = { centre: await loadCentre(db, slug), now: friday, vault: running.vault }
    await addUser(db, at, { login, role, password })
  }

  async function signedIn(login: string): Promise<Browser> {
    const who = browser()
    assert.equal((await who.signIn(login, password)).status, 200)
    return who
  }

  return {
    browser,
    /** A call below `/api/account/factor`. */
    send,
    person,
    signedIn,
    /** A new person with the factor turned on by the code of this moment, which so is used up. */
    withFactor: async (login: string): Promise<{ who: Browser; key: string; codes: string[] }> => {
      await person(login, 'specialist')
      const who = await signedIn(login)
      const { key } = (await send(who, '')).told
      const proved = await send(who, '/proof', { code: codeOf(key, running.clock.now()) })
      assert.equal(proved.status, 200, JSON.stringify(proved.told))
      return { who, key, codes: proved.told.recoveryCodes }
    },
    /** The code of the next half minute, which comes at once. */
    nextCode: (key: string): string => {
      running.clock.pass({ seconds: 30 })
      return codeOf(key, running.clock.now())
    },
  }
}

/** Status and reason of an answer. */
export const reasonOf = ({ status, told }: Answer) => [status, told.error?.reason]
