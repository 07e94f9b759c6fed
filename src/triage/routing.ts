import type { Nature, RoutingDecision, RoutingRule } from './contract.ts'

/** What a case is known by when it is routed; codes of the charter. */
export type RoutingFacts = {
  readonly topic?: string | null
  readonly topicGroup?: string | null
  readonly settlement?: string | null
  readonly nature?: Nature | null
}

/** Names for the sentence that explains a route; a code without a name stands as itself. */
export type RoutingNames = { readonly [code: string]: string }

type Condition = {
  readonly wanted: (rule: RoutingRule) => readonly string[] | undefined
  readonly value: (facts: RoutingFacts) => string | null | undefined
  readonly weight: number
  readonly word: string
}

// A topic outweighs all the rest together, a group outweighs settlement and nature, a settlement outweighs nature.
const conditions: readonly Condition[] = [
  { wanted: (rule) => rule.when.topics, value: (facts) => facts.topic, weight: 8, word: 'тема' },
  {
    wanted: (rule) => rule.when.topicGroups,
    value: (facts) => facts.topicGroup,
    weight: 4,
    word: 'группа тем',
  },
  {
    wanted: (rule) => rule.when.settlements,
    value: (facts) => facts.settlement,
    weight: 2,
    word: 'населённый пункт',
  },
  { wanted: (rule) => rule.when.natures, value: (facts) => facts.nature, weight: 1, word: 'тип' },
]

const natureWords: Readonly<Record<Nature, string>> & { readonly [code: string]: string } = {
  solvable: 'решаемый',
  consultation: 'консультация',
  gratitude: 'благодарность',
  opinion: 'мнение',
  spam: 'спам',
}

/** How specific a rule is for these facts, or undefined when it does not apply. */
function specificity(rule: RoutingRule, facts: RoutingFacts): number | undefined {
  let sum = 0
  for (const { wanted, value, weight } of conditions) {
    const codes = wanted(rule)
    if (codes === undefined) continue
    const known = value(facts)
    if (known === null || known === undefined || !codes.includes(known)) return undefined
    sum += weight
  }
  return sum
}

function explain(rule: RoutingRule, at: number, facts: RoutingFacts, names: RoutingNames): string {
  const reasons = conditions.flatMap(({ wanted, value, word }) => {
    const code = value(facts)
    if (wanted(rule) === undefined || code === null || code === undefined) return []
    return [`${word} «${names[code] ?? natureWords[code] ?? code}»`]
  })
  const which = `Правило ${at + 1} маршрутизации`
  return reasons.length === 0 ? `${which}: общее, для всего остального.` : `${which}: ${reasons.join(', ')}.`
}

/**
 * The organisation and sector block for a case by a charter's rules: the most specific rule wins, among equals the first.
 * What the winner leaves open (only a block, only an organisation) is taken from the next rule that fits.
 */
export function routeCase(
  rules: readonly RoutingRule[],
  facts: RoutingFacts,
  names: RoutingNames = {},
): RoutingDecision {
  const fitting = rules
    .map((rule, at) => ({ rule, at, rank: specificity(rule, facts) }))
    .filter((each): each is typeof each & { rank: number } => each.rank !== undefined)
    .toSorted((a, b) => b.rank - a.rank || a.at - b.at)
  const [winner] = fitting
  if (winner === undefined) {
    return {
      organisation: null,
      block: null,
      rule: null,
      why: 'Ни одно правило маршрутизации не подошло: назначьте исполнителя сами.',
    }
  }
  const forOrganisation = fitting.find((each) => each.rule.organisation !== undefined)
  const forBlock = fitting.find((each) => each.rule.sectorBlock !== undefined)
  const other = [forOrganisation, forBlock].find((each) => each !== undefined && each !== winner)
  const also =
    other === undefined
      ? ''
      : ` ${other === forBlock ? 'Отраслевой блок' : 'Организация'}: ${lower(explain(other.rule, other.at, facts, names))}`
  return {
    organisation: forOrganisation?.rule.organisation ?? null,
    block: forBlock?.rule.sectorBlock ?? null,
    rule: winner.at,
    why: explain(winner.rule, winner.at, facts, names) + also,
  }
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
