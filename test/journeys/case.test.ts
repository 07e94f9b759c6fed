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

const pit = 'На улице Набережной у дома 4 огромная яма на дороге, объехать нельзя'

it(
  'the specialist takes a case, answers and sends for approval; the head approves, records the delivery and closes; the history tells it',
  { timeout: 60_000 },
  async () => {
    const { number } = await (await running.browser('duty')).register(pit)
    const specialist = await openPage(chrome, running)
    const { page } = specialist
    await specialist.enter('Специалист МЦУ')
    await page.getByText(number).first().click()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Взять в работу', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Взять в работу' }).click()
    await page.getByRole('button', { name: 'Подготовить ответ' }).first().click()
    await page.getByLabel('Текст ответа').fill('Яму закрыли 20 ноября, работу принял мастер участка.')
    await page.getByLabel('Итог, который сообщает ответ').first().click()
    await page.getByRole('option', { name: 'решено' }).click()
    await page.getByRole('button', { name: 'Сохранить и на утверждение' }).click()
    await page.getByText('Ответ отправлен на утверждение.').waitFor()
    await page.getByText('ответ на утверждении').first().waitFor()
    const address = page.url()
    specialist.assertQuiet()
    await specialist.close()

    const head = await openPage(chrome, running)
    await head.enter('Руководитель МЦУ')
    await head.page.goto(address)
    const press = async (command: string) => {
      await head.page.getByRole('button', { name: command, exact: true }).first().click()
      await head.page.getByRole('dialog').locator('button[type=submit]').click()
      await head.page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    await press('Утвердить ответ')
    await press('Отметить отправку ответа')
    await press('Закрыть дело')
    await head.page.getByText('закрыто').first().waitFor()
    const history = await head.page.getByRole('region', { name: 'История' }).innerText()
    for (const name of ['Клим Ночебрегов', 'Таисия Троеручейная', 'Вера Светлобережская'])
      assert.match(history, new RegExp(name))
    head.assertQuiet()
    await head.close()
  },
)

it(
  'a call is registered on the form: the machine’s proposal appears with the words, and the case opens with its number',
  { timeout: 60_000 },
  async () => {
    const duty = await openPage(chrome, running)
    const { page } = duty
    await duty.enter('Специалист МЦУ')
    await page.getByRole('link', { name: 'Новое обращение' }).first().click()
    await page.getByLabel('Канал').first().click()
    await page.getByRole('option', { name: 'телефон', exact: false }).first().click()
    await page.getByLabel('Слова заявителя').fill(pit)
    await page.getByText('Ямы и выбоины').filter({ visible: true }).first().waitFor()
    await page.getByLabel('Телефон').last().fill('+7 900 555-12-34')
    await page.getByRole('button', { name: 'Зарегистрировать', exact: true }).click()
    await page
      .getByText(/Зарегистрировано: СБ-2026-\d+/)
      .first()
      .waitFor()
    await page.waitForURL(/\/cases\/[\da-f-]+/)
    await page.getByRole('heading', { name: /СБ-2026-/ }).waitFor()
    assert.match(await page.locator('main').innerText(), /Ямы и выбоины/)
    assert.doesNotMatch(await page.locator('main').innerText(), /555-12-34/)
    duty.assertQuiet()
    await duty.close()
  },
)

it(
  'what changed meanwhile is told in a sentence, and nothing typed is lost',
  { timeout: 60_000 },
  async () => {
    const specialist = await running.browser('specialist')
    const { id } = await specialist.register(pit)
    const { page, enter, go, close } = await openPage(chrome, running)
    await enter('Специалист МЦУ')
    await go(`/example/cases/${id}`)
    await page.getByRole('button', { name: 'Ещё действия' }).click()
    await page.getByRole('button', { name: 'Перенаправить' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Другой орган, если его нет в списке').fill('Дорожный комитет области')
    await dialog.getByLabel('Причина').fill('дорога области')
    await page.route('**/events', (route) => route.abort())
    await specialist.command(id, 'set-topic', { topicGroup: '07', topic: null })
    await dialog.getByRole('button', { name: 'Перенаправить' }).click()
    const told = dialog.getByRole('alert')
    const isTold = await Promise.race([
      told.waitFor().then(() => true),
      dialog.waitFor({ state: 'hidden' }).then(() => false),
    ])
    if (isTold) {
      assert.match(await told.innerText(), /Пока вы смотрели дело, его .+ изменил/)
      assert.equal(await dialog.getByLabel('Причина').inputValue(), 'дорога области')
    } else {
      // The news of the change reached the screen first, and the command was sent for the state that stands.
      assert.equal((await specialist.card(id)).state, 'forwarded')
    }
    await close()
  },
)
