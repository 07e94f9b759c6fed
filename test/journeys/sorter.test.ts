import { after, before, it } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser as Chrome } from 'playwright-core'
import { loadCentre } from '../../src/charter/index.ts'
import { labelledHistory, saidOf } from '../labelled-history.ts'
import { type RunningApp, runningApp } from '../running-app.ts'
import { openChrome, openPage, type Size, sizes } from './open-page.ts'

let running: RunningApp
let chrome: Chrome
const limit = { timeout: 90_000 }
const spring = Temporal.Instant.from('2026-10-01T06:00:00Z')

before(
  async () => {
    running = await runningApp()
    chrome = await openChrome()
  },
  { timeout: 60_000 },
)
after(async () => {
  await chrome?.close()
  await running?.close()
})

it('a new centre is told what sorts it and how far it is to learning', limit, async () => {
  for (const size of Object.keys(sizes) as Size[]) {
    const { page, enter, go, assertQuiet, assertAccessible, close } = await openPage(chrome, running, size)
    await enter('Руководитель МЦУ')
    await go('/example/sorter')
    await page.getByText('Темы определяются по словам', { exact: true }).waitFor()
    await page.getByText('Дел с темой от людей: 0 из 300').waitFor()
    assert.ok(await page.getByRole('button', { name: 'Обучить' }).isDisabled())
    await assertAccessible(`sorter of a new centre (${size})`)
    assertQuiet()
    await close()
  }
})

it(
  'the head trains the sorter, reads the verdict, puts it to work, sees it sort, and goes back',
  limit,
  async () => {
    const centre = await loadCentre(running.database.db, 'example')
    const place = { db: running.database.db, centre, vault: running.vault }
    await labelledHistory(place, { count: 320, since: spring })
    const { page, enter, go, assertQuiet, assertAccessible, close } = await openPage(chrome, running)
    await enter('Руководитель МЦУ')
    await page.getByRole('link', { name: 'Сортировка' }).click()
    await page.getByText('Дел с темой от людей: 320. Этого достаточно для обучения.').waitFor()
    await page.getByRole('button', { name: 'Обучить' }).click()
    await page.getByRole('list', { name: 'Ход обучения' }).waitFor()
    await page.getByText(/^Модель точнее: верную группу она называет первой/).waitFor({ timeout: 30_000 })
    await page.getByRole('table', { name: 'Сравнение' }).waitFor()
    await assertAccessible('sorter with a candidate')

    await page.getByRole('button', { name: 'Ввести в работу' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ввести в работу' }).click()
    await page.getByText(/темы определяет модель, в работе с/).waitFor()
    await page.getByRole('link', { name: /^Дороги: дела этих дней/ }).click()
    await page.waitForURL(/cases\?.*topicGroup=04/)

    await go('/example/new')
    await page.getByLabel('Канал').first().click()
    await page.getByRole('option', { name: 'телефон', exact: false }).first().click()
    await page.getByLabel('Слова заявителя').fill(saidOf('02', 4001))
    await page
      .getByText(/уверенность в группе \d+ %, в теме \d+ % · по словам: /)
      .first()
      .waitFor()

    await go('/example/sorter')
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click()
    await assertAccessible('sorter, going back')
    await page.getByRole('button', { name: /Сортировка по словам/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Вернуть' }).click()
    await page.getByText('темы определяются по словам каталога').waitFor()
    await page.getByText('была в работе').waitFor()
    await go('/example/journal')
    await page.getByText('Возвращена прежняя сортировка', { exact: true }).waitFor()
    assertQuiet()
    await close()
  },
)

it(
  'who may not manage the sorter reads its figures on a telephone, and is offered nothing to press',
  limit,
  async () => {
    const { page, enter, go, assertQuiet, assertAccessible, close } = await openPage(chrome, running, 'phone')
    await enter('Специалист МЦУ')
    await go('/example/sorter')
    await page.getByText('Обученные модели').waitFor()
    assert.equal(
      await page
        .getByRole('main')
        .getByRole('button', { name: /Обучить|Ввести|^Вернуть/ })
        .count(),
      0,
    )
    await assertAccessible('sorter (phone)')
    const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    assert.equal(sideways, 0)
    assertQuiet()
    await close()
  },
)
