import type { Channel } from '../../charter/contract.ts'
import type { SourceOutcome, SourceState } from '../contract-sources.ts'
import { headerName } from '../sources/header.ts'
import { incidentState } from '../sources/incident.ts'
import { posState } from '../sources/pos.ts'
import { readText } from '../sources/read-cell.ts'
import { optional, readBase } from '../sources/read-row.ts'
import type { FieldCells, RowReject, Source, SourceField, SourceRow } from '../sources/source.ts'

/** A table of the centre's own as it is kept: which column means what, and which channel its rows came by. */
export type OwnTable = {
  readonly n: number
  readonly name: string
  readonly channel: Channel
  readonly columns: Readonly<Partial<Record<SourceField, string>>>
  readonly header: readonly string[]
}

/** Fields that a column of an own table may mean; a time of day apart from its date is one of them. */
export const ownRequired: readonly SourceField[] = ['text', 'receivedAt']

/** Share of the saved columns that a file must have to be taken for the same table. */
const sameShare = 0.8

/** The source under which rows of an own table are known. */
export const codeOf = ({ n }: Pick<OwnTable, 'n'>) => `table-${n}`

/** An own table as a source: known by its header, read by the columns that a person named. */
export function sourceOfTable(table: OwnTable): Source {
  const named = Object.values(table.columns).map((name) => headerName(name))
  const saved = table.header.map((name) => headerName(name)).filter((name) => name !== '')
  return {
    code: codeOf(table),
    name: table.name,
    columns: Object.fromEntries(Object.entries(table.columns).map(([field, name]) => [field, [name]])),
    required: ownRequired,
    detect(header) {
      const there = new Set(header)
      const known = saved.filter((name) => there.has(lastPart(name))).length
      const isSame = named.every((name) => there.has(lastPart(name))) && known >= sameShare * saved.length
      return isSame ? known : 0
    },
    normalise: (cells) => normaliseOwn(cells, table.channel),
  }
}

// Headers are compared by the lower names of a merged header.
const lastPart = (name: string) => name.split(' / ').at(-1) ?? name

const ended = /^(закрыт|выполнен|исполнен|завершен|снят)/

/** The state by the words of an own table: as the sources we know write them, and a few plain ones. */
function ownState(outcome: string | undefined, status: string | undefined) {
  const known: { state: SourceState; outcome?: SourceOutcome } =
    outcome === undefined ? posState(status) : incidentState(outcome, status)
  const isEnded = [outcome, status].some((word) => ended.test(headerName(word ?? null)))
  return isEnded && known.state === 'in-work' ? { state: 'closed' as const } : known
}

function normaliseOwn(cells: FieldCells, channel: Channel): SourceRow | RowReject {
  const read = readBase(cells, { mayLackId: true })
  if ('kind' in read) return read
  const { base, dates } = read
  const { state, ...outcome } = ownState(base.outcomeCame, base.statusCame)
  const closed = state === 'closed'
  const text = readText(cells.value('answerText')) ?? readText(cells.value('firstAnswerText'))
  const at = dates.answerAt ?? dates.firstAnswerAt
  const answer = text === undefined && at === undefined ? undefined : optional({ text, at })
  return {
    kind: 'row',
    channel,
    ...base,
    state,
    ...outcome,
    ...optional({ closedAt: closed ? (dates.closedAt ?? at) : undefined }),
    ...optional(closed ? { finalAnswer: answer } : { firstAnswer: answer }),
  }
}
