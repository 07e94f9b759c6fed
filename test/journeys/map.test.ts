import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser as Chrome } from 'playwright-core'
import { type RunningApp, runningApp } from '../running-app.ts'
import { layTown, town, untilDrawn } from './drawn-map.ts'
import { openChrome, openPage } from './open-page.ts'

let running: RunningApp
let chrome: Chrome

/** Places of the invented town: houses of one street, others, and none. */
const places = [
  ...[0, 1, 2, 3, 4].map((step) => ({ street: 'Набережная', house: `${2 + step * 2}`, ...near(step, 0) })),
  { street: 'Лесная', house: '4', ...near(40, 30) },
  { street: 'Лесная', house: '6', ...near(40, 31) },
  { street: 'Лесная', house: '8', ...near(41, 31) },
]

function near(north: number, east: number) {
  return { lat: town.lat + north / 10_000, lon: town.lon + east / 10_000 }
}

before(
  async () => {
    running = await runningApp()
    chrome = await openChrome()
    await layTown(running)
    const duty = await running.browser('duty')
    for (const place of places) {
      const topic =
        place.street === 'Набережная'
          ? { topicGroup: '04', topic: '04.01' }
          : { topicGroup: '06', topic: '06.01' }
      const where = { settlement: 'svetloberezhsk', ...place }
      await duty.register(`У дома ${place.house} яма, объехать нельзя`, { ...topic, place: where })
      running.clock.pass({ minutes: 1 })
    }
    await duty.register('Подскажите расписание автобуса', { topicGroup: '05', topic: '05.01' })
  },
  { timeout: 90_000 },
)
after(async () => {
  await chrome?.close()
  await running?.close()
})

// A map that does not draw must fail and not hang.
const limit = { timeout: 60_000 }

it(
  'the head opens the map: it is drawn of the centre’s own layers, and a hexagon of its table opens exactly the cases it counts',
  limit,
  async () => {
    const { page, enter, assertQuiet, assertAccessible, close } = await openPage(chrome, running)
    await enter('Руководитель МЦУ')
    await page.getByRole('link', { name: 'Карта', exact: true }).click()
    await untilDrawn(page, 'base', 20_000)
    await untilDrawn(page, 'figures', 500)
    await page.getByText('Вымышленная местность', { exact: true }).waitFor()
    await assertAccessible('the map with hot spots')
    await page.getByRole('tab', { name: 'Ячейки' }).click()
    const first = page.getByRole('table', { name: 'Ячейки' }).getByRole('link').first()
    const count = Number(await first.innerText())
    assert.ok(count >= 2 && count <= 5, `${count} cases in the fullest hexagon`)
    await assertAccessible('the map with hexagons')
    await first.click()
    await page.getByText('Ячейка карты:').waitFor()
    const rows = page.getByRole('row').filter({ hasText: 'яма' })
    await rows.first().waitFor()
    assert.equal(await rows.count(), count)
    await assertAccessible('the list of a hexagon')
    await page.getByRole('button', { name: 'Убрать условие: Ячейка карты' }).click()
    await page.getByText('Ячейка карты:').waitFor({ state: 'detached' })
    assertQuiet()
    await close()
  },
)

it(
  'problems stand by weight, are marked on the map, shown there when chosen and open their cases; period and territory remove them [E-045] [O-019] [D-012] [D-019]',
  limit,
  async () => {
    const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
    await enter('Аналитик МЦУ')
    await go('/example/map')
    const listed = page.getByRole('button', { name: /^Показать на карте: / })
    await listed.first().waitFor()
    assert.deepEqual(await listed.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))), [
      'Показать на карте: Ямы и выбоины, Светлобережск, Набережная',
      'Показать на карте: Невывоз мусора, Светлобережск, Лесная',
    ])
    const weights = await page
      .locator('li[title^="Вес "]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('title')))
    const [first = 0, second = 0] = weights.map((one) => Number(one?.slice(4).replace(',', '.')))
    assert.ok(first > second && second >= 3, weights.join())
    const marks = page.locator('.leaflet-spots-pane .leaflet-marker-icon')
    assert.equal(await marks.count(), 2)
    const mark = marks.filter({ hasText: /^1$/ })
    await listed.first().press('Enter')
    const chosen = page.getByRole('status', { name: 'Выбрано' })
    await chosen.getByText('5 дел').first().waitFor()
    const map = (await page.getByRole('application').boundingBox())!
    const at = (await mark.boundingBox())!
    assert.ok(Math.abs(at.x - (map.x + map.width / 2)) < 30 && Math.abs(at.y - (map.y + map.height / 2)) < 30)
    await chosen.getByRole('link', { name: 'Открыть 5 дел' }).click()
    const rows = page.getByRole('row').filter({ hasText: 'яма' })
    await rows.first().waitFor()
    assert.equal(await rows.count(), 5)
    await go('/example/map?from=2026-11-01&to=2026-11-07')
    await page.getByText('За период дел нет').waitFor()
    await go('/example/map?settlement=kedroskat')
    await page.getByText('По этим условиям за период дел нет').waitFor()
    assert.equal(await listed.count(), 0)
    assertQuiet()
    await close()
  },
)

