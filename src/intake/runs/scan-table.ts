import { setImmediate as breathe } from 'node:timers/promises'
import type { Centre } from '../../charter/index.ts'
import { cleanText } from '../../triage/index.ts'
import { tallyCalls } from '../calls/call-row.ts'
import type { Detection, MappingKind, UnknownValue } from '../contract.ts'
import { type CentreSorter, sorterOf } from '../sorting/centre-sorter.ts'
import { likeness } from '../sorting/fold-name.ts'
import { type ChosenValues, type ReadValue, readValues } from '../sorting/known-values.ts'
import type { OpenTable } from '../sources/open-table.ts'
import type { RowReject, SourceRow } from '../sources/source.ts'
import { fieldNames } from '../sources/field-names.ts'

/** Rows shown as they will become. */
export const previewRows = 20
/** Texts looked at for each unknown group: enough to guess by. */
const samplesPerGroup = 30
/** Unknown values kept with a run; the commonest come first. */
const mostUnknown = 500

/** What reading the whole table once showed; nothing is written. */
export type Scan = { detection: Detection; totalRows: number; first: (SourceRow | RowReject)[] }

type Tally = { value: ReadValue; count: number; votes: Map<string, number>; samples: number }

/** Reads a table to its end: a file that is broken anywhere is refused here, before anything is changed. */
export async function scanTable(table: OpenTable, centre: Centre, chosen: ChosenValues): Promise<Scan> {
  const sorter = sorterOf(centre)
  const tallies = new Map<string, Tally>()
  const calls = tallyCalls(centre)
  const first: Scan['first'] = []
  let [totalRows, rejectedRows, foreignRows] = [0, 0, 0]
  for await (const row of table.rows()) {
    totalRows += 1
    if (totalRows % 200 === 0) await breathe()
    if (first.length < previewRows) first.push(row)
    if (row.kind === 'reject') {
      rejectedRows += 1
      continue
    }
    if (!sorter.isOurs(row)) foreignRows += 1
    if (!calls.add(row)) continue
    for (const value of readValues(row, sorter, chosen).values) countValue(tallies, value, row, sorter)
  }
  const detection = { ...describeTable(table), unknown: unknownOf(tallies, sorter, centre) }
  const types = calls.found()
  const counted = types.length > 0 ? { calls: types } : {}
  return { detection: { ...detection, foreignRows, rejectedRows, ...counted }, totalRows, first }
}

/** Reads a table to its end without looking at its values: for a file that goes straight into an import. */
export async function verifyTable(table: OpenTable): Promise<Scan> {
  let totalRows = 0
  for await (const { number } of table.sheet.rows()) {
    if (number > table.header.lastRow) totalRows += 1
    if (totalRows % 200 === 0) await breathe()
  }
  const detection = { ...describeTable(table), unknown: [], foreignRows: 0, rejectedRows: 0 }
  return { detection, totalRows, first: [] }
}

function describeTable({ source, header, columns, sheet, sure, rival }: OpenTable) {
  const fieldOf = new Map([...columns].map(([field, column]) => [column, field]))
  return {
    source: source.code,
    sourceName: source.name,
    sure,
    rival: rival && { source: rival.code, name: rival.name },
    format: sheet.format,
    encoding: sheet.encoding,
    delimiter: sheet.delimiter ?? null,
    sheetName: sheet.sheetName ?? null,
    headerRow: header.lastRow,
    columns: header.names.map((name, column) => {
      const field = fieldOf.get(column) ?? null
      return { name: name || `Столбец ${column + 1}`, field, fieldName: field && fieldNames[field] }
    }),
  }
}

function countValue(
  tallies: Map<string, Tally>,
  value: ReadValue,
  row: SourceRow,
  sorter: CentreSorter,
): void {
  // What the charter knows by name needs no person; what a person chose is shown, to be chosen anew.
  const key = `${value.kind} ${value.value}`
  let tally = tallies.get(key)
  if (!tally) tallies.set(key, (tally = { value, count: 0, votes: new Map(), samples: 0 }))
  tally.count += 1
  if (value.kind !== 'topic_group' || value.code !== null || tally.samples >= samplesPerGroup) return
  tally.samples += 1
  const [best] = sorter.sorter.propose(cleanText(row.text)).best
  if (best) tally.votes.set(best.group, (tally.votes.get(best.group) ?? 0) + 1)
}

function unknownOf(
  tallies: ReadonlyMap<string, Tally>,
  sorter: CentreSorter,
  centre: Centre,
): UnknownValue[] {
  return [...tallies.values()]
    .filter(({ value }) => value.code === null)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostUnknown)
    .map(({ value: { kind, value, code, left }, count, votes }) => ({
      kind,
      value,
      count,
      code,
      left,
      guesses: guessesOf(kind, value, votes, sorter, centre),
    }))
}

function guessesOf(
  kind: MappingKind,
  value: string,
  votes: ReadonlyMap<string, number>,
  sorter: CentreSorter,
  centre: Centre,
): UnknownValue['guesses'] {
  if (kind === 'topic_group') return guessGroups(value, votes, sorter)
  if (kind === 'topic') return guessTopics(value, sorter)
  const list = kind === 'organisation' ? centre.charter.organisations : centre.charter.settlements
  return list
    .map(({ code, name, aliases }) => ({
      code,
      name,
      score: Math.max(...[name, ...aliases].map((one) => likeness(one, value))),
    }))
    .filter(({ score }) => score >= 0.3)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ code, name }) => ({ code, name }))
}

// The name counts as much as half of the texts that carry it.
function guessGroups(value: string, votes: ReadonlyMap<string, number>, { groups, keywords }: CentreSorter) {
  const all = Math.max(
    1,
    [...votes.values()].reduce((sum, count) => sum + count, 0),
  )
  const named = new Map(keywords.propose(value).best.map(({ group }, at) => [group, 0.5 - at * 0.2]))
  return groups
    .map(({ code, name }) => {
      const score = (votes.get(code) ?? 0) / all + (named.get(code) ?? 0) + likeness(name, value) / 2
      return { code, name, score }
    })
    .filter(({ score }) => score >= 0.15)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ code, name }) => ({ code, name }))
}

function guessTopics(value: string, { groups, keywords }: CentreSorter) {
  const said = value.split(' / ').at(-1) ?? value
  const best = new Set(keywords.propose(value).best.flatMap(({ topic }) => topic ?? []))
  return groups
    .flatMap(({ topics }) => topics)
    .map(({ code, name }) => ({ code, name, score: likeness(name, said) + (best.has(code) ? 0.4 : 0) }))
    .filter(({ score }) => score >= 0.35)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ code, name }) => ({ code, name }))
}
