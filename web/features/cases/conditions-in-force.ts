import { useQuery } from '@tanstack/react-query'
import { useCentre } from '../../app/centre-context.ts'
import type { Named } from '../../ui/code-select.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { referenceQuery } from './case-queries.ts'
import type { WorklistSearch } from './worklist-search.ts'
import { courseKeys, courseWords } from './course-search.ts'
import { facetKeys, facetWords } from './facet-search.ts'
import { placeKeys, placeWords, tellHexagon, tellPoint } from './place-search.ts'
import { worklistWords } from './worklist-words.ts'

/** The conditions that are told under the bar, in the order in which they are told. */
const toldKeys = [
  'find',
  'topicGroup',
  'settlement',
  'organisation',
  'sectorBlock',
  'assignee',
  'channel',
  'regime',
  'nature',
  'outcome',
  'from',
  'to',
  'emergency',
  'undecided',
  'alike',
  'importRun',
  'network',
  ...placeKeys,
  ...courseKeys,
  ...facetKeys,
] as const satisfies readonly (keyof WorklistSearch)[]
type ToldKey = (typeof toldKeys)[number]

type NamedKind = 'channel' | 'regime' | 'nature' | 'outcome' | 'subtype' | 'organisationKind' | 'result'
type Condition = { key: ToldKey; name: string; value: string }

/** The conditions of the address bar in words; those that stand openly in the bar (view, state, order) are not repeated. */
export function useConditionsInForce(search: WorklistSearch): Condition[] {
  const t = useWords(worklistWords)
  const names = useWords(caseNames)
  const when = useWhen()
  const { data: reference } = useQuery(referenceQuery(useCentre().slug))

  const fromList = (list: readonly Named[] | undefined) => (value: string) =>
    value === 'none' ? t('none') : (list?.find((one) => one.code === value)?.name ?? value)
  const fromNames = (kind: NamedKind) => (value: string) =>
    value === 'none' ? t('none') : names(`${kind}.${value}` as Parameters<typeof names>[0])
  const group = reference?.topicGroups.find(
    (one) => one.code === search.topicGroup || one.topics.some(({ code }) => code === search.topic),
  )
  const topic = group?.topics.find((one) => one.code === search.topic)
  const yes = () => t('yes')
  const course = useWords(courseWords)
  const where = useWords(placeWords)
  const fate = (key: 'late' | 'fastTrack' | 'repeated' | 'promise') => (value: string) =>
    course(`${key}.${value}` as Parameters<typeof course>[0])
  const facets = useWords(facetWords)
  const facet = (key: 'marked' | 'lacks' | 'sameText' | 'sourceConflict') => (value: string) => {
    const word = `${key}.${value}`
    return word in facetWords.ru ? facets(word as Parameters<typeof facets>[0]) : value
  }
  const nameOf = (key: ToldKey) =>
    isCourse(key) ? course(key) : isFacet(key) ? facets(key) : isPlace(key) ? where(key) : t(key)
  const tell: Record<ToldKey, (value: string) => string> = {
    find: (value) => value,
    topicGroup: (value) => (value === 'none' ? t('none') : (topic?.name ?? group?.name ?? value)),
    settlement: fromList(reference?.settlements),
    organisation: fromList(reference?.organisations),
    sectorBlock: fromList(reference?.sectorBlocks),
    assignee: fromList(reference?.staff.map((person) => ({ code: person.id, name: person.name }))),
    channel: fromNames('channel'),
    regime: fromNames('regime'),
    nature: fromNames('nature'),
    outcome: fromNames('outcome'),
    from: when.day,
    to: when.day,
    emergency: yes,
    undecided: yes,
    alike: yes,
    importRun: () => t('importRunValue'),
    network: fromNames('channel'),
    street: (value) => (value === 'none' ? t('none') : value),
    located: (value) => where(`located.${value}` as Parameters<typeof where>[0]),
    hexagon: tellHexagon,
    point: tellPoint,
    receivedFrom: when.day,
    receivedTo: when.day,
    firstAnsweredFrom: when.day,
    firstAnsweredTo: when.day,
    answeredFrom: when.day,
    answeredTo: when.day,
    closedFrom: when.day,
    closedTo: when.day,
    promisedFrom: when.day,
    promisedTo: when.day,
    openAt: when.day,
    late: fate('late'),
    fastTrack: fate('fastTrack'),
    repeated: fate('repeated'),
    promise: fate('promise'),
    subtype: fromNames('subtype'),
    organisationKind: fromNames('organisationKind'),
    result: fromNames('result'),
    mark: (value) => (value === 'none' ? t('none') : value),
    marked: facet('marked'),
    lacks: facet('lacks'),
    sameText: facet('sameText'),
    sourceConflict: facet('sourceConflict'),
    asOf: when.full,
    figure: () => course('figure.kept'),
  }
  return toldKeys.flatMap((key) => {
    // A topic is told in the place of its group.
    const value = key === 'topicGroup' ? (search.topicGroup ?? search.topic) : search[key]
    if (value === undefined) return []
    return [{ key, name: nameOf(key), value: [value].flat().map(tell[key]).join(', ') }]
  })
}

function isFacet(key: ToldKey): key is (typeof facetKeys)[number] {
  return (facetKeys as readonly string[]).includes(key)
}

function isCourse(key: ToldKey): key is (typeof courseKeys)[number] {
  return (courseKeys as readonly string[]).includes(key)
}

function isPlace(key: ToldKey): key is (typeof placeKeys)[number] {
  return (placeKeys as readonly string[]).includes(key)
}
