import { after, before, it } from 'node:test'
import type { Browser as Chrome, Page } from 'playwright-core'
import { commandNames } from '../../src/cases/contract.ts'
import { addInstallationAdmin } from '../../src/people/index.ts'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'
import { type OpenPage, openChrome, openPage, type Size, sizes } from './open-page.ts'

let running: RunningApp
let chrome: Chrome
let head: Browser
const pages = {} as Record<Size, OpenPage>
const ids = { fresh: '', taken: '', answered: '' }
const password = 'три жёлтых трамвая у реки'
const limit = { timeout: 90_000 }

before(
  async () => {
    running = await runningApp()
    chrome = await openChrome()
    head = await running.browser('head')
    const specialist = await running.browser('specialist')
    const pit = 'На улице Набережной у дома 4 огромная яма на дороге, объехать нельзя'
    const contacts = { name: 'Плёсова Мария', phone: '+7 900 555-12-34' }
    ids.fresh = (await specialist.register(pit, { channel: 'paper', subtype: 'complaint', contacts })).id
    ids.taken = (await specialist.register('Не вывозят мусор третий день', { channel: 'vk' })).id
    await head.command(ids.taken, 'take')
    await head.command(ids.taken, 'note', { text: 'Перезвонить диспетчеру' })
    ids.answered = (await specialist.register(pit)).id
    await specialist.command(ids.answered, 'take')
    const { madeId: answerId } = await specialist.command(ids.answered, 'draft-answer', {
      text: 'Яму закрыли 20 ноября.',
      outcome: 'solved',
    })
    await specialist.command(ids.answered, 'submit-answer', { answerId })
    await head.post(`/cases/${ids.fresh}/reveal`, { fields: ['words'], purpose: 'подготовка ответа' })
    await addInstallationAdmin(running.database.db, running.clock.now(), { login: 'keeper', password })
    for (const size of Object.keys(sizes) as Size[]) {
      pages[size] = await openPage(chrome, running, size)
      await pages[size].enter('Руководитель МЦУ')
    }
  },
  { timeout: 90_000 },
)
after(async () => {
  await chrome?.close()
  await running?.close()
})

/** Judges a screen in both sizes: as it opens, then with each of its dialogs. */
async function judge(
  path: string,
  ready: (page: Page) => Promise<unknown>,
  dialogs: Record<string, (page: Page, size: Size) => Promise<unknown>> = {},
): Promise<void> {
  for (const [size, { page, go, assertAccessible, assertQuiet }] of Object.entries(pages) as [
    Size,
    OpenPage,
  ][]) {
    await go(path)
    await ready(page)
    await assertAccessible(`${path} (${size})`)
    for (const [name, open] of Object.entries(dialogs)) {
      await go(path)
      await ready(page)
      await open(page, size)
      await assertAccessible(`${path}, ${name} (${size})`)
    }
    assertQuiet()
  }
}

const heading = (name: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { name }).first().waitFor()
const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click()
const dialogShown = (page: Page) => page.getByRole('dialog').first().waitFor()

it('the sign-in holds WCAG 2.2 AA', limit, async () => {
  for (const size of Object.keys(sizes) as Size[]) {
    const { page, go, assertAccessible, assertQuiet, close } = await openPage(chrome, running, size)
    await go('/sign-in')
    await page.getByRole('button', { name: 'Руководитель МЦУ' }).waitFor()
    await assertAccessible(`sign-in (${size})`)
    assertQuiet()
    await close()
  }
})

it('the worklist holds WCAG 2.2 AA with its conditions, views, keys and a command open', limit, () =>
  judge(
    '/example/cases',
    (page) =>
      page
        .getByText(/СБ-2026-/)
        .first()
        .waitFor(),
    {
      conditions: press(/^Условия/),
      views: press('Мои виды'),
      account: press(/^Учётная запись/),
      command: async (page, size) => {
        if (size === 'phone') return
        await page.keyboard.press('KeyA')
        await dialogShown(page)
      },
    },
  ),
)

it('an empty worklist holds WCAG 2.2 AA and says what to do', limit, () =>
  judge('/example/cases?view=overdue', (page) => page.getByText('Просроченных нет').first().waitFor()),
)

it('a fresh case holds WCAG 2.2 AA with the looking at personal data open', limit, () =>
  judge(`/example/cases/${ids.fresh}`, heading(/ОГ-/), {
    actions: press('Ещё действия'),
    reveal: async (page) => {
      await press('Показать полностью')(page)
      await dialogShown(page)
    },
  }),
)

