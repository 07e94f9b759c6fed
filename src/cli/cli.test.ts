import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuse } from '../platform/refusal.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { runCommand } from './run-command.ts'

const echo: Command = {
  name: 'say twice',
  usage: 'WORD',
  summary: { ru: 'сказать дважды', en: 'say twice' },
  options: { loud: { type: 'boolean', help: { ru: 'громко', en: 'loudly' } } },
  run: async ({ positionals, values }) => {
    const word = positionals[0] ?? refuse('invalid', 'no-word', 'Скажите, что повторить.')
    return { json: { word, loud: values['loud'] === true }, lines: [word, word] }
  },
}
const checking: Command = {
  name: 'check',
  usage: '',
  summary: { ru: 'проверить', en: 'check' },
  run: async () => ({ json: { problems: 2 }, lines: [], problems: ['a.yaml:1:1: раз', 'a.yaml:2:1: два'] }),
}
const run = (...args: string[]) => runCommand([echo, checking], args, {})

test('the help names every command in Russian, and in English by a switch or by LANG', async () => {
  const russian = await runCommand(commands, ['--help'], {})
  const english = await runCommand(commands, ['--help', '--lang', 'en'], {})
  const byLang = await runCommand(commands, ['--help'], { LANG: 'en_US.UTF-8' })
  assert.equal(byLang.stdout, english.stdout)
  for (const { name, summary } of commands) {
    assert.ok(russian.stdout.includes(`  ${name}`) && russian.stdout.includes(summary.ru), name)
    assert.ok(english.stdout.includes(summary.en), name)
  }
})

test('a command answers with lines for a person, or with one JSON object and nothing else', async () => {
  assert.deepEqual(await run('say', 'twice', 'да'), { stdout: 'да\nда\n', stderr: '', exitCode: 0 })
  assert.deepEqual(await run('say', 'twice', 'да', '--json', '--loud'), {
    stdout: '{"word":"да","loud":true}\n',
    stderr: '',
    exitCode: 0,
  })
})

test('a failure is exit 1 and one sentence on stderr', async () => {
  assert.deepEqual(await run('say', 'twice', '--json'), {
    stdout: '',
    stderr: 'Скажите, что повторить.\n',
    exitCode: 1,
  })
  const unknown = await run('sing')
  assert.equal(unknown.exitCode, 1)
  assert.equal(unknown.stderr, 'Нет команды «sing»: есть say twice, check. Справка: --help.\n')
  assert.equal(
    (await run('say', 'twice', '--quietly')).stderr,
    'Параметр --quietly не подходит: посмотрите say twice --help.\n',
  )
})

test('a command that finds problems lists them all and ends with 1', async () => {
  assert.deepEqual(await run('check'), {
    stdout: '',
    stderr: 'a.yaml:1:1: раз\na.yaml:2:1: два\n',
    exitCode: 1,
  })
})
