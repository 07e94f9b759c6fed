import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { type Desk, openPage, phone, settled, sitDown } from './desk.ts'

/** What a scene is played with; `take` writes one picture under its name. */
export interface Stage {
  browser: Browser
  address: string
  take: (page: Page, name: string) => Promise<void>
}

const specialist = 'Таисия Троеручейная'
const head = 'Вера Светлобережская'
const told =
  'На Мостовой у дома 3 третий день не вывозят мусор: контейнеры переполнены, пакеты разносит ветром. Просим вывезти и убрать площадку.'
const answered =
  'Здравствуйте! Мусор с площадки у дома 3 на Мостовой вывезен 19 ноября, территория убрана. Вывоз теперь ежедневный, за ним следит оператор ТКО.'

/** Plays the manual through, picture by picture, in the order in which a case is worked. */
export async function takeScenes(stage: Stage): Promise<void> {
  const { browser, address, take } = stage
  const entrance = await openPage(browser)
  await entrance.goto(`${address}/app/sign-in`)
  await take(entrance, 'sign-in')

  const desk = await sitDown(browser, address, specialist)
  await desk.open('/cases')
  await take(desk.page, 'worklist')
  await takeNewCase(desk, stage)
  await takeAnswer(desk, stage)
  const place = new URL(desk.page.url()).pathname.replace('/app/example', '')
  const headDesk = await sitDown(browser, address, head)
  await takeHead(headDesk, place, stage)
  await takeFigures(headDesk, stage)
  await takeReveal(desk, place, stage)
  await takeImport(desk, stage)
  await takePhone(await sitDown(browser, address, specialist, phone), place, stage)
}

async function takeNewCase(desk: Desk, { take }: Stage): Promise<void> {
  await desk.open('/new')
  await desk.choose('Канал', 'телефон')
  await desk.page.getByLabel('Слова заявителя').fill(told)
  await desk.page.getByLabel('Фамилия, имя, отчество').fill('Образцова Проба Примеровна')
  await desk.page.getByLabel('Телефон', { exact: true }).fill('+7 900 000-00-10')
  await desk.page.waitForTimeout(1_500)
  await take(desk.page, 'new-case')
  await desk.press('Зарегистрировать')
  await desk.page.waitForURL('**/cases/*')
  await desk.page.getByText('Почему так').first().click()
  await withoutNotice(desk.page)
  await take(desk.page, 'case')
  await desk.page.getByRole('button', { name: 'Ещё действия' }).click()
  await take(desk.page, 'actions')
  await desk.page.keyboard.press('Escape')
}

async function takeAnswer(desk: Desk, { take }: Stage): Promise<void> {
  await desk.press('Взять в работу')
  await desk.dialog.getByRole('button', { name: 'Взять в работу' }).click()
  await desk.press('Подготовить ответ')
  await desk.choose('Итог, который сообщает ответ', 'решено')
  await desk.page.getByLabel('Текст ответа').fill(answered)
  await withoutNotice(desk.page)
  await take(desk.page, 'answer')
  await desk.press('Сохранить и на утверждение')
}

async function takeHead(desk: Desk, place: string, { take }: Stage): Promise<void> {
  await desk.open('/cases?state=in_review')
  await take(desk.page, 'in-review')
  await desk.open(place)
  await desk.press('Утвердить ответ')
  await take(desk.page, 'approve')
  await desk.dialog.getByRole('button', { name: 'Утвердить ответ' }).click()
  await settled(desk.page)
  await desk.open('/people')
  await take(desk.page, 'people')
  await desk.open('/charter?part=norms')
  await take(desk.page, 'charter')
}

/** What the head sees and signs. */
async function takeFigures(desk: Desk, { take }: Stage): Promise<void> {
  const { page } = desk
  for (const [path, name] of [
    ['/overview', 'overview'],
    ['/overview/table', 'cross-table'],
    ['/map?preset=30-days', 'map'],
    ['/reports', 'reports'],
    ['/sorter', 'sorter'],
  ] as const) {
    await desk.open(path)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(1_500)
    await take(page, name)
  }
}

async function takeReveal(desk: Desk, place: string, { take }: Stage): Promise<void> {
  await desk.open(place)
  await desk.press('Показать полностью')
  await desk.page.getByRole('combobox', { name: 'Цель' }).click()
  await take(desk.page, 'reveal')
  await desk.page.keyboard.press('Escape')
  await desk.page.keyboard.press('Escape')
}

async function takeImport(desk: Desk, { take }: Stage): Promise<void> {
  await desk.open('/import')
  const file = fileURLToPath(new URL('../../docs/manual/example-incident.csv', import.meta.url))
  await desk.page.locator('input[type=file]').setInputFiles(file)
  const start = desk.page.getByRole('button', { name: /^Загрузить \d+/ })
  await start.waitFor()
  await take(desk.page, 'import-check')
  await start.click()
  await desk.page.getByRole('main').getByText('Показать эти дела').waitFor()
  await take(desk.page, 'import-result')
}

async function takePhone(desk: Desk, place: string, { take }: Stage): Promise<void> {
  await desk.open('/cases')
  await take(desk.page, 'phone-worklist')
  await desk.open(place)
  await take(desk.page, 'phone-case')
}

// What was just done is told in a corner for some seconds; a picture should not depend on when.
async function withoutNotice(page: Page): Promise<void> {
  const close = page.locator('.mantine-Notification-closeButton')
  while ((await close.count()) > 0) {
    await close.first().click()
    await page.waitForTimeout(300)
  }
}
