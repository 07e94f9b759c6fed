import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser as Chrome, Page } from 'playwright-core'
import type { Browser } from '../browser.ts'
import { fillWithFigures } from '../figure-cases.ts'
import { type RunningApp, runningApp } from '../running-app.ts'
import { linesOfFile, type Register } from '../table-reconciling.ts'
import { openChrome, openPage, type Size, sizes } from './open-page.ts'

let running: RunningApp
let chrome: Chrome
let head: Browser
let register: Register

before(
  async () => {
    running = await runningApp()
    chrome = await openChrome()
    head = await running.browser('head')
    const { centre, all } = await fillWithFigures(running)
    register = { head, all, zone: centre.zone, now: () => running.clock.now() }
  },
  { timeout: 60_000 },
)
after(async () => {
  await chrome?.close()
  await running?.close()
})

const limit = { timeout: 45_000 }
/** Judging five pages of figures takes its time on a busy machine. */
const longLimit = { timeout: 90_000 }
const link = (page: Page, name: string) =>
  page
    .locator('main')
    .getByRole('link', { name: new RegExp(`^${name}: `) })
    .first()
const numberOf = async (page: Page, name: string) =>
  Number(
    /: ([\d\s]+)$/.exec((await link(page, name).getAttribute('aria-label')) ?? '')?.[1]?.replace(/\s/g, ''),
  )
const found = (page: Page, count: number) => page.getByText(new RegExp(`найдено ${count} `)).waitFor()
const query = (page: Page) => new URL(page.url()).search

it(
  'the head lands on the overview, changes the period and opens a figure: the list counts the same',
  limit,
  async () => {
    const { page, enter, assertQuiet, close } = await openPage(chrome, running)
    await enter('Руководитель МЦУ')
    await page.waitForURL(/\/example\/overview/)
    await link(page, 'Поступило').waitFor()
    const week = await numberOf(page, 'Поступило')
    await page.getByRole('button', { name: '30 дней' }).click()
    await page.waitForURL(/preset=30-days/)
    await page.locator('[aria-busy="false"]').waitFor()
    const month = await numberOf(page, 'Поступило')
    assert.ok(month > week && week > 0, `${week}, ${month}`)
    await link(page, 'Поступило').click()
    await found(page, month)
    assertQuiet()
    await close()
  },
)

it('on a phone the head reaches a record from the page in two taps [D-009]', limit, async () => {
  const { page, enter, assertQuiet, close } = await openPage(chrome, running, 'phone')
  await enter('Руководитель МЦУ')
  await page.waitForURL(/\/example\/overview/)
  await page
    .getByText(/данные на \d\d\.\d\d/)
    .first()
    .waitFor()
  await link(page, 'Просрочено сейчас').tap()
  await page.waitForURL(/\/example\/cases\?/)
  await page
    .getByText(/СБ-2026-/)
    .first()
    .tap()
  await page.waitForURL(/\/example\/cases\/[\da-f-]{36}/)
  assertQuiet()
  await close()
})

it(
  'the analyst builds a table of theme by responsible body, opens a cell, and gets the same totals as a file',
  limit,
  async () => {
    const { page, enter, assertQuiet, close } = await openPage(chrome, running)
    await enter('Аналитик МЦУ')
    await page.getByRole('link', { name: 'Сводная таблица' }).click()
    await page.getByRole('button', { name: '30 дней' }).click()
    await page.getByRole('button', { name: 'Готовые таблицы' }).click()
    await page.getByRole('button', { name: 'Темы и ответственные' }).click()
    await page.waitForURL(/columns=organisation/)
    const cell = link(page, 'Дороги, Дорожный участок')
    await cell.waitFor()
    const count = await numberOf(page, 'Дороги, Дорожный участок')
    const table = page.getByRole('region', { name: 'Поступило, Группы тем × Организации' })
    const total = (await table.locator('tfoot td').last().innerText()).trim()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Выгрузить XLSX' }).click()
    assert.match((await download).suggestedFilename(), /^table-2026-11-20\.xlsx$/)
    const lines = await linesOfFile(register, `/cross-table/export.xlsx${query(page)}`)
    assert.equal(String(lines.at(-1)!.at(-1)), total)
    await cell.click()
    await found(page, count)
    await page.goBack()
    await page.getByRole('combobox', { name: 'Столбцы' }).click()
    await page.getByRole('option', { name: 'показатели', exact: true }).click()
    await page.getByRole('columnheader', { name: 'Поступило' }).waitFor()
    assert.doesNotMatch(query(page), /columns=/)
    assertQuiet()
    await close()
  },
)

