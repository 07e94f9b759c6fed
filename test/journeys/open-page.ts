import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser as Chrome, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { RunningApp } from '../running-app.ts'
import { chromiumFlags, findChromium } from './chromium.ts'

/** The two sizes in which every screen must stand. */
export const sizes = {
  desk: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const
export type Size = keyof typeof sizes

/** One Chromium for the journeys of a file. */
export async function openChrome(): Promise<Chrome> {
  const found = await findChromium((line) => console.error(line))
  assert.ok(found, 'Chromium не найден: укажите его в CHROMIUM_PATH.')
  return chromium.launch({
    executablePath: found.path,
    args: chromiumFlags.filter((flag) => flag !== '--headless'),
    env: { ...process.env, ...found.env },
  })
}

/** A page of a fresh profile on the running application, watched for everything that went wrong in it. */
export interface OpenPage {
  page: Page
  context: BrowserContext
  /** Presses the one-click sign-in of a role and waits for the list. */
  enter: (roleName: string) => Promise<void>
  /** Opens a path below `/app`. */
  go: (path: string) => Promise<void>
  /** Fails when the page logged an error, broke the content policy, asked another server, or ours answered with a bug. */
  assertQuiet: () => void
  /** Fails with every breach of WCAG 2.2 AA on the page as it stands, or in the part of it that a selector names. */
  assertAccessible: (where: string, part?: string) => Promise<void>
  close: () => Promise<void>
}

const policyBreaches = `addEventListener('securitypolicyviolation', (event) =>
  console.error('content policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber))`

/** Opens a page whose clock stands where the application's does; its timers run. */
export async function openPage(chrome: Chrome, running: RunningApp, size: Size = 'desk'): Promise<OpenPage> {
  const context = await chrome.newContext({
    viewport: sizes[size],
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    hasTouch: size === 'phone',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const wrong: string[] = []
  await page.addInitScript(policyBreaches)
  await page.clock.setFixedTime(running.clock.now().epochMilliseconds)
  page.on('pageerror', (error) => wrong.push(`page error: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    // Chromium says this of every refused request; what was refused is judged by the response below.
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isRefusal) wrong.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(running.address))
      wrong.push(`left the server: ${request.url()}`)
  })
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    const isFile = !pathname.startsWith('/api/')
    if (response.status() >= 500 || (isFile && response.status() >= 400))
      wrong.push(`${response.status()} ${response.request().method()} ${pathname}`)
  })
  return {
    page,
    context,
    async enter(roleName) {
      await page.goto(`${running.address}/app/`)
      await page.getByRole('button', { name: roleName }).first().click()
      await page.waitForURL(/\/app\/[a-z]+\//)
    },
    async go(path) {
      await page.goto(`${running.address}/app${path}`)
    },
    assertQuiet: () => assert.deepEqual(wrong, []),
    async assertAccessible(where, part) {
      await page.waitForLoadState('networkidle').catch(() => {})
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      const axe = new AxeBuilder({ page }).withTags(tags)
      const { violations } = await (part ? axe.include(part) : axe).analyze()
      // What an open menu hides for a moment is no target then.
      const isHidden = (summary = '') => summary.includes('partially obscured')
      const told = violations.flatMap(({ id, help, nodes }) =>
        nodes
          .filter(({ failureSummary }) => !isHidden(failureSummary))
          .map(({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary}`),
      )
      assert.deepEqual(told, [], `${where}: ${told.length} breaches\n${told.join('\n')}`)
    },
    close: () => context.close(),
  }
}
