import { sql } from 'kysely'
import type { Scope } from '../../platform/db/centre-scope.ts'
import { insertRows, selectRows } from '../../platform/db/insert-rows.ts'
import type { CallRow } from './call-row.ts'

/** Calls of a batch by what they are to us; those that became cases are told among rows. */
export type KeptCalls = { counted: number; unchanged: number; updated: number }

type Known = Pick<CallRow, 'externalId' | 'day' | 'type' | 'settlement' | 'result' | 'becameCase'>

/** Keeps calls: new ones are added, known ones say what the newest register says. A call twice in a register counts once. */
export async function keepCalls(
  scope: Scope,
  centreId: number,
  run: { id: string; source: string },
  calls: readonly CallRow[],
): Promise<KeptCalls> {
  const kept = { counted: 0, unchanged: 0, updated: 0 }
  if (calls.length === 0) return kept
  const known = await findKnown(scope, centreId, run.source, calls)
  const fresh: CallRow[] = []
  const changed: CallRow[] = []
  for (const call of calls) {
    const before = known.get(call.externalId)
    const outcome = before === undefined ? 'counted' : isSame(before, call) ? 'unchanged' : 'updated'
    if (!call.becameCase) kept[outcome] += 1
    if (outcome === 'counted') fresh.push(call)
    if (outcome === 'updated') changed.push(call)
  }
  const lines = (some: readonly CallRow[]) =>
    some.map(({ externalId, day, type, settlement, result, becameCase }) => ({
      centre_id: centreId,
      source: run.source,
      external_id: externalId,
      day: Temporal.PlainDate.from(day),
      type,
      settlement,
      result,
      became_case: becameCase,
      import_run_id: run.id,
    }))
  await insertRows(scope, 'calls', lines(fresh))
  await updateCalls(scope, lines(changed))
  return kept
}

/** What of calls that are known already a register would change, by external id. */
export async function findKnown(
  scope: Scope,
  centreId: number,
  source: string,
  calls: readonly Pick<CallRow, 'externalId'>[],
): Promise<Map<string, Known>> {
  const ids = calls.map(({ externalId }) => externalId)
  const { rows } = await sql<Known>`
    select external_id as "externalId", day::text as day, type, settlement, result, became_case as "becameCase"
    from calls where centre_id = ${centreId} and source = ${source} and external_id = any(${ids}::text[])
  `.execute(scope)
  return new Map(rows.map((row) => [row.externalId, row]))
}

/** Whether a register says of a call what we know. A case that was made stays, whatever the charter says now. */
export function isSame(known: Known, call: CallRow): boolean {
  return (
    known.day === call.day &&
    known.type === call.type &&
    known.settlement === call.settlement &&
    known.result === call.result &&
    (known.becameCase || !call.becameCase)
  )
}

async function updateCalls(scope: Scope, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const given = selectRows(rows, {
    centre_id: 'int4',
    source: 'text',
    external_id: 'text',
    day: 'date',
    type: 'text',
    settlement: 'text',
    result: 'text',
    became_case: 'bool',
  })
  await sql`
    update calls c set day = g.day, type = g.type, settlement = g.settlement, result = g.result,
      became_case = c.became_case or g.became_case
    from (${given}) as g
    where c.centre_id = g.centre_id and c.source = g.source and c.external_id = g.external_id
  `.execute(scope)
}

/** Takes back the calls that an import brought. */
export async function removeCalls(scope: Scope, centreId: number, runId: string): Promise<number> {
  const gone = await scope
    .deleteFrom('calls')
    .where('centre_id', '=', centreId)
    .where('import_run_id', '=', runId)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
