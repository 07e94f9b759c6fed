import { patternLetters, patternsMeet } from './checks/numbering.ts'
import { topicCodes } from './checks/check.ts'
import { regime as regimes, regimeNames } from './vocabulary.ts'
import type { Charter, CharterOrphan, CharterUsage } from './contract.ts'
import type { TopicCodes } from './shipped.ts'
import { nameOfValue } from './titles.ts'

type Coded = { code: string; name: string }
type Kind = Exclude<keyof CharterUsage, 'series'>

/** What a person reads of a thing that is gone while work hangs on it. */
const words: Record<Kind, { what: string; gone: string; advice: string }> = {
  organisations: { what: 'Организация', gone: 'убрана', advice: 'переназначьте их или оставьте организацию' },
  sectorBlocks: {
    what: 'Отраслевой блок',
    gone: 'убран',
    advice: 'передайте их другому блоку или оставьте блок',
  },
  settlements: {
    what: 'Населённый пункт',
    gone: 'убран',
    advice: 'исправьте место в делах или оставьте пункт',
  },
  topicGroups: { what: 'Группа тем', gone: 'убрана', advice: 'смените тему в делах или оставьте группу' },
  topics: { what: 'Тема', gone: 'убрана', advice: 'смените тему в делах или оставьте тему' },
  channels: { what: 'Канал', gone: 'убран', advice: 'закройте их или оставьте канал (on: false)' },
  roles: { what: 'Роль', gone: 'убрана', advice: 'дайте им другую роль или оставьте её' },
}

/** Open work that the new charter would leave without its organisation, block, topic, place, channel, role or number. */
export function orphans(
  before: Charter,
  after: Charter,
  usage: CharterUsage,
  catalogue: TopicCodes,
): CharterOrphan[] {
  const oldTopics = topicCodes({ data: before, catalogue, sections: before, readable: before })
  const newTopics = topicCodes({ data: after, catalogue, sections: after, readable: after })
  const named = (list: readonly Coded[]) => new Map(list.map(({ code, name }) => [code, name]))
  const same = (codes: ReadonlySet<string>) => new Map([...codes].map((code) => [code, code]))
  const ownTopics = before.topics.own
  const topicNames = named(ownTopics.flatMap((group) => [group, ...group.topics]))
  const channels = (charter: Charter) =>
    new Map(
      Object.entries(charter.channels).map(([code, value]) => [code, nameOfValue(`channels.${code}`, value)]),
    )
  const lost = (kind: Kind, old: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>) =>
    [...old].flatMap(([code, name]) => {
      const count = usage[kind][code] ?? 0
      return count > 0 && !now.has(code) ? [orphan(kind, code, topicNames.get(code) ?? name, count)] : []
    })
  return [
    ...lost('organisations', named(before.organisations), named(after.organisations)),
    ...lost('sectorBlocks', named(before.sectorBlocks), named(after.sectorBlocks)),
    ...lost('settlements', named(before.settlements), named(after.settlements)),
    ...lost('topicGroups', same(oldTopics.groups), same(newTopics.groups)),
    ...lost('topics', same(oldTopics.topics), same(newTopics.topics)),
    ...lost('channels', channels(before), channels(after)),
    ...lost('roles', named(before.roles), named(after.roles)),
    ...takenNumbers(before, after, usage),
  ]
}

function orphan(kind: Kind, code: string, name: string, count: number): CharterOrphan {
  const { what, gone, advice } = words[kind]
  const work = kind === 'roles' ? `в ней ${counted(count, staff)}` : `на ней ${counted(count, cases)}`
  const held = gone === 'убран' ? work.replace('на ней', 'на нём') : work
  return { path: `${kind}.${code}`, count, message: `${what} «${name}» ${gone}, а ${held}: ${advice}.` }
}

// A series that changes its pattern must not walk into numbers that another regime has given.
function takenNumbers(before: Charter, after: Charter, usage: CharterUsage): CharterOrphan[] {
  return regimes.options.flatMap((regime) => {
    const now = patternLetters(after.numbering[regime])
    return regimes.options.flatMap((other) => {
      const given = usage.series[other] ?? 0
      const old = patternLetters(before.numbering[other])
      if (
        other === regime ||
        given === 0 ||
        typeof now === 'string' ||
        typeof old === 'string' ||
        !patternsMeet(now, old)
      )
        return []
      const message = `Номера вида «${regimeNames[regime]}» могут совпасть с уже выданными номерами вида «${regimeNames[other]}» (${given}): выберите другую приставку.`
      return [{ path: `numbering.${regime}`, count: given, message }]
    })
  })
}

const cases = { one: 'открытое дело', few: 'открытых дела', many: 'открытых дел' }
const staff = { one: 'сотрудник', few: 'сотрудника', many: 'сотрудников' }
const plural = new Intl.PluralRules('ru')

function counted(count: number, forms: { one: string; few: string; many: string }): string {
  const form = plural.select(count)
  return `${count} ${form === 'one' || form === 'few' ? forms[form] : forms.many}`
}
