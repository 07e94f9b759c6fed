import { record } from '../../audit/index.ts'
import type { Centre } from '../../charter/index.ts'
import { type Desk, mustHave } from '../../people/index.ts'
import { refuse } from '../../platform/refusal.ts'
import type { CallFigures } from '../contract-calls.ts'
import { type CallDays, type CallLine, countCalls, knownDays } from './figure-store.ts'

/** Days shown where none are asked for. */
const usualDays = 30
/** Longest period, and the longest that is laid out by day. */
const longest = 1096
const longestByDay = 62

type Asked = { from?: string | undefined; to?: string | undefined }

/** Figures of the calls of a period, by type, point, result and place. */
export async function readCalls(desk: Desk, asked: Asked): Promise<CallFigures> {
  const { scope, centre } = desk
  mustSee(desk)
  const known = await knownDays(scope, centre)
  const days = daysOf(asked, known, desk.now.toZonedDateTimeISO(centre.zone).toPlainDate())
  const lines = await countCalls(scope, centre, days)
  const by = lengthOf(days) > longestByDay ? ('month' as const) : ('day' as const)
  const points = pointsOf(days, by)
  const placeOf = new Map(points.map((point, place) => [point, place]))
  const place = ({ day }: CallLine) => placeOf.get(by === 'day' ? day : `${day.slice(0, 7)}-01`) ?? 0
  const sums = (some: readonly CallLine[]) => {
    const byPoint = points.map(() => 0)
    for (const line of some) byPoint[place(line)]! += line.calls
    return byPoint
  }
  const ofRegister = lines.filter(({ type }) => type !== null)
  const byHand = total(lines.filter(({ type }) => type === null))
  return {
    from: days.from.toString(),
    to: days.to.toString(),
    by,
    points,
    total: total(lines),
    cases: lines.reduce((sum, { cases }) => sum + cases, 0),
    byHand,
    types: ranked(Map.groupBy(ofRegister, ({ type }) => type!)).map(([type, some]) => ({
      type,
      calls: total(some),
      cases: some.reduce((sum, { cases }) => sum + cases, 0),
      byPoint: sums(some),
    })),
    byPoint: sums(lines),
    results: ranked(Map.groupBy(ofRegister, ({ result }) => result)).map(([result, some]) => ({
      result,
      calls: total(some),
    })),
    settlements: ranked(Map.groupBy(lines, ({ settlement }) => settlement)).map(([code, some]) => ({
      code,
      name: nameOf(centre, code),
      calls: total(some),
    })),
    known,
  }
}

/** The same figures as lines of a table, header first: no words, no names, no addresses. The export itself is recorded. */
export async function callTable(
  desk: Desk,
  asked: Asked,
): Promise<{ days: { from: string; to: string }; lines: (string | number)[][] }> {
  const { scope, centre } = desk
  mustSee(desk)
  mustHave(desk.actor, 'list.export', 'выгружать списки')
  const known = await knownDays(scope, centre)
  const days = daysOf(asked, known, desk.now.toZonedDateTimeISO(centre.zone).toPlainDate())
  const found = await countCalls(scope, centre, days)
  const lines = found.map((line) => [
    line.day,
    line.type ?? 'карточка, заведённая вручную',
    nameOf(centre, line.settlement) ?? '',
    line.result ?? '',
    line.calls,
    line.cases,
  ])
  await record(desk, { action: 'list-exported', data: { lines: lines.length } })
  const header = ['День', 'Тип', 'Населённый пункт', 'Результат', 'Вызовов', 'Из них стали делами']
  return { days: { from: days.from.toString(), to: days.to.toString() }, lines: [header, ...lines] }
}

// Whoever brings registers may see what came of them.
function mustSee({ actor }: Desk): void {
  if (!actor.permissions.has('import.run')) mustHave(actor, 'insight.read', 'видеть показатели')
}

function daysOf({ from, to }: Asked, known: CallFigures['known'], today: Temporal.PlainDate): CallDays {
  if (from === undefined && to === undefined) {
    const last = known === null ? today : Temporal.PlainDate.from(known.to)
    return { from: last.subtract({ days: usualDays - 1 }), to: last }
  }
  if (from === undefined || to === undefined)
    refuse('invalid', 'half-a-period', 'Укажите обе даты периода: начало и конец.')
  const days = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
  if (lengthOf(days) < 1)
    refuse('invalid', 'ends-before-begin', 'Период кончается раньше, чем начинается: поменяйте даты местами.')
  if (lengthOf(days) > longest) refuse('invalid', 'too-long', 'Период длиннее трёх лет: выберите короче.')
  return days
}

const lengthOf = ({ from, to }: CallDays) => from.until(to).days + 1

function pointsOf({ from, to }: CallDays, by: 'day' | 'month'): string[] {
  const points: string[] = []
  const step = by === 'day' ? { days: 1 } : { months: 1 }
  let point = by === 'day' ? from : from.with({ day: 1 })
  for (; Temporal.PlainDate.compare(point, to) <= 0; point = point.add(step)) points.push(point.toString())
  return points
}

const total = (lines: readonly CallLine[]) => lines.reduce((sum, { calls }) => sum + calls, 0)

// The most first; the same number in the order of the alphabet, what has no name last.
function ranked<Key extends string | null>(groups: Map<Key, CallLine[]>): [Key, CallLine[]][] {
  return [...groups].toSorted(
    ([a, one], [b, other]) => total(other) - total(one) || (a ?? '\uffff').localeCompare(b ?? '\uffff', 'ru'),
  )
}

function nameOf({ charter }: Centre, code: string | null): string | null {
  return code === null ? null : (charter.settlements.find((one) => one.code === code)?.name ?? code)
}
