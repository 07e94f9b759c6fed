import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser as Chrome, Page } from 'playwright-core'
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

const pit = 'На улице Набережной у дома 4 огромная яма на дороге, объехать нельзя'

async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('link', { name: 'Новое обращение' }).first().click()
  await page.getByLabel('Канал').first().click()
  await page.getByRole('option', { name: 'телефон', exact: false }).first().click()
  await page.getByLabel('Слова заявителя').fill(text)
}

it(
  'while a call is typed the case that tells of the same is offered, and the call is joined to it instead of becoming work once more',
  { timeout: 60_000 },
  async () => {
    const { id, number } = await (await running.browser('duty')).register(pit)
    const specialist = await openPage(chrome, running)
    const { page } = specialist
    await specialist.enter('Специалист МЦУ')
    await type(page, 'Набережная 4, пробил колесо в яме на дороге')
    const near = page.getByRole('region', { name: 'Похожие дела' })
    await near.getByText(number).waitFor()
    assert.match(await near.innerText(), /тот же адрес · .*тема · совпада/)
    await specialist.assertAccessible('new case with near cases')
    await near.getByRole('button', { name: `Присоединить к делу: ${number}` }).click()
    const dialog = page.getByRole('dialog')
    await specialist.assertAccessible('joining a new case', '[role=dialog]')
    await dialog.getByRole('button', { name: 'Зарегистрировать и присоединить' }).click()
    await page.waitForURL(new RegExp(`/cases/${id}`))
    await page.getByText('2 голоса').first().waitFor()
    await page.getByText(/Зарегистрировано: СБ-2026-\d+, присоединено как повтор/).waitFor()
    specialist.assertQuiet()
    await specialist.close()
  },
)

it(
  'in the case a near one is told to be another problem, another is joined here',
  { timeout: 60_000 },
  async () => {
    const api = await running.browser('specialist')
    const lamps = 'На улице Рыбацкой у дома 3 не горят фонари, темно вечером'
    const first = await api.register(lamps)
    const other = await api.register('Рыбацкая 3, фонарь светит в окна, темно в комнате не бывает, фонари')
    const repeat = await api.register(`${lamps}, страшно ходить`)
    const specialist = await openPage(chrome, running)
    const { page } = specialist
    await specialist.enter('Специалист МЦУ')
    await specialist.go(`/example/cases/${first.id}`)
    const near = page.getByRole('region', { name: 'Похожие дела' })
    await near.getByText(repeat.number).waitFor()
    await specialist.assertAccessible('a case with near cases')
    await near.getByRole('button', { name: `Не повтор: ${other.number}` }).click()
    await page.getByText(`${other.number}: отмечено, что это другая проблема`).waitFor()
    await near.getByText(other.number).waitFor({ state: 'detached' })
    await page.getByRole('region', { name: 'История' }).getByText(other.number).waitFor()
    await near.getByRole('button', { name: `Присоединить сюда: ${repeat.number}` }).click()
    const dialog = page.getByRole('dialog')
    assert.equal(await dialog.getByLabel(/номер/i).inputValue(), first.number)
    await dialog.getByText('не горят фонари').last().waitFor()
    await dialog.locator('button[type=submit]').click()
    await dialog.waitFor({ state: 'hidden' })
    assert.equal((await api.card(first.id)).voices, 2)
    assert.equal((await api.card(repeat.id)).joinedInto?.id, first.id)
    specialist.assertQuiet()
    await specialist.close()
  },
)

it(
  'on a narrow screen the near cases are one tap below the text and hold WCAG 2.2 AA',
  { timeout: 60_000 },
  async () => {
    const { number } = await (
      await running.browser('duty')
    ).register('На улице Парковой у дома 2 упало дерево на провода')
    const specialist = await openPage(chrome, running, 'phone')
    const { page } = specialist
    await specialist.enter('Специалист МЦУ')
    await specialist.go('/example/new')
    await page.getByLabel('Канал').first().click()
    await page.getByRole('option', { name: 'телефон', exact: false }).first().click()
    await page.getByLabel('Слова заявителя').fill('Парковая 2, дерево упало, провода висят')
    await page.getByRole('link', { name: /похож/ }).click()
    await page.getByRole('link', { name: `Открыть дело ${number} в новой вкладке` }).waitFor()
    await specialist.assertAccessible('new case with near cases (phone)')
    const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    assert.equal(sideways, 0)
    specialist.assertQuiet()
    await specialist.close()
  },
)
