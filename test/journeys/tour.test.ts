import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser as Chrome } from 'playwright-core'
import { type RunningApp, runningApp } from '../running-app.ts'
import { openChrome, openPage } from './open-page.ts'

let running: RunningApp
let chrome: Chrome
const limit = { timeout: 60_000 }

before(async () => {
  running = await runningApp()
  chrome = await openChrome()
}, limit)
after(async () => {
  await chrome.close()
  await running.close()
}, limit)

it(
  'the first hour leads the head through their sections, waits where it was left and ends',
  limit,
  async () => {
    const { page, enter, assertQuiet, assertAccessible, close } = await openPage(chrome, running)
    await enter('Руководитель МЦУ')
    await page.getByRole('button', { name: 'Первый час' }).click()
    const panel = page.getByRole('complementary', { name: 'Первый час' })
    await panel.getByText('Все шаги').click()
    const steps = await panel.getByRole('listitem').count()
    await panel.getByRole('button', { name: 'Утверждение' }).click()
    await panel.getByRole('button', { name: 'Открыть' }).click()
    await page.waitForURL(/\/example\/cases\?.*in_review/)
    await assertAccessible('the first hour', 'aside')
    await page.reload()
    await panel.getByRole('heading', { name: 'Утверждение' }).waitFor()
    await panel.getByText('Все шаги').click()
    await panel.getByRole('listitem').last().getByRole('button').click()
    await panel.getByText(`Шаг ${steps} из ${steps}`).waitFor()
    await panel.getByRole('button', { name: 'Закончить' }).click()
    await panel.waitFor({ state: 'detached' })
    assertQuiet()
    await close()
  },
)

it('on a phone the first hour of a specialist leaves out what they may not do', limit, async () => {
  const { page, enter, assertQuiet, close } = await openPage(chrome, running, 'phone')
  await enter('Специалист МЦУ')
  await page.getByRole('button', { name: 'Ещё' }).last().click()
  await page.getByRole('button', { name: 'Первый час' }).click()
  const panel = page.getByRole('complementary', { name: 'Первый час' })
  await panel.getByText('Все шаги').click()
  const told = await panel.getByRole('listitem').allInnerTexts()
  assert.ok(told.includes('Ответ') && told.includes('Загрузка выгрузок'))
  assert.ok(!told.includes('Сотрудники') && !told.includes('Утверждение') && !told.includes('Журналы'))
  assertQuiet()
  await close()
})
