import assert from 'node:assert/strict'
import { after, before, beforeEach, it } from 'node:test'
import type { Browser as Chrome, Page } from 'playwright-core'
import { applyCharter } from '../../src/charter/index.ts'
import { addInstallationAdmin } from '../../src/people/index.ts'
import { exampleFiles, type RunningApp, runningApp } from '../running-app.ts'
import { codeOf, factorPeople, password } from '../second-factor.ts'
import { type OpenPage, openChrome, openPage, type Size, sizes } from './open-page.ts'

let running: RunningApp
let chrome: Chrome
let people: ReturnType<typeof factorPeople>

before(
  async () => {
    running = await runningApp()
    people = factorPeople(running)
    chrome = await openChrome()
  },
  { timeout: 60_000 },
)
after(async () => {
  await chrome?.close()
  await running?.close()
})
beforeEach(() => running.clock.pass({ minutes: 2 }))

const limit = { timeout: 90_000 }

async function givePassword({ page, go }: OpenPage, login: string): Promise<void> {
  await go('/sign-in')
  await page.getByLabel('Имя для входа').fill(login)
  await page.getByLabel('Пароль', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true }).first()
const openAccount = async (page: Page) => {
  await button(page, /^Учётная запись/).click()
  await button(page, 'Вход и безопасность').click()
  await page.getByRole('dialog').getByText('Открытые сеансы').waitFor()
}
/** The key as it is shown for those who type. */
const keyShown = async (page: Page) =>
  (await page.getByRole('dialog').locator('code').first().innerText()).replaceAll(/\s/g, '')
const codesShown = (page: Page) =>
  page.getByRole('list', { name: 'Резервные коды' }).locator('code').allInnerTexts()

for (const size of Object.keys(sizes) as Size[]) {
  it(
    `a person turns the second factor on, signs in by it and by a recovery code, and turns it off (${size})`,
    limit,
    async () => {
      const login = `anna-${size}`
      await people.person(login, 'specialist')
      const open = await openPage(chrome, running, size)
      const { page, assertAccessible, assertQuiet, close } = open
      const now = () => running.clock.now()
      const dialog = page.getByRole('dialog')
      await givePassword(open, login)
      await page.getByRole('heading', { name: 'Дела' }).waitFor()
      await openAccount(page)
      await assertAccessible(`account, factor off (${size})`, '[role=dialog]')
      await button(page, 'Включить второй фактор').click()
      await button(page, 'Продолжить').click()
      await dialog.getByRole('img', { name: 'QR-код с ключом второго фактора' }).waitFor()
      await assertAccessible(`the key (${size})`, '[role=dialog]')
      const key = await keyShown(page)
      await dialog.getByLabel('Код из приложения').fill('000000')
      await page.keyboard.press('Enter')
      await dialog.getByText('Код не подходит').waitFor()
      await dialog.getByLabel('Код из приложения').fill(codeOf(key, now()))
      await page.keyboard.press('Enter')
      await page.getByRole('list', { name: 'Резервные коды' }).waitFor()
      await assertAccessible(`the recovery codes (${size})`, '[role=dialog]')
      const codes = await codesShown(page)
      assert.equal(codes.length, 10)
      const download = page.waitForEvent('download')
      await dialog.getByRole('link', { name: 'Сохранить в файл' }).click()
      assert.equal((await download).suggestedFilename(), 'otklik-codes.txt')
      await page.keyboard.press('Escape')
      assert.equal(await button(page, 'Готово').isDisabled(), true)
      await dialog.getByLabel('Коды сохранены в надёжном месте').check()
      await button(page, 'Готово').click()
      await dialog.getByText('Осталось 10 резервных кодов.').waitFor()
      await assertAccessible(`account, factor on (${size})`, '[role=dialog]')
      await page.keyboard.press('Escape')

      running.clock.pass({ minutes: 1 })
      await givePassword(open, login)
      await page.getByLabel('Код из приложения').waitFor()
      await assertAccessible(`the second step (${size})`)
      await page.reload()
      await page.getByLabel('Код из приложения').fill('123123')
      await page.keyboard.press('Enter')
      await page.getByText('Код не подходит').waitFor()
      await page.getByLabel('Код из приложения').fill(codeOf(key, now()))
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Дела' }).waitFor()

      await givePassword(open, login)
      await button(page, 'Ввести резервный код').click()
      await page.getByLabel('Резервный код').fill(codes[0]!)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Дела' }).waitFor()
      await openAccount(page)
      await dialog.getByText('Осталось 9 резервных кодов.').waitFor()
      await dialog.getByText(/по резервному коду/).waitFor()
      await dialog.getByText(/перед этим 1 неверный код/).waitFor()
      running.clock.pass({ seconds: 30 })
      await button(page, 'Выключить второй фактор').click()
      await dialog.getByLabel('Пароль', { exact: true }).fill(password)
      await dialog.getByLabel('Код из приложения или резервный код').fill(codeOf(key, now()))
      await page.keyboard.press('Enter')
      await button(page, 'Включить второй фактор').waitFor()
      assertQuiet()
      await close()
    },
  )
}

it(
  'the password waits five minutes for the code; then it is asked again, with the reason',
  limit,
  async () => {
    const { key } = await people.withFactor('slow')
    const open = await openPage(chrome, running)
    const { page, assertQuiet, close } = open
    await givePassword(open, 'slow')
    await page.getByLabel('Код из приложения').waitFor()
    running.clock.pass({ minutes: 6 })
    await page.getByLabel('Код из приложения').fill(codeOf(key, running.clock.now()))
    await page.keyboard.press('Enter')
    await page.getByText('Время на код вышло').waitFor()
    await page.getByLabel('Имя для входа').waitFor()
    assertQuiet()
    await close()
  },
)

