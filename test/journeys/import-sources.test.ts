import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser as Chrome } from 'playwright-core'
import { writeXlsx } from '../../src/platform/sheets/index.ts'
import { type RunningApp, runningApp } from '../running-app.ts'
import { openChrome, openPage, type Size } from './open-page.ts'

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

/** A register of three types of calls with a title and a header of two rows, as duty services write it. */
async function register(): Promise<Buffer> {
  const types = ['Порыв водопровода', 'ДТП', 'Запах газа']
  const lines = Array.from({ length: 30 }, (_, i) => [
    `112-${i}`,
    `${String(1 + (i % 15)).padStart(2, '0')}.11.2026`,
    '10:15:00',
    'ул. Набережная, 4',
    'Светлобережский округ',
    types[i % 3]!,
    i % 2 ? 'Сообщил прохожий' : null,
    i % 4 ? 'Устранено' : 'Передано',
  ])
  const rows = [
    ['Журнал вызовов ЕДДС'],
    ['№ карточки', 'Вызов', null, 'Место', null, 'Происшествие', null, 'Результат'],
    [null, 'Дата', 'Время', 'Адрес', 'Район', 'Тип', 'Описание', null],
    ...lines,
  ]
  const parts: Uint8Array[] = []
  for await (const part of writeXlsx(rows, { sheetName: 'Вызовы' })) parts.push(part)
  return Buffer.concat(parts)
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

it(
  'a duty officer adds a card of a 112 call and imports the list of calls; the statistics tell their types [K-053]',
  { timeout: 120_000 },
  async () => {
    const { page, enter, go, assertQuiet, assertAccessible, close } = await openPage(chrome, running)
    await enter('Дежурный ЕДДС')
    await go('/example/new')
    await page.getByLabel('Канал').first().click()
    await page.getByRole('option', { name: 'ЕДДС (112)' }).click()
    await page
      .getByLabel('Слова заявителя')
      .fill('На улице Набережной у дома 4 упало дерево, лежит на дороге')
    await page.getByRole('button', { name: 'Зарегистрировать' }).first().click()
    await page.waitForURL(/\/cases\/[0-9a-f-]+/)

    await go('/example/import')
    const file = { name: 'вызовы.xlsx', mimeType: xlsx, buffer: await register() }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('Какие звонки станут делами').waitFor()
    await page.getByText('10 звонков станут делами, 20 только посчитаем').waitFor()
    await assertAccessible('check of a register')
    await page.getByRole('button', { name: /^Загрузить 30 строк/ }).click()
    await page.getByText('выполнен', { exact: true }).first().waitFor({ timeout: 30_000 })
    const counts = await page.locator('dl').first().innerText()
    assert.match(counts, /новых дел\s+10/)
    assert.match(counts, /только посчитано\s+20/)

    await page.getByRole('link', { name: 'Звонки 112 по типам и дням' }).click()
    const table = page.getByRole('region', { name: 'По типам и дням' }).last()
    await table.waitFor()
    const told = (await table.innerText()).replaceAll(/\s+/g, ' ')
    assert.match(told, /Порыв водопровода 10 10/)
    assert.match(told, /ДТП 10 —/)
    assert.match(told, /заведены вручную 1 1/)
    assert.match(told, /Всего 31 11/)
    assertQuiet()
    await close()
  },
)

it(
  'the figures of calls hold WCAG 2.2 AA, wide and narrow, and open their cases',
  { timeout: 90_000 },
  async () => {
    for (const size of ['desk', 'phone'] satisfies Size[]) {
      const { page, enter, go, assertQuiet, assertAccessible, close } = await openPage(chrome, running, size)
      await enter('Руководитель МЦУ')
      await go('/example/calls')
      await page.getByText('Порыв водопровода').first().waitFor()
      await assertAccessible(`calls (${size})`)
      if (size === 'desk') {
        await page.getByRole('link', { name: '11', exact: true }).click()
        await page.waitForURL(/\/cases\?.*channel=call112/)
        await page.getByText('найдено 11 дел').first().waitFor()
      }
      assertQuiet()
      await close()
    }
  },
)

it(
  'a table that nobody knows is explained once on the screen, imported, recognised the next time, changed and forgotten',
  { timeout: 120_000 },
  async () => {
    const { page, enter, go, assertQuiet, assertAccessible, close } = await openPage(chrome, running)
    const csv = [
      'Когда пришли;Что случилось;Куда;Кто',
      ...Array.from(
        { length: 5 },
        (_, i) => `0${i + 1}.11.2026;Не горит фонарь, случай ${i};Набережная, ${i + 1};жительница`,
      ),
    ].join('\r\n')
    const file = { name: 'тетрадь.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
    await enter('Специалист МЦУ')
    await go('/example/import')
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('Что в столбцах этой таблицы').waitFor()
    const keep = page.getByRole('button', { name: 'Сохранить и показать дела' })
    assert.ok(await keep.isDisabled())
    await assertAccessible('an unknown table')
    const choose = async (label: string, option: RegExp) => {
      await page.getByLabel(label).first().click()
      await page.getByRole('option', { name: option }).first().click()
    }
    await page.getByLabel('Название таблицы').fill('Тетрадь приёмной')
    await choose('Канал', /^телефон$/)
    await choose('Что в нём: Когда пришли', /^Поступило/)
    await choose('Что в нём: Что случилось', /^Текст/)
    await keep.click()
    await page.getByText('Как станут делами первые строки').waitFor()
    await page.getByRole('button', { name: /^Загрузить 5 строк/ }).click()
    await page.getByText('выполнен', { exact: true }).first().waitFor({ timeout: 30_000 })

    await go('/example/import')
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('Как станут делами первые строки').waitFor()
    assert.match(await page.locator('main').innerText(), /Тетрадь приёмной · CSV/)
    assert.equal(await page.getByText('без изменений').count(), 5)
    await page.getByRole('button', { name: 'Не загружать' }).click()

    await page.getByRole('button', { name: 'Изменить: Тетрадь приёмной' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Название таблицы').fill('Журнал приёмной')
    await assertAccessible('a saved table', '[role=dialog]')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByRole('button', { name: 'Забыть: Журнал приёмной' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Забыть' }).click()
    await page.getByRole('heading', { name: 'Свои таблицы' }).waitFor({ state: 'detached' })
    assertQuiet()
    await close()
  },
)