it('a table is saved for everybody and opens for another person as it was [O-007]', limit, async () => {
  const analyst = await openPage(chrome, running)
  await analyst.enter('Аналитик МЦУ')
  await analyst.go(
    '/example/overview/table?preset=30-days&rows=topicGroup&columns=result&measure=received&channel=vk',
  )
  await analyst.page.getByRole('region', { name: 'Поступило, Группы тем × Результаты' }).waitFor()
  await analyst.page.getByRole('button', { name: 'Сохранённые' }).click()
  await analyst.page.getByRole('button', { name: 'Сохранить таблицу' }).click()
  const dialog = analyst.page.getByRole('dialog')
  await dialog.getByLabel('Название').fill('Итоги ВКонтакте')
  await dialog.getByLabel('Для всех, кто видит показатели').check()
  await dialog.getByRole('button', { name: 'Сохранить таблицу' }).click()
  await analyst.page.getByText('Таблица сохранена').waitFor()
  analyst.assertQuiet()
  await analyst.close()
  const curator = await openPage(chrome, running)
  await curator.enter('Куратор МЦУ')
  await curator.go('/example/overview/table')
  await curator.page.getByRole('button', { name: 'Сохранённые' }).click()
  await curator.page.getByRole('button', { name: 'Итоги ВКонтакте' }).click()
  await curator.page.waitForURL(/columns=result.*|channel=vk.*/)
  await curator.page.getByRole('region', { name: 'Поступило, Группы тем × Результаты' }).waitFor()
  assert.match(query(curator.page), /channel=vk/)
  curator.assertQuiet()
  await curator.close()
})

it(
  'the curator lands on the overview and sees in words what is worse than average, units and themes [D-017]',
  limit,
  async () => {
    const { page, enter, assertQuiet, close } = await openPage(chrome, running)
    await enter('Куратор МЦУ')
    await page.waitForURL(/\/example\/overview/)
    await page.getByRole('link', { name: 'Сводная таблица' }).click()
    await page.getByRole('button', { name: '30 дней' }).click()
    for (const [cut, weak] of [
      ['Слабые места: организации', 'Комитет имущества'],
      ['Слабые места: темы', 'Земля и имущество'],
    ] as const) {
      await page.getByRole('button', { name: 'Готовые таблицы' }).click()
      await page.getByRole('button', { name: cut }).click()
      const region = page.getByRole('region', { name: 'Хуже среднего' })
      await region.getByRole('link', { name: new RegExp(`^${weak}.*: решено 0 %, в среднем `) }).waitFor()
      await page
        .getByRole('row', { name: new RegExp(`^${weak}`) })
        .getByText('хуже среднего')
        .first()
        .waitFor()
    }
    assertQuiet()
    await close()
  },
)

it(
  'the flow of the days is drawn by theme, and a theme of the legend opens its cases [K-011]',
  limit,
  async () => {
    const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
    await enter('Руководитель МЦУ')
    await go('/example/overview?preset=30-days')
    await page.getByRole('button', { name: 'по темам' }).click()
    await page.waitForURL(/flow=themes/)
    const card = page.getByRole('region', { name: 'Поток по дням' })
    await card.getByRole('img', { name: /^Столбцы: поступило/ }).waitFor()
    const line = card.getByRole('link', { name: /^Дороги: \d+$/ })
    const count = Number(/\d+$/.exec((await line.getAttribute('aria-label'))!)![0])
    const { told } = await head.get(
      '/cross-table?preset=30-days&rows=day&columns=topicGroup&measure=received',
    )
    const place = told.columns.heads.findIndex(({ key }: { key: string }) => key === '04')
    assert.equal(told.measures[0].columns[place].count, count)
    await card.getByRole('button', { name: 'Таблица: Поток по дням' }).click()
    const days = card.getByRole('row')
    assert.equal(await days.count(), 31)
    await page.getByRole('button', { name: 'График: Поток по дням' }).click()
    await line.click()
    await found(page, count)
    assertQuiet()
    await close()
  },
)

