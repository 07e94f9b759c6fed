import type { Centre } from '../charter/index.ts'
import { type Database, inCentre } from '../platform/db/centre-scope.ts'
import { Refusal } from '../platform/refusal.ts'
import { decodeModel } from '../triage/index.ts'
import { figures } from './contract-figures.ts'
import type { LearnedModel } from './learned-sorter.ts'
import { selectBytes } from './models-store.ts'

const kept = new WeakMap<Centre, LearnedModel | null>()
const coming = new WeakMap<Centre, Promise<void>>()

/**
 * Makes the learned model of a centre ready, once for as long as it works: whoever loads a centre calls it, then `liveModelOf`
 * answers at once. The model at work stands in the row of the centre, so every process follows a change with its next request.
 */
export async function withLiveModel(db: Database, centre: Centre): Promise<Centre> {
  if (centre.sorterModel === null || kept.has(centre)) return centre
  let loading = coming.get(centre)
  if (!loading) coming.set(centre, (loading = load(db, centre, centre.sorterModel)))
  await loading.finally(() => coming.delete(centre))
  return centre
}

/** The learned model that sorts a centre's cases; null where keywords do, or where this program cannot read it any more. */
export function liveModelOf(centre: Centre): LearnedModel | null {
  return kept.get(centre) ?? null
}

async function load(db: Database, centre: Centre, id: string): Promise<void> {
  const found = await inCentre(db, centre.id, (scope) => selectBytes(scope, centre.id, id))
  if (!found?.model) return void kept.set(centre, null)
  try {
    const { thresholds } = figures.parse(found.figures)
    kept.set(centre, { id, model: decodeModel(found.model), thresholds })
  } catch (error) {
    // A model of another version of the program: keywords sort until a new one is learned, and the screen says so.
    if (!(error instanceof Refusal)) throw error
    kept.set(centre, null)
  }
}
