import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Charter, CharterUsage } from './contract.ts'
import { newCharterText } from './new-charter.ts'
import { orphans } from './orphans.ts'
import { readCharter } from './read-charter.ts'
import { shipped } from './shipped.ts'

const none: CharterUsage = {
  topics: {},
  topicGroups: {},
  organisations: {},
  sectorBlocks: {},
  settlements: {},
  channels: {},
  roles: {},
  series: {},
}

function charterOf(text: string): Charter {
  const { charter, problems } = readCharter({ 'charter.yaml': text })
  assert.deepEqual(problems, [])
  assert.ok(charter)
  return charter
}

const text = newCharterText()
const role = '  - { code: intern, name: Стажёр, permissions: [case.read] }\n'
const topics = `topics:
  own:
    - code: x
      name: Особое
      topics: [{ code: x.1, name: Маяк }]
`
const full = charterOf(text.replace('roles:\n', `roles:\n${role}`).concat(topics))

const lost: [name: string, after: Charter, usage: Partial<CharterUsage>, messages: string[]][] = [
  ['nothing open', charterOf(text), {}, []],
  [
    'a role of two people',
    charterOf(text.concat(topics)),
    { roles: { intern: 2 } },
    ['Роль «Стажёр» убрана, а в ней 2 сотрудника: дайте им другую роль или оставьте её.'],
  ],
  [
    'a topic of one case',
    charterOf(text.replace('roles:\n', `roles:\n${role}`)),
    { topics: { 'x.1': 1 }, topicGroups: { x: 1 } },
    [
      'Группа тем «Особое» убрана, а на ней 1 открытое дело: смените тему в делах или оставьте группу.',
      'Тема «Маяк» убрана, а на ней 1 открытое дело: смените тему в делах или оставьте тему.',
    ],
  ],
  [
    'a block of five cases',
    charterOf(
      text
        .replace(/^ {2}- \{ code: roads, name.*$/m, '')
        .replace('sectorBlocks:', 'sectorBlocks: []')
        .replace(', sectorBlock: roads', '')
        .replace('roles:\n', `roles:\n${role}`)
        .concat(topics),
    ),
    { sectorBlocks: { roads: 5 } },
    [
      'Отраслевой блок «Дороги и транспорт» убран, а на нём 5 открытых дел: передайте их другому блоку или оставьте блок.',
    ],
  ],
  [
    'numbers that another regime has given',
    charterOf(
      text
        .replace('roles:\n', `roles:\n${role}`)
        .concat(topics, 'numbering: { message: { prefix: ОГ }, appeal: { prefix: О } }\n'),
    ),
    { series: { appeal: 7 } },
    [
      'Номера вида «сообщение» могут совпасть с уже выданными номерами вида «обращение (59-ФЗ)» (7): выберите другую приставку.',
    ],
  ],
]

for (const [name, after, usage, messages] of lost) {
  test(`a new charter that takes away ${name} says ${messages.length === 0 ? 'nothing' : 'so'}`, () => {
    const found = orphans(full, after, { ...none, ...usage }, shipped().catalogue)
    assert.deepEqual(
      found.map(({ message }) => message),
      messages,
    )
  })
}