it(
  'what is clicked on the map is told with the way to its cases, and what has no place on it is told as well',
  limit,
  async () => {
    const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
    await enter('Руководитель МЦУ')
    await go('/example/map?width=600&tab=places')
    await untilDrawn(page, 'figures', 500)
    const number = page.locator('.leaflet-numbers-pane .leaflet-marker-icon').first()
    const { x, y } = (await number.boundingBox())!
    await page.mouse.click(x, y)
    await page
      .getByRole('status', { name: 'Выбрано' })
      .getByRole('link', { name: /^Открыть \d+ дел/ })
      .waitFor()
    await page.getByRole('link', { name: 'Нет на карте: 1 дело' }).click()
    await page.getByText('Точка на карте:').waitFor()
    await page.getByRole('row').filter({ hasText: 'расписание' }).waitFor()
    assert.equal(
      await page
        .getByRole('row')
        .filter({ hasText: /яма|расписание/ })
        .count(),
      1,
    )
    assertQuiet()
    await close()
  },
)

it(
  'topics stand beside the map with their shares, and choosing one leaves it and its hot spot alone on the map [D-011]',
  limit,
  async () => {
    const { page, enter, go, assertQuiet, assertAccessible, close } = await openPage(chrome, running)
    await enter('Аналитик МЦУ')
    await go('/example/map?tab=topics')
    const table = page.getByRole('table', { name: 'Темы' })
    await table
      .getByRole('row', { name: /Ямы и выбоины/ })
      .getByText('55,6 %')
      .waitFor()
    await assertAccessible('the map with topics')
    await table.getByRole('button', { name: 'Показать на карте только тему «Ямы и выбоины»' }).click()
    await page.getByText('Тема:').waitFor()
    await page.getByRole('tab', { name: 'Ячейки' }).click()
    const links = page.getByRole('table', { name: 'Ячейки' }).getByRole('link')
    await links.first().waitFor()
    const counts = await links.allInnerTexts()
    assert.equal(
      counts.reduce((sum, one) => sum + Number(one), 0),
      5,
    )
    await page.getByRole('tab', { name: 'Горячие точки' }).click()
    await page
      .getByRole('link', { name: 'Ямы и выбоины, Светлобережск, Набережная: Открыть 5 дел' })
      .waitFor()
    await go('/example/map?tab=topics&from=2026-11-01&to=2026-11-07')
    await page.getByText('За период дел нет').waitFor()
    assertQuiet()
    await close()
  },
)

it('on a phone the tables stand under the map and nothing is wider than the screen', limit, async () => {
  const { page, enter, go, assertQuiet, assertAccessible, close } = await openPage(chrome, running, 'phone')
  await enter('Руководитель МЦУ')
  await go('/example/map')
  await untilDrawn(page, 'figures', 100)
  const map = (await page.getByRole('application').boundingBox())!
  const list = (await page.getByRole('tablist').boundingBox())!
  assert.ok(list.y >= map.y + map.height && map.width > 340)
  const width = Number(await page.evaluate('document.documentElement.scrollWidth'))
  assert.ok(width <= 390, `${width} px wide`)
  await assertAccessible('the map on a phone')
  assertQuiet()
  await close()
})
