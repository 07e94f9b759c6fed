import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Centre } from '../../charter/index.ts'
import { atDeskOf, type Desk, systemActor } from '../../people/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { type Database, inReach } from '../../platform/db/centre-scope.ts'
import type { Vault } from '../../platform/vault.ts'
import { fillBands } from './fill-bands.ts'
import { markRepeats } from './mark-repeats.ts'

/** What the work beside registration stands on. */
export interface RepeatsContext {
  db: Database
  vault: Vault
  clock: Clock
  loadCentre: (id: number) => Promise<Centre>
  /** Hears, in Russian, how far a long walk has come. */
  progress?: (line: string) => void
}

/** Between two looks for new cases; between two batches, so that people's requests go first. */
const restMs = 20_000
const breathMs = 20
/** Batches between two lines of progress. */
const told = 20

type Step = (desk: Desk) => Promise<number>
const steps: readonly { step: Step; name: string }[] = [
  {
    name: 'поиск похожих: разобрано прежних дел',
    step: ({ scope, centre, vault, now }) => fillBands(scope, centre.id, vault, now),
  },
  { name: 'поиск похожих: просмотрено открытых дел', step: markRepeats },
]

/** Does all that is left to do now in every centre, in each whatever befell another; ends early when `signal` does. */
export async function catchUpRepeats(context: RepeatsContext, signal?: AbortSignal): Promise<void> {
  const centres = await inReach(context.db, 'installation', (scope) =>
    scope.selectFrom('centres').select('id').where('edition', '>', 0).orderBy('id').execute(),
  )
  const failures: unknown[] = []
  for (const { id } of centres) await catchUpIn(context, id, signal).catch((error) => failures.push(error))
  if (failures.length > 0 && !signal?.aborted)
    throw new AggregateError(failures, 'near repeats are not up to date')
}

async function catchUpIn(
  context: RepeatsContext,
  id: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const centre = await context.loadCentre(id)
  for (const { step, name } of steps) await walk(context, centre, step, name, signal)
}

async function walk(
  context: RepeatsContext,
  centre: Centre,
  step: Step,
  name: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { db, vault, clock, progress } = context
  let done = 0
  for (let batches = 1; !signal?.aborted; batches += 1) {
    const at = { centre, actor: systemActor('поиск похожих'), now: clock(), vault }
    const some = await atDeskOf(db, at, (desk) => alone(desk, step))
    if (some === 0) break
    done += some
    if (batches % told === 0) progress?.(`${centre.slug}: ${name} ${done}`)
    await pause(breathMs, undefined, { signal }).catch(() => {})
  }
  if (done > 0 && !signal?.aborted) progress?.(`${centre.slug}: ${name} ${done}, готово`)
}

// Of several processes one walks a centre; the others find nothing to do.
async function alone(desk: Desk, step: Step): Promise<number> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('otklik-repeats'), ${desk.centre.id}) as mine
  `.execute(desk.scope)
  return rows[0]!.mine ? step(desk) : 0
}

/** Catches up now and again as cases come in, until stopped; a failure is told and tried again at the next look. */
export function keepRepeats(
  context: RepeatsContext,
  onError: (error: unknown) => void,
): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const work = (async () => {
    while (!signal.aborted) {
      await catchUpRepeats(context, signal).catch((error: unknown) => signal.aborted || onError(error))
      await pause(restMs, undefined, { signal, ref: false }).catch(() => {})
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await work
    },
  }
}
