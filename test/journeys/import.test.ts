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

const csv = [
  'ID;Дата создания;Текст инцидента;Группа тем;Тема;Источник',
  ...Array.from(
    { length: 30 },
    (_, i) =>
      `${9000 + i};19.11.2026 10:15:00;На улице Набережной у дома ${i + 2} яма на дороге;Дороги;Ямы и выбоины;ВКонтакте`,
  ),
  '9100;19.11.2026 10:15:00;Когда откроют каток?;Непонятная группа;Странная тема;ВКонтакте',
  '9101;19.11.2026 10:15:00;;Дороги;Ямы и выбоины;ВКонтакте',
].join('\r\n')

it(
  'a dropped export is checked and shown before anything is imported, then imported, shown in the list, and undone',
  { timeout: 60_000 },
  async () => {
    const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
    await enter('Специалист МЦУ')
    await go('/example/import')
    const input = page.locator('input[type=file]')
    await input.waitFor({ state: 'attached' })
    // A file dropped by the mouse: the same event as from the desktop.
    const data = await page.evaluateHandle(`(() => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([${JSON.stringify(csv)}], 'инциденты.csv', { type: 'text/csv' }))
        return transfer
      })()`)
    await page.getByText('Перетащите выгрузку сюда или').first().dispatchEvent('drop', { dataTransfer: data })
    await page.getByText('Как понят файл').waitFor()
    const main = page.locator('main')
    assert.match(await main.innerText(), /Инцидент Менеджмент/)
    await page.getByText('Как станут делами первые строки').waitFor()
    await page.getByText('Странная тема').first().waitFor()
    const specialist = await running.browser('specialist')
    assert.equal((await specialist.get('/cases')).told.total, 0)
    await page.getByRole('button', { name: /^Загрузить \d+ строк/ }).click()
    await page.getByText('выполнен', { exact: true }).first().waitFor({ timeout: 20_000 })
    assert.equal((await specialist.get('/cases')).told.total, 31)
    assert.match(await main.innerText(), /31/)
    await page
      .getByRole('button', { name: /Отменить загрузку/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('button[type=submit]').click()
    await dialog.waitFor({ state: 'hidden' })
    assert.equal((await specialist.get('/cases')).told.total, 0)
    assertQuiet()
    await close()
  },
)

it('a file that is no export is refused in a sentence', { timeout: 45_000 }, async () => {
  const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
  await enter('Специалист МЦУ')
  await go('/example/import')
  const buffer = Buffer.from('просто текст')
  await page.locator('input[type=file]').setInputFiles({ name: 'письмо.csv', mimeType: 'text/csv', buffer })
  const told = await page.getByRole('alert').first().innerText()
  assert.match(told, /[а-я].*\./)
  assertQuiet()
  await close()
})
