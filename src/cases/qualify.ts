import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { changeCase, type HeldCase } from './change-case.ts'
import type { CaseRow } from './case-row.ts'
import { cancelled, rechosen } from './clocks.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'
import { correct } from './corrections.ts'
import { mustHaveSubtype } from './register-case.ts'
import { takeNumbers } from './number-series.ts'
import { type CaseState, stateNames } from './states.ts'

/**
 * Says what the case is: regime, subtype of an appeal, nature. A change of regime is an act with a reason: the case takes a
 * number of the other series and keeps the former one, the clocks of the old regime end and those of the new one start now.
 */
export function qualify(desk: Desk, id: string, body: BodyOf<'qualify'>): Promise<CaseOutcome> {
  return changeCase(desk, { id, revision: body.revision }, 'qualify', async (held) => {
    const { row } = held
    const regime = body.regime ?? row.regime
    const nature = body.nature ?? row.nature
    const subtype = regime === 'appeal' ? (body.subtype === undefined ? row.subtype : body.subtype) : null
    mustHaveSubtype(desk, regime, subtype)
    if (body.nature) await correct(desk, row, 'nature', row.nature, body.nature)
    const qualified = { action: 'case-qualified' as const, data: {}, reason: body.reason }
    if (regime === row.regime) {
      const clocks = rechosen(desk.centre, { ...row, subtype, nature }, held.clocks)
      return { ...qualified, set: { subtype, nature }, clocks }
    }
    const number = await convert(desk, held, regime, body.reason)
    await correct(desk, row, 'regime', row.regime, regime)
    return {
      ...qualified,
      set: { regime, subtype, nature, number },
      clocks: cancelled(held.clocks),
      starts: ['received', 'registered', ...(row.state === 'assigned' ? (['assigned'] as const) : [])],
      stops: [],
    }
  })
}

/** States in which a case may change its regime: nothing was answered, promised or sent on under the old one. */
const convertible: readonly CaseState[] = ['registered', 'triaged', 'assigned', 'in_work']

async function convert(
  desk: Desk,
  { row }: HeldCase,
  regime: CaseRow['regime'],
  reason: string | undefined,
): Promise<string> {
  if (!reason) {
    refuse('invalid', 'reason-needed', 'Вы меняете вид дела, а с ним номер и сроки: укажите причину.')
  }
  if (!convertible.includes(row.state)) {
    refuse(
      'conflict',
      'may-not-convert',
      `Дело в состоянии «${stateNames[row.state]}»: вид меняют, пока ответ не отправлен на утверждение.`,
    )
  }
  const { scope, centre, now } = desk
  await scope
    .insertInto('former_numbers')
    .values({ centre_id: centre.id, number: row.number, case_id: row.id, at: now })
    .execute()
  const [number] = await takeNumbers(scope, centre, [{ regime, registeredAt: now }])
  return number!
}
