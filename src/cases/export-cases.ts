import { channelNames, natureNames, outcomeNames, regimeNames } from '../charter/contract.ts'
import { type Desk, mustHave } from '../people/index.ts'
import { record } from '../audit/index.ts'
import type { CaseFilters, caseSorts } from './contract-list.ts'
import { everyRow, type ListedRow } from './list-cases.ts'
import { type Names, namesOf } from './names.ts'
import type { CaseSorting } from './sorting.ts'
import { stateNames } from './states.ts'

/** Lines of a table at most. */
const mostLines = 50_000

const header = [
  'Номер',
  'Внешний номер',
  'Вид',
  'Тип',
  'Состояние',
  'Канал',
  'Поступило',
  'Зарегистрировано',
  'Срок',
  'Ответ дан',
  'Закрыто',
  'Итог',
  'Группа тем',
  'Тема',
  'Населённый пункт',
  'Улица',
  'Дом',
  'Организация',
  'Отраслевой блок',
  'Исполнитель',
  'Голосов',
  'Суть',
]

/** The list as lines of a table, header first: masked words only. The export itself is recorded. */
export async function exportCases(
  desk: Desk,
  filters: CaseFilters & { sort: (typeof caseSorts)[number] },
  sorting: CaseSorting,
): Promise<(string | number)[][]> {
  mustHave(desk.actor, 'list.export', 'выгружать списки')
  const names = namesOf(desk.centre, sorting.classifier(desk.centre))
  const lines: (string | number)[][] = [header]
  for await (const row of everyRow(desk, filters, mostLines)) {
    lines.push([...whatAndWhen(row, desk.centre.zone), ...whereAndWho(row, names)])
  }
  await record(desk, { action: 'list-exported', data: { lines: lines.length - 1 } })
  return lines
}

function whatAndWhen(row: ListedRow, zone: string): string[] {
  const when = (at: Temporal.Instant | null) =>
    at?.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ') ??
    ''
  return [
    row.number,
    row.external_number ?? '',
    regimeNames[row.regime],
    row.nature ? natureNames[row.nature] : '',
    stateNames[row.state],
    channelNames[row.channel],
    when(row.received_at),
    when(row.registered_at),
    when(row.due_at),
    when(row.answered_at),
    when(row.closed_at),
    row.outcome ? outcomeNames[row.outcome] : '',
  ]
}

function whereAndWho(row: ListedRow, names: Names): (string | number)[] {
  return [
    names.topicGroup(row.topic_group)?.name ?? '',
    names.topic(row.topic)?.name ?? '',
    names.settlement(row.settlement)?.name ?? '',
    row.street ?? '',
    row.house ?? '',
    names.organisation(row.organisation)?.name ?? '',
    names.sectorBlock(row.sector_block)?.name ?? '',
    row.assignee_name ?? '',
    row.voices,
    row.gist,
  ]
}
