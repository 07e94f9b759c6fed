import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser as Chrome, Page } from 'playwright-core'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'
import { openChrome, openPage } from './open-page.ts'

let running: RunningApp
let chrome: Chrome
let duty: Browser

const pit = 'На улице Набережной у дома 4 огромная яма на дороге, объехать нельзя'
const rubbish = 'Не вывозят мусор, контейнеры переполнены третий день'

before(
  async () => {
    running = await runningApp()
    chrome = await openChrome()
    duty = await running.browser('duty')
    for (let i = 0; i < 12; i += 1) {
      await duty.register(`${i % 2 ? pit : rubbish} ${i}`, { channel: i % 3 ? 'phone' : 'vk' })
      running.clock.pass({ seconds: 5 })
    }
  },
  { timeout: 60_000 },
)
after(async () => {
  await chrome?.close()
  await running?.close()
})

const limit = { timeout: 45_000 }
const lines = (page: Page) => page.getByRole('row').filter({ hasText: /СБ-2026-/ })

it('cases are sorted by keyboard alone: down, topic, take, open, in any layout', limit, async () => {
  const { page, enter, assertQuiet, close } = await openPage(chrome, running)
  await enter('Специалист МЦУ')
  await lines(page).first().waitFor()
  // The first letter finds the list; places of keys count, not the letters of the layout.
  await page.keyboard.press('KeyJ')
  await page.keyboard.press('KeyT')
  const dialog = page.getByRole('dialog')
  await dialog
    .getByText(/Взять в работу/)
    .first()
    .waitFor()
  const title = await dialog.innerText()
  const number = /СБ-2026-\d+/.exec(title)?.[0] ?? ''
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await page
    .getByText(new RegExp(`${number}: взято в работу`))
    .first()
    .waitFor()
  const { items } = (await duty.get(`/cases?number=${encodeURIComponent(number)}`)).told
  assert.equal(items[0].state, 'in_work')
  // The keyboard is back on the list.
  await page.keyboard.press('KeyJ')
  await page.keyboard.press('Slash')
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'INPUT')
  await page.keyboard.press('Escape')
  assertQuiet()
  await close()
})

it(
  'filters stand in the address bar and survive a reload, the back button and being sent to a colleague',
  limit,
  async () => {
    const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
    await enter('Специалист МЦУ')
    await page.getByText('Без исполнителя').first().click()
    await page.waitForURL(/view=unassigned/)
    await go('/example/cases?view=unassigned&channel=vk')
    const shown = async () => {
      await lines(page).first().waitFor()
      return lines(page).count()
    }
    const count = await shown()
    assert.equal(count, (await duty.get('/cases?view=unassigned&channel=vk')).told.total)
    const address = page.url()
    await page.reload()
    assert.deepEqual([page.url(), await shown()], [address, count])
    await lines(page).first().click()
    await page.waitForURL(/\/cases\/[\da-f-]{36}/)
    await page.goBack()
    await page.waitForURL(address)
    assert.equal(await shown(), count)
    assertQuiet()
    await close()
  },
)

it('a view is saved under a name and found again', limit, async () => {
  const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
  await enter('Специалист МЦУ')
  await go('/example/cases?view=unassigned&channel=vk')
  await page.getByRole('button', { name: 'Мои виды' }).click()
  await page
    .getByRole('menuitem', { name: /Сохранить этот вид/ })
    .or(page.getByRole('button', { name: /Сохранить этот вид/ }))
    .first()
    .click()
  await page.getByLabel('Название вида').fill('Соцсети без исполнителя')
  await page.keyboard.press('Enter')
  await page.getByText('Вид сохранён.').waitFor()
  await go('/example/cases')
  await page.getByRole('button', { name: 'Мои виды' }).click()
  await page.getByText('Соцсети без исполнителя', { exact: true }).click()
  await page.waitForURL(/channel=vk/)
  assert.match(page.url(), /view=unassigned/)
  assertQuiet()
  await close()
})

it('a number finds its case whatever the filters say', limit, async () => {
  const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
  await enter('Специалист МЦУ')
  await go('/example/cases?view=overdue&state=closed')
  await page.getByRole('textbox', { name: 'Найти дело по номеру или словам' }).fill('СБ-2026-00003')
  await page.keyboard.press('Enter')
  await lines(page).filter({ hasText: 'СБ-2026-00003' }).waitFor()
  assert.equal(await lines(page).count(), 1)
  await page.getByText('Поиск по номеру идёт по всем делам: остальные условия не действуют.').waitFor()
  assertQuiet()
  await close()
})

it(
  'new cases do not move the list under one’s hands: it says how many, and shows them when asked',
  limit,
  async () => {
    const { page, enter, assertQuiet, close } = await openPage(chrome, running)
    await enter('Специалист МЦУ')
    await lines(page).first().waitFor()
    const first = await lines(page).first().innerText()
    await page.waitForTimeout(500)
    for (let i = 0; i < 5; i += 1) await duty.register(`${rubbish} новое ${i}`)
    const fresh = page.getByRole('button', { name: /5 новых/ })
    await fresh.waitFor()
    assert.equal(await lines(page).first().innerText(), first)
    await fresh.click()
    await page
      .getByText(/новое 4/)
      .first()
      .waitFor()
    assertQuiet()
    await close()
  },
)

it('the screens speak English when asked, and remember it', limit, async () => {
  const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
  await enter('Аналитик МЦУ')
  await go('/example/cases')
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('heading', { name: 'Cases' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Cases' }).waitFor()
  assert.equal(await page.evaluate('document.documentElement.lang'), 'en')
  await page.getByRole('button', { name: 'Язык: русский' }).click()
  await page.getByRole('heading', { name: 'Дела' }).waitFor()
  assertQuiet()
  await close()
})

it(
  'on a phone the list, a case and the sections are reachable, and nothing sticks out sideways',
  limit,
  async () => {
    const { page, enter, assertQuiet, close } = await openPage(chrome, running, 'phone')
    await enter('Специалист МЦУ')
    await page
      .getByText(/СБ-2026-/)
      .first()
      .waitFor()
    const sideways = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    assert.ok((await sideways()) <= 0, 'the list')
    await page
      .getByText(/СБ-2026-/)
      .first()
      .click()
    await page.getByRole('heading', { name: /СБ-2026-/ }).waitFor()
    assert.ok((await sideways()) <= 0, 'the case')
    await page.getByRole('button', { name: 'Ещё', exact: true }).last().click()
    await page.getByRole('dialog').getByRole('link', { name: 'Устав' }).click()
    await page.getByRole('heading', { name: 'Устав' }).first().waitFor()
    assert.ok((await sideways()) <= 0, 'the charter')
    assertQuiet()
    await close()
  },
)
