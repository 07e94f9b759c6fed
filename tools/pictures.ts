// Takes the pictures of the manual and of the README: node_modules/.bin/node tools/pictures.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { chromiumFlags, findChromium } from '../test/journeys/chromium.ts'
import { settled } from './pictures/desk.ts'
import { withPalette } from './pictures/palette-png.ts'
import { startDemo } from './pictures/running-demo.ts'
import { takeScenes } from './pictures/scenes.ts'

const folder = fileURLToPath(new URL('../docs/manual/pictures', import.meta.url))
const say = (line: string) => void process.stderr.write(`${line}\n`)

const found = await findChromium(say)
if (!found) throw new Error('No Chromium: install it or set CHROMIUM_PATH.')
mkdirSync(folder, { recursive: true })
const demo = await startDemo(say)
const browser = await chromium.launch({
  executablePath: found.path,
  // Fields of dates follow the browser's language, not the page's: Russian where this Chromium carries it.
  env: { ...process.env, ...found.env, LANGUAGE: 'ru', LANG: 'ru_RU.UTF-8' },
  args: [...chromiumFlags, '--lang=ru-RU'],
})
try {
  await takeScenes({ browser, address: demo.address, take })
} finally {
  await browser.close()
  await demo.close()
}

async function take(page: Page, name: string): Promise<void> {
  await settled(page)
  const png = withPalette(await page.screenshot({ animations: 'disabled', caret: 'hide' }))
  writeFileSync(join(folder, `${name}.png`), png)
  say(`${name}.png ${Math.round(png.length / 1024)} КБ`)
}
