import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import type { Browser as Chrome } from 'playwright-core'
import { type RunningApp, runningApp } from '../running-app.ts'
import { coveringTile, tileAt, tilesFile } from '../tiles-file.ts'
import { layTown, town, untilDrawn } from './drawn-map.ts'
import { openChrome, openPage } from './open-page.ts'

let running: RunningApp
let chrome: Chrome

before(
  async () => {
    running = await runningApp()
    chrome = await openChrome()
    await layTown(running)
    const duty = await running.browser('duty')
    const place = { settlement: 'svetloberezhsk', street: 'Набережная', house: '2', ...town }
    await duty.register('На Набережной яма', { topicGroup: '04', topic: '04.01', place })
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
  'an administrator puts borders under the map: asked for whose data it is, sees them and may take them away',
  limit,
  async () => {
    const { page, enter, assertQuiet, assertAccessible, close } = await openPage(chrome, running)
    await enter('Администратор центра')
    await page.getByRole('link', { name: 'Подложка карты' }).click()
    await page.getByText('Карта из папки устава').waitFor()
    await untilDrawn(page, 'base', 5000)
    const ring = [
      [58.4, 64.2],
      [58.6, 64.2],
      [58.6, 64.4],
      [58.4, 64.4],
      [58.4, 64.2],
    ]
    const feature = (district: string) => ({
      type: 'Feature',
      properties: { district },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })
    const region = {
      type: 'FeatureCollection',
      features: [feature('Светлобережский район'), feature('Соседний район')],
    }
    const file = {
      name: 'Границы.geojson',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(region)),
    }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('Укажите, чьи это данные').waitFor()
    await page.getByLabel('Чьи это данные').fill('© участники OpenStreetMap, ODbL')
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('Слой добавлен').waitFor()
    await page.getByText('1 объект', { exact: false }).waitFor()
    await page.getByText('Вымышленная местность · © участники OpenStreetMap, ODbL').waitFor()
    await assertAccessible('the base map')
    await page.getByRole('button', { name: 'Убрать слой «Границы»' }).click()
    await page.getByText('1 объект', { exact: false }).waitFor({ state: 'detached' })
    assertQuiet()
    await close()
  },
)

const whitePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4GBgYEBAAH8AwGnQ0lJAAAAAElFTkSuQmCC',
  'base64',
)

it(
  'a file of tiles, of shapes or of pictures, is drawn under the figures without another server',
  limit,
  async () => {
    const folder = join(running.home, 'maps')
    mkdirSync(folder, { recursive: true })
    const at = tileAt(9, town.lat, town.lon)
    const told = { attribution: '<a href="https://example.org">© Тайлы</a><script>alert(1)</script>' }
    try {
      for (const kind of ['vector', 'png'] as const) {
        const bytes = kind === 'vector' ? coveringTile('earth') : whitePixel
        writeFileSync(join(folder, 'example.pmtiles'), tilesFile({ ...at, bytes }, kind, told))
        const { page, enter, go, assertQuiet, close } = await openPage(chrome, running)
        await enter('Руководитель МЦУ')
        await go('/example/map')
        await untilDrawn(page, 'figures', 500)
        await page.getByText(/© Тайлы/).waitFor()
        if (kind === 'vector') await untilDrawn(page, 'tiles', 50_000)
        else
          await page.waitForFunction(
            "[...document.querySelectorAll('.leaflet-tiles-pane img')].some((one) => one.naturalWidth === 1)",
          )
        assertQuiet()
        await close()
      }
      writeFileSync(join(folder, 'example.pmtiles'), 'это не файл тайлов, а что-то другое '.repeat(10))
      const { page, enter, go, close } = await openPage(chrome, running)
      await enter('Руководитель МЦУ')
      await go('/example/map')
      await page.getByText('Файл тайлов не читается').waitFor()
      await untilDrawn(page, 'figures', 500)
      await close()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
