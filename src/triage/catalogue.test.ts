import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  catalogue,
  catalogueGroup,
  catalogueSorter,
  compileCatalogue,
  proposeTopics,
  topicProposal,
} from './index.ts'

const shipped = catalogue.parse(
  JSON.parse(readFileSync(new URL('../../charters/shared/topics-ru.json', import.meta.url), 'utf8')),
)
const matcher = compileCatalogue(shipped)

function small(strong: string[], keywords: string[] = [], groupStems: string[] = []) {
  const group = catalogueGroup.parse({
    code: 'g',
    name: 'Группа',
    groupStems,
    topics: [{ code: 't', name: 'Тема', strong, keywords }],
  })
  return compileCatalogue({ ...shipped, groups: [group] })
}
const score = (text: string, ...args: Parameters<typeof small>): number =>
  proposeTopics(small(...args), text).best[0]?.score ?? 0

test('the shipped catalogue has 20 groups and 189 topics', () => {
  assert.deepEqual([shipped.groups.length, shipped.groups.flatMap((group) => group.topics).length], [20, 189])
})

test('of the 189 examples at least 183 get their topic and 186 their group', (t) => {
  const rows = shipped.groups.flatMap((group) => group.topics.map((topic) => ({ group, topic })))
  const found = rows.map(({ group, topic }) => {
    const [first] = proposeTopics(matcher, topic.example ?? '').best
    return { topic: first?.topic === topic.code, group: first?.group === group.code }
  })
  const topics = found.filter((each) => each.topic).length
  const groups = found.filter((each) => each.group).length
  t.diagnostic(`topic right ${topics}/189, group right ${groups}/189`)
  assert.ok(topics >= 183 && groups >= 186, `${topics} ${groups}`)
})

test('a keyword is a prefix of a word', () => assert.equal(score('Подъезды грязные', ['подъезд']), 3))
test('a keyword that ends with a space is a whole word', () => {
  assert.equal(score('вырыли ям много', ['ям ']), 3)
  assert.equal(score('ямщик проехал', ['ям ']), 0)
})
test('a phrase keeps its order and lets one word in between', () => {
  assert.equal(score('моют наш подъезд', ['моют подъезд']), 5)
  assert.equal(score('моют весь наш подъезд', ['моют подъезд']), 0)
  assert.equal(score('подъезд моют', ['моют подъезд']), 0)
})
test('ё and е are one letter and capitals do not matter', () =>
  assert.equal(score('ТЁПЛЫЕ батареи', ['тепл']), 3))
test('a weak keyword counts one and a group stem two, at most five stems', () => {
  assert.equal(score('лавочка у воды', [], ['лавочк'], ['вод']), 3)
  assert.equal(score('а1 б2 в3 г4 д5 е6', [], [], ['а1', 'б2', 'в3', 'г4', 'д5', 'е6']), 10)
})
test('a keyword counts once however often it stands', () =>
  assert.equal(score('лифт лифт лифт', ['лифт']), 3))

test('a weak match leaves the topic to a person', () => {
  const [first] = proposeTopics(small([], ['лавочк']), 'лавочка').best
  assert.deepEqual([first?.group, first?.topic, first?.words], ['g', null, ['лавочк']])
})

test('nothing found proposes nothing and decides nothing', () => {
  assert.deepEqual(proposeTopics(matcher, 'ъъъ'), {
    best: [],
    decided: false,
    topicDecided: false,
    threshold: 5,
  })
})

test('an icicle is offered as an emergency', () => {
  assert.equal(proposeTopics(matcher, 'На крыше школы висят огромные сосульки').best[0]?.emergency, true)
})

test('a charter renames, hides and adds topics', () => {
  const changed = compileCatalogue(shipped, {
    renames: { '01.02': 'Подъёмники' },
    hidden: ['01.04'],
    extra: [
      catalogueGroup.parse({
        code: '01',
        name: 'Дома',
        topics: [{ code: '01.90', name: 'Ковры', strong: ['ковровая дорожка'] }],
      }),
      catalogueGroup.parse({
        code: '90',
        name: 'Космос',
        topics: [{ code: '90.01', name: 'Ракеты', strong: ['ракет'] }],
      }),
    ],
  })
  assert.equal(proposeTopics(changed, 'Не работает лифт').best[0]?.topicName, 'Подъёмники')
  assert.equal(proposeTopics(changed, 'Ковровая дорожка в подъезде').best[0]?.topic, '01.90')
  assert.equal(proposeTopics(changed, 'Ракета шумит').best[0]?.topic, '90.01')
  assert.ok(proposeTopics(changed, 'Сосульки и наледь').best.every((each) => each.topic !== '01.04'))
})

test('the catalogue sorter speaks as its contract says', () => {
  const proposal = catalogueSorter(matcher, '1').propose(
    'Автобус не пришёл, яма на дороге, мусор не вывозят, нет воды',
  )
  assert.deepEqual(topicProposal.parse(proposal), proposal)
  assert.equal(proposal.best.length, 3)
})

test('a hundred thousand words are read within two seconds', () => {
  const started = performance.now()
  proposeTopics(matcher, 'подъезд не моют '.repeat(33_000))
  assert.ok(performance.now() - started < 2000)
})
