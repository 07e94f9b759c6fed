import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser as Chrome, Page } from 'playwright-core'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'
import { openChrome, openPage } from './open-page.ts'

let running: RunningApp
let chrome: Chrome
let head: Browser

const texts = [
  'На улице Набережной у дома 4 огромная яма на дороге, объехать нельзя',
  'Не вывозят мусор, контейнеры переполнены третий день',
  'Холодные батареи, отопления нет вторые сутки',
]

before(
  async () => {
    running = await runningApp()
    chrome = await openChrome()
    head = await running.browser('head')
    const duty = await running.browser('duty')
    for (let i = 0; i < 12; i += 1) {
      await duty.register(`${texts[i % 3]} ${i}`, { channel: i % 3 ? 'phone' : 'vk' })
      running.clock.pass({ minutes: 1 })
    }
  },
  { timeout: 60_000 },
)
after(async () => {
  await chrome?.close()
  await running?.close()
})

const limit = { timeout: 45_000 }
/** Judging a page of two hundred figures three times takes its time on a busy machine. */
const longLimit = { timeout: 90_000 }
const tile = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(`^${name}: `) }).first()
const shownNumber = async (page: Page, name: string) =>
  Number(/: (\d+)$/.exec((await tile(page, name).getAttribute('aria-label')) ?? '')?.[1])

it(
  'every figure of the overview, in charts and in tables, opens exactly the cases it counts',
  limit,
  async () => {
    const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
    await enter('Руководитель МЦУ')
    await page.waitForURL(/\/example\/overview/)
    await tile(page, 'Поступило').waitFor()
    const links = async () =>
      page.locator('main a[href*="/cases?"]').evaluateAll((all) =>
        all.map((link) => ({
          query: new URL((link as unknown as { href: string }).href).search,
          name: link.getAttribute('aria-label') ?? '',
        })),
      )
    const drawn = await links()
    await go(
      '/example/overview?table=flow&table=answers&table=topics&table=blocks&table=overdue&table=outcomes',
    )
    await page.getByRole('table', { name: 'Все показатели и как они считаются' }).waitFor()
    await page.getByRole('columnheader', { name: 'ВКонтакте' }).waitFor()
    let counted = 0
    for (const { query, name } of [...drawn, ...(await links())]) {
      // Shares and hours open their cases too, but do not tell how many.
      const told = / из (\d+)$/.exec(name) ?? /: (\d+)$/.exec(name)
      if (told === null) continue
      const list = await head.get(`/cases${query}`)
      assert.equal(list.told.total, Number(told[1]), `${name} → ${query}`)
      counted += 1
    }
    assert.ok(counted > 30, `${counted} figures`)
    await tile(page, 'Поступило').click()
    await page.getByText('найдено 12 дел').waitFor()
    assertQuiet()
    await close()
  },
)

it('a bar of the chart opens the cases of its day and channel', limit, async () => {
  const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
  await enter('Руководитель МЦУ')
  await go('/example/overview?preset=today&channel=vk')
  await page
    .getByRole('img', { name: /^Столбцы: поступило 4/ })
    .locator('path[fill="#8fbcc7"]')
    .first()
    .click()
  await page.waitForURL(/\/cases\?.*receivedFrom=2026-11-20/)
  await page.getByText('найдено 4 дела').waitFor()
  assertQuiet()
  await close()
})

it('period, filters and tables stand in the address bar and survive a reload', limit, async () => {
  const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
  await enter('Руководитель МЦУ')
  await go('/example/overview')
  await page.getByRole('button', { name: 'прошлая неделя' }).click()
  await page.waitForURL(/preset=last-week/)
  await go('/example/overview?channel=vk')
  assert.equal(await shownNumber(page, 'Поступило'), 4)
  await page.getByRole('button', { name: 'Таблица: Поток по дням' }).click()
  await page.waitForURL(/table=flow/)
  await page.reload()
  await page.getByRole('button', { name: 'График: Поток по дням' }).waitFor()
  await page.getByRole('button', { name: 'Убрать условие: Канал' }).click()
  await page.getByRole('link', { name: 'Поступило: 12' }).first().waitFor()
  await page.getByLabel('С', { exact: true }).fill('2026-11-21')
  await page.getByText('Период кончается раньше, чем начинается').waitFor()
  assertQuiet()
  await close()
})

it(
  'figures are fresh within five seconds of a new case, and the chart is not drawn from nothing',
  limit,
  async () => {
    const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
    await enter('Руководитель МЦУ')
    await go('/example/overview?preset=today')
    const chart = page.getByRole('img', { name: /^Столбцы: поступило/ })
    await chart.locator('svg').evaluate((svg) => svg.setAttribute('data-first', 'yes'))
    await page.evaluate(`new MutationObserver(() => {
      if (document.querySelector('main [role="status"]') !== null) document.body.dataset.blinked = 'yes'
    }).observe(document.body, { childList: true, subtree: true })`)
    const before = await shownNumber(page, 'Поступило')
    // The stream of news stands a moment after the screen does.
    await page.waitForTimeout(500)
    const duty = await running.browser('duty')
    await duty.register('Не горит фонарь у школы')
    await page
      .getByRole('link', { name: `Поступило: ${before + 1}` })
      .first()
      .waitFor({ timeout: 5000 })
    assert.equal(await chart.locator('svg[data-first]').count(), 1)
    assert.equal(await page.evaluate("document.body.dataset.blinked ?? 'no'"), 'no')
    assertQuiet()
    await close()
  },
)

for (const size of ['desk', 'phone'] as const) {
  it(
    `the overview stands for everybody (${size}), with its conditions and tables open`,
    longLimit,
    async () => {
      const { page, enter, go, assertQuiet, assertAccessible, close } = await openPage(chrome, running, size)
      await enter('Руководитель МЦУ')
      for (const path of ['/example/overview', '/example/overview?table=flow&table=topics&table=answers']) {
        await go(path)
        await tile(page, 'Поступило').waitFor()
        await assertAccessible(path)
        const sideways = await page.evaluate<number>(`Math.max(
        document.documentElement.scrollWidth - innerWidth,
        document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth,
      )`)
        assert.ok(sideways <= 0, `${path}: ${sideways}`)
      }
      await page.getByRole('button', { name: 'Условия' }).click()
      await page.getByLabel('Отраслевой блок').first().waitFor()
      await assertAccessible('conditions')
      assertQuiet()
      await close()
    },
  )
}

it(
  'who may not see figures has no overview; the head of a block is told what is counted',
  limit,
  async () => {
    const worker = await openPage(chrome, running)
    await worker.enter('Специалист отраслевого блока')
    await worker.page.getByRole('link', { name: 'Дела', exact: true }).waitFor()
    assert.equal(await worker.page.getByRole('link', { name: 'Обзор', exact: true }).count(), 0)
    await worker.close()
    const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
    await enter('Руководитель отраслевого блока')
    await go('/example/overview')
    await page.getByText('Считаются дела в пределах вашего доступа').waitFor()
    assertQuiet()
    await close()
  },
)