it('a case with an answer in review holds WCAG 2.2 AA', limit, () =>
  judge(`/example/cases/${ids.answered}`, heading(/СБ-/), {
    approve: async (page) => {
      await press('Утвердить ответ')(page)
      await dialogShown(page)
    },
  }),
)

it('the answer under the pen holds WCAG 2.2 AA', limit, () =>
  judge(`/example/cases/${ids.taken}`, heading(/СБ-/), {
    editor: async (page) => {
      await press('Подготовить ответ')(page)
      await page.getByLabel('Текст ответа').waitFor()
    },
  }),
)

it('every command’s dialog holds WCAG 2.2 AA', { timeout: 150_000 }, async () => {
  const card = await head.card(ids.taken)
  const commands = card.allowed.filter(({ allowed, command }) => allowed && command !== 'draft-answer')
  for (const [size, { page, go, assertAccessible, assertQuiet }] of Object.entries(pages) as [
    Size,
    OpenPage,
  ][]) {
    await go(`/example/cases/${ids.taken}`)
    await heading(/СБ-/)(page)
    for (const { command } of commands) {
      await press('Ещё действия')(page)
      const list = page.getByRole('group', { name: 'Ещё действия' })
      await list.getByRole('button', { name: commandNames[command], exact: true }).click()
      await dialogShown(page)
      await page.getByRole('dialog').locator('form, input').first().waitFor({ state: 'attached' })
      await assertAccessible(`${command} (${size})`, '[role=dialog]')
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    assertQuiet()
  }
})

it('the form of a new case holds WCAG 2.2 AA, empty and with a proposal', limit, () =>
  judge('/example/new', heading('Новое обращение'), {
    proposal: async (page) => {
      await page.getByLabel('Канал').first().click()
      await page.getByRole('option', { name: 'телефон' }).first().click()
      await page.getByLabel('Слова заявителя').fill('На улице Набережной у дома 4 огромная яма на дороге')
      await page.getByText('Ямы и выбоины').filter({ visible: true }).first().waitFor()
    },
  }),
)

it('the import holds WCAG 2.2 AA, before and after a file is understood', limit, () =>
  judge('/example/import', heading('Загрузка выгрузок'), {
    check: async (page) => {
      const csv = [
        'ID;Дата создания;Текст инцидента;Группа тем;Тема;Источник',
        '1;19.11.2026 10:15:00;Яма на Набережной;Непонятная группа;Странная тема;ВКонтакте',
        '2;19.11.2026 10:15:00;;Дороги;Ямы и выбоины;ВКонтакте',
      ].join('\r\n')
      const file = { name: 'инциденты.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByText('Как станут делами первые строки').waitFor()
    },
  }),
)

it('the charter holds WCAG 2.2 AA: values with clauses, editions, an edition being made', limit, async () => {
  await judge('/example/charter', heading('Устав'))
  await judge('/example/charter?part=norms', heading('Устав'))
  await judge('/example/charter?part=editions', heading('Устав'))
  await judge('/example/charter?part=edit', heading('Устав'))
})

it('people and roles hold WCAG 2.2 AA with the form of a new person open', limit, async () => {
  await judge('/example/people', (page) => page.getByText('Таисия Троеручейная').first().waitFor(), {
    add: async (page) => {
      await press('Добавить сотрудника')(page)
      await dialogShown(page)
    },
    actions: press(/^Действия: /),
  })
  await judge('/example/people?part=roles', heading('Сотрудники и роли'))
})

it('the journal and the read log hold WCAG 2.2 AA', limit, async () => {
  await judge('/example/journal', (page) => page.getByText('Таисия Троеручейная').first().waitFor())
  await judge('/example/journal?log=reads', (page) => page.getByText('подготовка ответа').first().waitFor())
})

it('the installation’s screen holds WCAG 2.2 AA', limit, async () => {
  for (const size of Object.keys(sizes) as Size[]) {
    const { page, go, assertAccessible, assertQuiet, close } = await openPage(chrome, running, size)
    await go('/sign-in')
    await page.getByLabel('Имя для входа').fill('keeper')
    await page.getByLabel('Пароль', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/installation/)
    await page.getByText('keeper').or(page.getByText('example')).first().waitFor()
    await assertAccessible(`installation (${size})`)
    assertQuiet()
    await close()
  }
})

it('a missing page and a missing case hold WCAG 2.2 AA', limit, async () => {
  await judge('/example/nowhere', (page) => page.getByText('Такой страницы нет').first().waitFor())
  await judge('/example/cases/00000000-0000-4000-8000-000000000000', (page) =>
    page.getByText('Такого дела нет, или оно вам не открыто.').first().waitFor(),
  )
})