it('the themes of a block stand with an arrow and the percent of their change [K-052]', limit, async () => {
  const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
  await enter('Руководитель МЦУ')
  await go('/example/overview?preset=7-days&sectorBlock=roads&list=topics')
  const card = page.getByRole('region', { name: 'Темы', exact: true })
  await card.getByRole('link').first().waitFor()
  const { told } = await head.get('/dashboard?preset=7-days&sectorBlock=roads')
  assert.ok(told.topics.length >= 2)
  for (const { name, count, change, changePercent, previous } of told.topics) {
    const shown = await card.getByRole('link', { name: `${name}: ${count}` }).innerText()
    const percent = Math.abs(Math.round(changePercent ?? 0))
    const expected =
      change === 0 ? '= 0 %' : previous === 0 ? '▲ новое' : `${change > 0 ? '▲' : '▼'} ${percent} %`
    assert.ok(shown.replace(/\s/g, ' ').includes(expected), `${shown} ≠ ${expected}`)
  }
  assertQuiet()
  await close()
})

it('one switch counts the administration, the organisations or all [E-041]', limit, async () => {
  const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
  await enter('Руководитель МЦУ')
  const counts: Record<string, number> = {}
  await go('/example/overview?preset=30-days')
  for (const choice of ['администрация и поселения', 'организации', 'внешние органы', 'все органы']) {
    await page.getByRole('combobox', { name: 'Органы' }).click()
    await page.getByRole('option', { name: choice, exact: true }).click()
    await page.locator('[aria-busy="false"]').waitFor()
    const { told } = await head.get(`/dashboard${query(page)}`)
    const { count } = told.measures.find(({ code }: { code: string }) => code === 'received').total
    await page
      .getByRole('link', { name: `Поступило: ${count}` })
      .first()
      .waitFor()
    counts[choice] = count
  }
  const unknown = register.all.filter(({ kind }) => kind === null).length
  assert.ok(counts['администрация и поселения']! > 0 && counts['организации']! > 0 && unknown > 0)
  assert.ok(counts['все органы']! > counts['администрация и поселения']! + counts['организации']!)
  assertQuiet()
  await close()
})

it(
  'the page of quality lists what is missing with its count, and opens it; the overview tells how fresh the data is [K-009] [K-099]',
  limit,
  async () => {
    const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
    await enter('Руководитель МЦУ')
    await go('/example/overview?preset=30-days')
    const fresh = page.getByRole('region', { name: 'Свежесть данных' })
    await fresh.getByText(/данные на 20\.11/).waitFor()
    await fresh.getByText('ВКонтакте').waitFor()
    await page.getByRole('link', { name: 'Качество данных' }).click()
    await page.waitForURL(/quality\?preset=30-days/)
    for (const name of ['Без темы', 'Без места', 'Без сути']) {
      const count = await numberOf(page, name)
      assert.ok(count > 0, name)
      await link(page, name).click()
      await found(page, count)
      await page.goBack()
      await link(page, name).waitFor()
    }
    assertQuiet()
    await close()
  },
)

for (const size of Object.keys(sizes) as Size[]) {
  it(`the table and the quality of data stand for everybody (${size})`, longLimit, async () => {
    const { page, enter, go, assertQuiet, assertAccessible, close } = await openPage(chrome, running, size)
    await enter('Руководитель МЦУ')
    for (const path of [
      '/example/overview/table?preset=30-days&rows=organisation',
      '/example/overview/table?preset=30-days&rows=topicGroup&columns=organisation&measure=received',
      '/example/overview/quality?preset=30-days',
      '/example/overview?preset=30-days&flow=themes&list=topics&table=marks',
    ]) {
      await go(path)
      await page.locator('main').getByRole('link', { name: /: \d+/ }).first().waitFor()
      await assertAccessible(path)
      const sideways = await page.evaluate<number>(`Math.max(
        document.documentElement.scrollWidth - innerWidth,
        document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth,
      )`)
      assert.ok(sideways <= 0, `${path}: ${sideways}`)
    }
    await go('/example/overview/table')
    await page.getByRole('button', { name: 'Готовые таблицы' }).click()
    await page.getByRole('button', { name: 'Темы по месяцам' }).waitFor()
    await assertAccessible('ready tables')
    assertQuiet()
    await close()
  })
}
