import { hasLayers } from '../basemap/index.ts'
import { loadCentre } from '../charter/index.ts'
import { inCentre, inReach } from '../platform/db/centre-scope.ts'
import type { Database } from '../platform/db/centre-scope.ts'
import { removeDemo } from './remove-demo.ts'
import { type DemoMade, type DemoPieces, demoSlug, giveMap, seedDemo } from './seed-demo.ts'

const factName = 'demo'

/**
 * Makes the demo centre where there is none, and makes it anew where an earlier start was cut off in the middle; null where
 * it stands already or the name belongs to a real centre. `ownerUrl` is the database as the owner of the tables.
 */
export async function ensureDemo(pieces: DemoPieces & { ownerUrl: string }): Promise<DemoMade | null> {
  const found = await stateOf(pieces.db)
  if (found === 'not-a-demo') return null
  if (found === 'ready') {
    await giveMissingMap(pieces)
    return null
  }
  if (found === 'cut-off') await removeDemo(pieces.ownerUrl)
  return makeDemo(pieces)
}

/** Throws the demo centre away and makes it again. */
export async function resetDemo(
  pieces: DemoPieces & { ownerUrl: string },
): Promise<DemoMade & { removed: number }> {
  await setReady(pieces.db, null)
  const removed = await removeDemo(pieces.ownerUrl)
  return { removed, ...(await makeDemo(pieces)) }
}

// A demo made before centres had maps of their own.
async function giveMissingMap({ db, vault, now }: DemoPieces): Promise<void> {
  const centre = await loadCentre(db, demoSlug)
  const has = await inCentre(db, centre.id, (scope) => hasLayers({ scope, centre }))
  if (!has) await giveMap({ db, vault, now, centre })
}

async function makeDemo(pieces: DemoPieces): Promise<DemoMade> {
  const made = await seedDemo(pieces)
  await setReady(pieces.db, pieces.now)
  return made
}

function stateOf(db: Database): Promise<'none' | 'ready' | 'cut-off' | 'not-a-demo'> {
  return inReach(db, 'installation', async (scope) => {
    const centre = await scope
      .selectFrom('centres')
      .select('is_demo')
      .where('slug', '=', demoSlug)
      .executeTakeFirst()
    if (!centre) return 'none'
    if (!centre.is_demo) return 'not-a-demo'
    const fact = await scope
      .selectFrom('installation_facts')
      .select('name')
      .where('name', '=', factName)
      .executeTakeFirst()
    return fact ? 'ready' : 'cut-off'
  })
}

function setReady(db: Database, at: Temporal.Instant | null): Promise<void> {
  return inReach(db, 'installation', async (scope) => {
    await scope.deleteFrom('installation_facts').where('name', '=', factName).execute()
    if (at === null) return
    await scope
      .insertInto('installation_facts')
      .values({ name: factName, value: JSON.stringify({ readyAt: at.toString() }) })
      .execute()
  })
}
