import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser as Chrome } from 'playwright-core'
import { type RunningApp, runningApp } from '../running-app.ts'
import { openChrome, openPage } from './open-page.ts'

let running: RunningApp
let chrome: Chrome

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

const limit = { timeout: 45_000 }

it('whoever sees no cases starts at the first section of the own role', limit, async () => {
  const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
  await enter('Администратор центра')
  await page.waitForURL(/\/example\/charter/)
  await page.getByRole('heading', { name: 'Устав' }).first().waitFor()
  assert.equal(await page.getByRole('link', { name: 'Дела', exact: true }).count(), 0)
  await go('/example/cases')
  await page.waitForURL(/\/example\/charter/)
  assertQuiet()
  await close()
})

it(
  'with a one-time password nothing is loaded and nothing can be closed before an own one is set',
  limit,
  async () => {
    const admin = await running.browser('admin')
    const { told } = await admin.post('/people', {
      login: 'new-one',
      name: 'Пахом Новобрегов',
      role: 'specialist',
    })
    const { page, go, assertQuiet, close } = await openPage(chrome, running)
    const asked = new Set<string>()
    page.on('request', (request) => asked.add(new URL(request.url()).pathname))
    await go('/')
    await page.getByLabel('Имя для входа').fill('new-one')
    await page.getByLabel('Пароль', { exact: true }).fill(told.oneTimePassword)
    await page.getByRole('button', { name: 'Войти', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Вы вошли по разовому паролю.').waitFor()
    await page.keyboard.press('Escape')
    assert.equal(await dialog.getByRole('button', { name: 'Отмена' }).count(), 0)
    await page.waitForLoadState('networkidle')
    assert.deepEqual(
      [...asked].filter((path) => path.startsWith('/api/')),
      ['/api/session'],
    )
    await dialog.getByLabel('Нынешний пароль').fill(told.oneTimePassword)
    await dialog.getByLabel('Новый пароль', { exact: true }).fill('лодка сорока берег')
    await dialog.getByLabel('Новый пароль ещё раз').fill('лодка сорока берег')
    await page.keyboard.press('Enter')
    await page.getByText('Пароль изменён.').waitFor()
    await page.getByRole('heading', { name: 'Дела' }).waitFor()
    assertQuiet()
    await close()
  },
)

it(
  'the list is of open cases, and a search by words finds closed ones from any quick view',
  limit,
  async () => {
    const duty = await running.browser('duty')
    const { id, number } = await duty.register('Спасибо за каток на площади', { topicGroup: '18' })
    const head = await running.browser('head')
    await head.command(id, 'qualify', { nature: 'gratitude' })
    await head.command(id, 'close')
    const open = await duty.register('Не вывозят мусор третий день')
    const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
    await enter('Специалист МЦУ')
    await page.getByText(open.number).waitFor()
    assert.equal(await page.getByText(number).count(), 0)
    await go('/example/cases?view=overdue')
    await page.getByRole('textbox', { name: 'Найти дело по номеру или словам' }).fill('каток')
    await page.keyboard.press('Enter')
    await page.getByText(number).waitFor()
    await page.waitForURL(/state=any/)
    await page.getByRole('button', { name: /^Все открытые/ }).click()
    await page.getByText('По этим условиям ничего не найдено').waitFor()
    await page.getByRole('button', { name: 'Показать все состояния' }).click()
    await page.getByText(number).waitFor()
    assertQuiet()
    await close()
  },
)

it('after an upgrade the page starts afresh, once, on the way to a screen that is gone', limit, async () => {
  const { page, enter, close } = await openPage(chrome, running)
  let loads = 0
  await page.route('**/app/assets/charter-screen-*.js', (route) =>
    loads > 0 ? route.continue() : route.fulfill({ status: 404, body: '' }),
  )
  await enter('Специалист МЦУ')
  await page.waitForTimeout(3000)
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads += 1
  })
  await page.getByRole('link', { name: 'Устав', exact: true }).click()
  await page.getByRole('heading', { name: 'Устав' }).first().waitFor()
  assert.equal(loads, 1)
  await close()
})
