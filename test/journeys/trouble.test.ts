import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser as Chrome } from 'playwright-core'
import { type RunningApp, runningApp } from '../running-app.ts'
import { openChrome, openPage } from './open-page.ts'

let running: RunningApp
let chrome: Chrome
let id: string
let number: string

before(
  async () => {
    running = await runningApp()
    chrome = await openChrome()
    ;({ id, number } = await (await running.browser('specialist')).register('Не вывозят мусор третий день'))
  },
  { timeout: 60_000 },
)
after(async () => {
  await chrome?.close()
  await running?.close()
})

const limit = { timeout: 45_000 }

it('without the server the screen says so, and goes on when it is back', limit, async () => {
  const { page, context, enter, close } = await openPage(chrome, running)
  await enter('Специалист МЦУ')
  await page.getByText(number).first().waitFor()
  await page.waitForLoadState('networkidle').catch(() => {})
  await page.waitForTimeout(3000)
  await context.setOffline(true)
  await page.getByText(number).first().click()
  await page
    .getByText('Нет связи с сервером. Проверьте сеть и повторите.')
    .first()
    .waitFor({ timeout: 20_000 })
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Повторить' }).first().click()
  await page.getByRole('heading', { name: new RegExp(number) }).waitFor()
  await close()
})

it('a session that has ended asks to sign in and comes back to the same case', limit, async () => {
  const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
  await enter('Специалист МЦУ')
  await go(`/example/cases/${id}`)
  await page.getByRole('heading', { name: new RegExp(number) }).waitFor()
  running.clock.pass({ minutes: 61 })
  await page.reload()
  await page.waitForURL(/\/sign-in/)
  await page.getByRole('button', { name: 'Специалист МЦУ' }).first().click()
  await page.waitForURL(new RegExp(id))
  await page.getByRole('heading', { name: new RegExp(number) }).waitFor()
  assertQuiet()
  await close()
})

it('a session that ends under one’s hands leads to the sign-in, not to an error', limit, async () => {
  const { page, enter, go, close } = await openPage(chrome, running)
  await enter('Специалист МЦУ')
  await go(`/example/cases/${id}`)
  await page.getByRole('heading', { name: new RegExp(number) }).waitFor()
  running.clock.pass({ minutes: 61 })
  // The stream of news may have learnt it first, and the sign-in is already there.
  const link = page.getByRole('link', { name: 'Дела', exact: true }).first()
  await link.click({ timeout: 2000 }).catch(() => {})
  await page.waitForURL(/\/sign-in/)
  await close()
})

it(
  'a case that does not exist, a page that does not exist and a section that is not mine say what to do',
  limit,
  async () => {
    const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
    await enter('Аналитик МЦУ')
    await go('/example/cases/00000000-0000-4000-8000-000000000000')
    await page.getByText('Такого дела нет, или оно вам не открыто.').first().waitFor()
    await go('/example/nowhere')
    await page.getByText('Такой страницы нет').first().waitFor()
    await go('/nowhere/cases')
    await page.getByText('У вас нет роли в этом центре, или такого центра нет.').first().waitFor()
    await go('/example/people')
    const main = page.locator('main')
    await main
      .getByText(/роль|доступ/i)
      .first()
      .waitFor()
    assertQuiet()
    await close()
  },
)

it('a wrong password is refused in words, on the form', limit, async () => {
  const { page, go, assertQuiet, close } = await openPage(chrome, running)
  await go('/')
  await page.getByLabel('Имя для входа').fill('head')
  await page.getByLabel('Пароль', { exact: true }).fill('не тот')
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  const told = await page.getByRole('alert').innerText()
  assert.match(told, /Неверный логин или пароль: проверьте раскладку и Caps Lock\./)
  assertQuiet()
  await close()
})
