import { type Browser, type Locator, type Page } from 'playwright-core'
import { pictureMoment } from './running-demo.ts'

export const desktop = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844 }

/** One person of the demo centre at a screen. */
export interface Desk {
  page: Page
  /** Opens a path below the centre, e.g. `/cases`. */
  open(path: string): Promise<void>
  /** Presses a button of the screen (not of a dialog). */
  press(name: string | RegExp): Promise<void>
  /** The dialog that is open. */
  dialog: Locator
  /** Chooses in a field with a list. */
  choose(field: string, option: string): Promise<void>
  /** Opens the first case of a list. */
  openFirst(list: string): Promise<void>
}

/** Signs a demo person in with one click, as people do. */
export async function sitDown(
  browser: Browser,
  address: string,
  person: string,
  viewport = desktop,
): Promise<Desk> {
  const page = await openPage(browser, viewport)
  await page.goto(`${address}/app/sign-in`)
  await page.getByRole('button', { name: person }).click()
  await page.waitForURL(/\/app\/[a-z]+\/[a-z]+/)
  const main = page.getByRole('main')
  const desk: Desk = {
    page,
    dialog: page.getByRole('dialog'),
    open: async (path) => {
      await page.goto(`${address}/app/example${path}`)
      await main.waitFor()
      await settled(page)
    },
    press: async (name) => {
      await main.getByRole('button', { name, exact: true }).first().click()
      await settled(page)
    },
    choose: async (field, option) => {
      await page.getByRole('combobox', { name: field }).click()
      await page.getByRole('option', { name: option, exact: true }).click()
    },
    openFirst: async (list) => {
      await desk.open(list)
      await main.getByRole('row').nth(1).click()
      await page.waitForURL('**/cases/*')
      await settled(page)
    },
  }
  return desk
}

/** A page with the pictures' clock and language; nothing moves on it. */
export async function openPage(browser: Browser, viewport = desktop): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.clock.setFixedTime(pictureMoment)
  return page
}

/** Waits until nothing is asked of the server and the fonts stand. The stream of news never ends, so silence is measured in time. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready')
  await page.waitForTimeout(900)
}
