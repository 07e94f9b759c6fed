import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { type Installation, openInstallation } from '../platform/installation.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { readSettings } from '../platform/settings.ts'
import type { Call, Command, Outcome } from './command.ts'
import { chooseLanguage, details, overview } from './help.ts'

/** What the process writes and how it ends. */
export type Ending = { stdout: string; stderr: string; exitCode: 0 | 1 }

const everywhere = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const

/** Runs what the arguments say; progress goes to stderr while it works, everything else is in the ending. */
export async function runCommand(
  commands: Command[],
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<Ending> {
  try {
    const { command, rest } = findCommand(commands, args)
    const { values, positionals } = parse(command, rest)
    const asked = values['lang']
    const language = chooseLanguage(typeof asked === 'string' ? asked : undefined, env)
    if (!command || values['help']) {
      return ending([command ? details(command, language) : overview(commands, language)], [])
    }
    const outcome = await runOpen(command, positionals, values, env)
    return ending(values['json'] ? [JSON.stringify(outcome.json)] : outcome.lines, outcome.problems ?? [])
  } catch (error) {
    return ending([], [sentenceOf(error, env)])
  }
}

function ending(lines: string[], problems: string[]): Ending {
  const block = (all: string[]) => all.map((line) => `${line}\n`).join('')
  return { stdout: block(lines), stderr: block(problems), exitCode: problems.length > 0 ? 1 : 0 }
}

function findCommand(commands: Command[], args: string[]): { command: Command | null; rest: string[] } {
  for (const length of [2, 1]) {
    for (let at = 0; at < args.length; at += 1) {
      const name = args.slice(at, at + length).join(' ')
      const command = commands.find((candidate) => candidate.name === name)
      if (command) return { command, rest: args.toSpliced(at, length) }
    }
  }
  const words = args.filter((arg, at) => !arg.startsWith('-') && args[at - 1] !== '--lang')
  if (words.length === 0) return { command: null, rest: args }
  const names = commands.map((command) => command.name).join(', ')
  return refuse(
    'invalid',
    'unknown-command',
    `Нет команды «${words.join(' ')}»: есть ${names}. Справка: --help.`,
  )
}

function parse(command: Command | null, args: string[]): Pick<Call, 'values' | 'positionals'> {
  try {
    const options = { ...command?.options, ...everywhere }
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values: values as Call['values'], positionals }
  } catch (error) {
    const option = /'(-[^']*)'/.exec((error as Error).message)?.[1] ?? ''
    const name = command ? `${command.name} --help` : '--help'
    return refuse('invalid', 'wrong-option', `Параметр ${option} не подходит: посмотрите ${name}.`)
  }
}

async function runOpen(
  command: Command,
  positionals: string[],
  values: Call['values'],
  env: NodeJS.ProcessEnv,
): Promise<Outcome> {
  const settings = readSettings(env)
  const progress = (line: string) => void process.stderr.write(`${line}\n`)
  // npm runs scripts in the package's folder; the person may stand in another.
  const stood = env['npm_lifecycle_event'] === 'otklik' ? (env['INIT_CWD'] ?? process.cwd()) : process.cwd()
  let opened: Promise<Installation> | null = null
  const close = async (): Promise<void> => {
    await (await opened)?.close()
  }
  const interrupted = () => void close().finally(() => process.exit(130))
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    return await command.run({
      positionals,
      values,
      settings,
      progress,
      path: (given) => resolve(stood, given),
      open: () => (opened ??= openInstallation(settings, { progress })),
      readStdin: () => text(process.stdin),
    })
  } finally {
    await close().catch(() => {})
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
  }
}

function sentenceOf(error: unknown, env: NodeJS.ProcessEnv): string {
  if (error instanceof Refusal) return error.message
  const { message, stack } = error as Error
  return `Внутренняя ошибка: ${env['LOG_LEVEL'] === 'debug' ? stack : message}`
}
