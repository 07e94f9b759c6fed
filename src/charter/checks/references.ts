import { bySectorBlocks } from '../contract.ts'
import type { Keys } from '../paths.ts'
import { nearest } from '../zod-messages.ts'
import { codesOf, topicCodes } from './check.ts'
import type { Check, CheckInput, Found } from './check.ts'

type Kind = 'role' | 'sectorBlock' | 'organisation' | 'settlement' | 'topicGroup' | 'topic'
/** A code that must name something: its place, its kind, the code. */
type Reference = { keys: Keys; kind: Kind; code: string | undefined }

const missing: Record<Kind, string> = {
  role: 'роли с кодом «%» нет в roles',
  sectorBlock: 'отраслевого блока «%» нет в sectorBlocks',
  organisation: 'организации «%» нет в organisations',
  settlement: 'населённого пункта «%» нет в settlements',
  topicGroup: 'группы тем «%» нет ни в каталоге, ни в topics.own',
  topic: 'темы «%» нет ни в каталоге, ни в topics.own',
}

/** Every code that a charter mentions is declared in it, and organisations do not contain each other in a circle. */
export const checkReferences: Check = (input) => {
  const topics = topicCodes(input)
  const declared: Record<Kind, ReadonlySet<string> | null> = {
    role: codesOf(input.data, 'roles'),
    sectorBlock: codesOf(input.data, 'sectorBlocks'),
    organisation: codesOf(input.data, 'organisations'),
    settlement: codesOf(input.data, 'settlements'),
    topicGroup: topics.groups,
    topic: topics.topics,
  }
  const found: Found[] = []
  for (const { keys, kind, code } of references(input)) {
    const codes = declared[kind]
    if (code === undefined || codes === null || codes.has(code)) continue
    const near = nearest(code, [...codes])
    const advice = near ? `возможно, «${near}»?` : 'объявите запись или исправьте код'
    found.push({ keys, message: `${missing[kind].replace('%', code)}: ${advice}` })
  }
  return [...found, ...circles(input.readable.organisations ?? []), ...renames(input)]
}

function references({ readable: sections }: CheckInput): Reference[] {
  return [
    ...structureReferences(sections),
    ...workReferences(sections),
    ...(sections.streets ?? []).map(({ settlement }, i): Reference => ({
      keys: ['streets', i, 'settlement'],
      kind: 'settlement',
      code: settlement,
    })),
    ...reportReferences(sections),
    ...Object.entries(sections.norms ?? {}).flatMap(([key, { when }]) =>
      list(['norms', key, 'when', 'topics'], 'topic', when?.topics),
    ),
  ]
}

function structureReferences(sections: CheckInput['readable']): Reference[] {
  const { composition = [], sectorBlocks = [], substitution = [], organisations = [] } = sections
  return [
    ...composition.flatMap((position, i): Reference[] => [
      { keys: ['composition', i, 'role'], kind: 'role', code: position.role },
      { keys: ['composition', i, 'sectorBlock'], kind: 'sectorBlock', code: position.sectorBlock },
      { keys: ['composition', i, 'organisation'], kind: 'organisation', code: position.organisation },
    ]),
    ...sectorBlocks.flatMap(({ topicGroups }, i) =>
      list(['sectorBlocks', i, 'topicGroups'], 'topicGroup', topicGroups),
    ),
    ...substitution.map(({ role }, i): Reference => ({
      keys: ['substitution', i, 'role'],
      kind: 'role',
      code: role,
    })),
    ...organisations.flatMap(({ parent, topicGroups, settlements }, i): Reference[] => [
      { keys: ['organisations', i, 'parent'], kind: 'organisation', code: parent },
      ...list(['organisations', i, 'topicGroups'], 'topicGroup', topicGroups),
      ...list(['organisations', i, 'settlements'], 'settlement', settlements),
    ]),
  ]
}

function workReferences(sections: CheckInput['readable']): Reference[] {
  const { routing = [], approval = [], fastTrack = [] } = sections
  return [
    ...routing.flatMap(({ when, organisation, sectorBlock }, i): Reference[] => [
      ...list(['routing', i, 'when', 'topics'], 'topic', when.topics),
      ...list(['routing', i, 'when', 'topicGroups'], 'topicGroup', when.topicGroups),
      ...list(['routing', i, 'when', 'settlements'], 'settlement', when.settlements),
      { keys: ['routing', i, 'organisation'], kind: 'organisation', code: organisation },
      { keys: ['routing', i, 'sectorBlock'], kind: 'sectorBlock', code: sectorBlock },
    ]),
    ...approval.flatMap(({ by }, i) => list(['approval', i, 'by'], 'role', by)),
    ...fastTrack.flatMap(({ topics, topicGroups, organisation }, i): Reference[] => [
      ...list(['fastTrack', i, 'topics'], 'topic', topics),
      ...list(['fastTrack', i, 'topicGroups'], 'topicGroup', topicGroups),
      { keys: ['fastTrack', i, 'organisation'], kind: 'organisation', code: organisation },
    ]),
  ]
}

function reportReferences({ reports = [] }: CheckInput['readable']): Reference[] {
  return reports.flatMap(({ by, approvedBy, signatures, parts }, i) => [
    ...list(['reports', i, 'by'], 'role', by),
    ...list(['reports', i, 'approvedBy'], 'role', approvedBy),
    ...list(['reports', i, 'signatures'], 'role', signatures),
    ...parts.flatMap((part, j) =>
      part.by.flatMap((role, k) =>
        role === bySectorBlocks
          ? []
          : [{ keys: ['reports', i, 'parts', j, 'by', k], kind: 'role' as const, code: role }],
      ),
    ),
  ])
}

function list(keys: Keys, kind: Kind, codes: readonly string[] | undefined): Reference[] {
  return (codes ?? []).map((code, i) => ({ keys: [...keys, i], kind, code }))
}

function circles(organisations: readonly { code: string; parent?: string | undefined }[]): Found[] {
  const parents = new Map(organisations.flatMap(({ code, parent }) => [[code, parent]]))
  return organisations.flatMap(({ code }, i) => {
    const seen = new Set<string>()
    let above = parents.get(code)
    while (above !== undefined && above !== code && !seen.has(above)) {
      seen.add(above)
      above = parents.get(above)
    }
    if (above !== code) return []
    return [
      {
        keys: ['organisations', i, 'parent'],
        message: `организация «${code}» стоит над самой собой: исправьте parent`,
      },
    ]
  })
}

function renames(input: CheckInput): Found[] {
  const { topics } = input.readable
  if (!topics) return []
  const { groups, topics: codes } = topicCodes(input)
  const unknown = (code: string) => !groups.has(code) && !codes.has(code)
  const message = (code: string) => `темы или группы «${code}» нет в каталоге: исправьте код`
  return [
    ...Object.keys(topics.renames)
      .filter(unknown)
      .map((code) => ({ keys: ['topics', 'renames', code], message: message(code), asKey: true })),
    ...topics.hidden.flatMap((code, i) =>
      unknown(code) ? [{ keys: ['topics', 'hidden', i], message: message(code) }] : [],
    ),
  ]
}
