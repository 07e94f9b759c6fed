import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser as Chrome } from 'playwright-core'
import { type ReportStory, reportStory } from '../report-story.ts'
import { openChrome, openPage, type Size, sizes } from './open-page.ts'

let story: ReportStory
let chrome: Chrome

before(
  async () => {
    story = await reportStory()
    chrome = await openChrome()
  },
  { timeout: 90_000 },
)
after(async () => {
  await chrome?.close()
  await story?.running.close()
})

const limit = { timeout: 90_000 }

it(
  'the analyst begins the weekly report from the calendar, writes, looks at its cases and sends it',
  limit,
  async () => {
    const { page, enter, assertQuiet, close } = await openPage(chrome, story.running)
    await enter('Аналитик МЦУ')
    await page.getByRole('link', { name: 'Отчёты', exact: true }).click()
    await page.getByRole('button', { name: /^Начать: Недельный отчёт, неделя 47/ }).click()
    await page.waitForURL(/\/reports\/[0-9a-f-]{36}/)
    story.id = /reports\/([0-9a-f-]{36})/.exec(page.url())![1]!
    const part = page.getByLabel('Главное за неделю', { exact: true }).filter({ visible: true }).last()
    await part.fill('Больше всего писали о дорогах.')
    await page
      .getByText(/^Сохранено .*Ася Числобрегова/)
      .first()
      .waitFor()
    await page.getByRole('tab', { name: 'Показатели' }).click()
    const received = page.getByRole('link', { name: 'Открыть дела: Поступило, 9' })
    await received.click()
    await page.getByText('найдено 9 дел').waitFor()
    await page.goBack()
    await page.getByRole('tab', { name: 'Как напечатается' }).click()
    await page.getByText('Больше всего писали о дорогах.').waitFor()
    await page.getByText('ПРОЕКТ', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Отправить на утверждение' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Не заполнены обязательные части:').waitFor()
    await dialog.getByRole('button', { name: 'Отправить на утверждение' }).click()
    await page.getByText('Отчёт на утверждении: до решения его не меняют.').waitFor()
    assertQuiet()
    await close()
  },
)

it(
  'the head approves it, says why not to wait for a part, notes where it went, and the files come',
  limit,
  async () => {
    const { page, enter, go, assertQuiet, close } = await openPage(chrome, story.running)
    await enter('Руководитель МЦУ')
    await go(`/example/reports/${story.id}`)
    await page.getByRole('button', { name: 'Утвердить', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/^Принятые меры: Дороги и транспорт/).waitFor()
    await dialog.getByLabel('Утвердить без них, потому что').fill('блоки пришлют меры на следующей неделе')
    await dialog.getByRole('button', { name: 'Утвердить', exact: true }).click()
    await page.getByText('ОТЧ-1/2026 от 20.11.2026').waitFor()
    await page
      .getByText(/^[0-9a-f]{16}$/)
      .first()
      .waitFor({ timeout: 60_000 })
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Скачать PDF' }).click()
    assert.equal((await coming).suggestedFilename(), 'example-weekly-2026-W47.pdf')
    await page.getByRole('button', { name: 'Отметить передачу' }).click()
    await dialog.getByLabel('Каким путём').fill('СЭД')
    await dialog.getByRole('button', { name: 'Отметить передачу' }).click()
    await page.getByText(/^глава округа, СЭД, 20\.11\.2026/).waitFor()
    await page.getByRole('link', { name: 'Все отчёты' }).click()
    await page.getByText('передан в срок').first().waitFor()
    assertQuiet()
    await close()
  },
)

it(
  'the calendar, a draft and an approved report hold WCAG 2.2 AA on a desk and on a phone',
  { timeout: 240_000 },
  async () => {
    const begun = await story.analyst.post('/reports', { code: 'weekly', period: '2026-W46' })
    await story.until(({ counting }) => counting === 'done', begun.told.id)
    for (const size of Object.keys(sizes) as Size[]) {
      const { page, enter, go, assertAccessible, assertQuiet, close } = await openPage(
        chrome,
        story.running,
        size,
      )
      await enter('Руководитель МЦУ')
      await go('/example/reports')
      await page.getByText('передан в срок').first().waitFor()
      await assertAccessible(`calendar (${size})`)
      await page.getByRole('button', { name: 'Новый отчёт' }).click()
      await page.getByRole('dialog').waitFor()
      await assertAccessible(`new report (${size})`)
      for (const [id, name, tabs] of [
        [begun.told.id as string, 'draft', ['parts', 'figures']],
        [story.id, 'approved', ['preview']],
      ] as const) {
        for (const tab of tabs) {
          await go(`/example/reports/${id}?tab=${tab}`)
          await page.getByRole('tab', { name: 'Показатели' }).waitFor()
          await page.getByRole('tabpanel').locator('section, article, p').first().waitFor()
          await assertAccessible(`${name}, ${tab} (${size})`)
          const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
          assert.ok((wide as number) <= 0, `${name}, ${tab} (${size}) is ${wide as number} px too wide`)
        }
      }
      assertQuiet()
      await close()
    }
  },
)

it('the head of a block sees the own part alone and writes it', limit, async () => {
  const { told } = await story.analyst.get('/reports/calendar')
  const draft = told.entries.find(
    (one: { code: string; period: string }) => one.code === 'weekly' && one.period === '2026-W46',
  )
  const { page, enter, go, assertAccessible, assertQuiet, close } = await openPage(
    chrome,
    story.running,
    'phone',
  )
  await enter('Руководитель отраслевого блока')
  await go('/example/reports')
  await page.getByRole('heading', { name: 'От вас ждут' }).waitFor()
  await go(`/example/reports/${draft.report.id}`)
  await page.getByText(/Здесь ваша часть/).waitFor()
  await page.getByRole('textbox').fill('Засыпали три ямы.')
  await page.getByText(/^Сохранено /).waitFor()
  assert.equal(await page.getByRole('tab').count(), 0)
  await assertAccessible('own part')
  assertQuiet()
  await close()
})
