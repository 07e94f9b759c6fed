import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { addFolderMap } from '../../src/basemap/index.ts'
import { loadCentre } from '../../src/charter/index.ts'
import { atDeskOf, systemActor } from '../../src/people/index.ts'
import type { RunningApp } from '../running-app.ts'

/** The middle of the invented town. */
export const town = { lat: 64.3158, lon: 58.5177 }

/** Puts the invented town's own map under the map of the centre. */
export async function layTown(running: RunningApp): Promise<void> {
  const { db } = running.database
  const centre = await loadCentre(db, 'example')
  const actor = systemActor('проверка')
  const folder = fileURLToPath(new URL('../../charters/example', import.meta.url))
  const at = { centre, actor, now: running.clock.now(), vault: running.vault }
  await atDeskOf(db, at, (desk) => addFolderMap(desk, folder))
}

/** How many pixels of the canvases of a pane are drawn on. */
function drawnIn(page: Page, pane: string): Promise<number> {
  return page.locator(`.leaflet-${pane}-pane canvas`).evaluateAll((canvases) => {
    let drawn = 0
    for (const canvas of canvases as unknown as {
      width: number
      height: number
      getContext(kind: '2d'): { getImageData(...at: number[]): { data: Uint8ClampedArray } }
    }[]) {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) drawn += 1
    }
    return drawn
  })
}

/** Waits until a pane of the map is drawn on, at most fifteen seconds. */
export async function untilDrawn(page: Page, pane: string, least: number): Promise<void> {
  for (const end = Date.now() + 15_000; ; await page.waitForTimeout(200)) {
    const drawn = await drawnIn(page, pane).catch(() => 0)
    if (drawn >= least) return
    assert.ok(Date.now() < end, `only ${drawn} pixels of the pane "${pane}" are drawn`)
  }
}
