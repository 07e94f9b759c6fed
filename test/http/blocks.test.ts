import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { applyCharter, type Centre, loadCentre, readCharterFolder } from '../../src/charter/index.ts'
import { addDemoPerson } from '../../src/people/index.ts'
import { type Browser, createBrowser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp

before(async () => {
  running = await runningApp()
})
after(() => running.close())

const charters = fileURLToPath(new URL('../../charters/', import.meta.url))

/** A shipped centre as it comes from its folder. */
async function shippedCentre(slug: string): Promise<Centre> {
  const { db } = running.database
  const files = readCharterFolder(charters + slug)
  await applyCharter(db, { slug, files, actor: 'проверка', now: running.clock.now(), isDemo: true })
  return loadCentre(db, slug)
}

async function person(centre: Centre, role: string, sectorBlock: string | null): Promise<Browser> {
  const login = [centre.slug, role, sectorBlock ?? 'all'].join('-')
  const at = { centre, now: running.clock.now(), vault: running.vault }
  const name = `${centre.roles.get(role)!.name} (${sectorBlock ?? 'весь центр'})`
  await addDemoPerson(running.database.db, at, {
    login,
    name,
    role,
    position: '',
    sectorBlock,
    organisation: null,
  })
  const browser = createBrowser(running.address, centre.slug)
  await browser.signInDemo(login)
  return browser
}

/** A case of each theme group is seen by the head and the specialist of its block, and by no other block. */
async function assertBlocksApart(centre: Centre, registrar: Browser): Promise<void> {
  const blocks = centre.charter.sectorBlocks.filter(({ topicGroups }) => topicGroups.length > 0)
  const cases = new Map<string, string>()
  for (const { code, topicGroups } of blocks) {
    const { id } = await registrar.register('Просьба жителя', { topicGroup: topicGroups[0] })
    assert.equal((await registrar.card(id)).sectorBlock?.code, code, `${code} of ${topicGroups[0]}`)
    cases.set(code, id)
  }
  for (const { code } of blocks) {
    for (const role of ['block-head', 'block-specialist']) {
      const { items } = (await (await person(centre, role, code)).get('/cases')).told
      assert.deepEqual(
        items.map(({ id }: { id: string }) => id),
        [cases.get(code)],
        `${role} of ${code}`,
      )
    }
  }
}

it('the charter of Elan makes exactly eight blocks; a record of a block’s theme reaches its head and specialist and no other block [E-022]', async () => {
  const centre = await shippedCentre('elan')
  assert.equal(centre.charter.sectorBlocks.length, 8)
  await assertBlocksApart(centre, await person(centre, 'head', null))
})

it('the charter of Kogalym makes exactly seven blocks; a record of a block’s theme reaches its head and specialist and no other block [K-006]', async () => {
  const centre = await shippedCentre('kogalym')
  assert.equal(centre.charter.sectorBlocks.length, 7)
  await assertBlocksApart(centre, await person(centre, 'head', null))
})