it(
  'one whose role demands it sees nothing of the centre before it is on; who manages people sees who has it and resets it',
  limit,
  async () => {
    await running.centre('strict')
    const files = exampleFiles()
    const demanded = files['charter.yaml']!.replace(
      '  - code: specialist\n',
      '  - code: specialist\n    secondFactor: true\n',
    )
    const given = { slug: 'strict', actor: 'проверка', now: running.clock.now(), isDemo: true }
    await applyCharter(running.database.db, { ...given, files: { ...files, 'charter.yaml': demanded } })
    await people.person('strict-anna', 'specialist', 'strict')
    await people.person('strict-boss', 'head', 'strict')
    for (const size of Object.keys(sizes) as Size[]) {
      const open = await openPage(chrome, running, size)
      const asked = new Set<string>()
      open.page.on('request', (request) => asked.add(new URL(request.url()).pathname))
      await givePassword(open, 'strict-anna')
      await open.page.getByRole('dialog').getByText('Нужен второй фактор').waitFor()
      await open.page.keyboard.press('Escape')
      await button(open.page, 'Выйти').waitFor()
      await open.page.waitForLoadState('networkidle')
      assert.deepEqual([...asked].filter((path) => path.startsWith('/api/')).toSorted(), [
        '/api/account',
        '/api/session',
      ])
      await open.assertAccessible(`the demand (${size})`)
      if (size === 'desk') {
        await open.close()
        continue
      }
      await button(open.page, 'Продолжить').click()
      const key = await keyShown(open.page)
      await open.page.getByLabel('Код из приложения').fill(codeOf(key, running.clock.now()))
      await open.page.keyboard.press('Enter')
      await open.page.getByLabel('Коды сохранены в надёжном месте').check()
      await button(open.page, 'Готово').click()
      await open.page.getByRole('heading', { name: 'Дела' }).waitFor()
      open.assertQuiet()
      await open.close()
    }
    const boss = await openPage(chrome, running)
    const { page } = boss
    await givePassword(boss, 'strict-boss')
    await page.waitForURL(/\/app\/strict\//)
    await boss.go('/strict/people')
    await page.getByText('strict-anna').first().waitFor()
    const row = page.getByRole('row').filter({ hasText: 'strict-anna' })
    await row.getByText('второй фактор', { exact: true }).waitFor()
    await boss.assertAccessible('people with second factors')
    await row.getByRole('button', { name: /^Действия/ }).click()
    await page.getByRole('menuitem', { name: 'Сбросить второй фактор' }).click()
    await boss.assertAccessible('the reset of a factor', '[role=dialog]')
    await page.getByLabel('Причина').fill('Потерян телефон')
    await button(page, 'Сбросить второй фактор').click()
    await row.getByText('нет второго фактора').waitFor()
    await boss.go('/strict/people?part=roles')
    await page.getByText('обязателен').first().waitFor()
    await boss.assertAccessible('roles with a demand')
    await boss.go('/strict/journal')
    await page.getByText('Сброшен второй фактор').first().waitFor()
    await page.getByText('Потерян телефон').first().waitFor()
    boss.assertQuiet()
    await boss.close()
  },
)

it('an installation administrator resets a lost factor and reads of it in the journal', limit, async () => {
  await people.withFactor('loser')
  await addInstallationAdmin(running.database.db, running.clock.now(), { login: 'keeper', password })
  const open = await openPage(chrome, running)
  const { page, assertQuiet, close } = open
  await givePassword(open, 'keeper')
  await page.waitForURL(/\/installation/)
  await open.go('/installation?part=accounts')
  const row = page.getByRole('row').filter({ hasText: 'loser' })
  await row.getByText('второй фактор', { exact: true }).waitFor()
  await row.getByRole('button', { name: /^Действия/ }).click()
  await page.getByRole('menuitem', { name: 'Сбросить второй фактор' }).click()
  await page.getByLabel('Причина').fill('Потерян телефон')
  await button(page, 'Сбросить второй фактор').click()
  await row.getByText('второй фактор', { exact: true }).waitFor({ state: 'detached' })
  await open.go('/installation?part=journal')
  await page
    .getByText(/причина: Потерян телефон/)
    .first()
    .waitFor()
  assertQuiet()
  await close()
})

it(
  'the language follows the person to another computer, and a choice made at the door becomes theirs',
  limit,
  async () => {
    await people.person('polyglot', 'specialist')
    const first = await openPage(chrome, running)
    await givePassword(first, 'polyglot')
    await first.page.getByRole('heading', { name: 'Дела' }).waitFor()
    const saved = first.page.waitForResponse((response) => response.url().endsWith('/api/language'))
    await button(first.page, 'Language: English').click()
    await first.page.getByRole('heading', { name: 'Cases' }).waitFor()
    assert.equal((await saved).status(), 200)
    const second = await openPage(chrome, running)
    await givePassword(second, 'polyglot')
    await second.page.getByRole('heading', { name: 'Cases' }).waitFor()
    const third = await openPage(chrome, running)
    await third.go('/sign-in')
    await button(third.page, 'English').click()
    await button(third.page, 'Русский').click()
    await third.page.getByLabel('Имя для входа').fill('polyglot')
    await third.page.getByLabel('Пароль', { exact: true }).fill(password)
    await third.page.keyboard.press('Enter')
    await third.page.getByRole('heading', { name: 'Дела' }).waitFor()
    await second.page.reload()
    await second.page.getByRole('heading', { name: 'Дела' }).waitFor()
    for (const one of [first, second, third]) {
      one.assertQuiet()
      await one.close()
    }
  },
)
