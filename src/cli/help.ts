import type { Bilingual, Command } from './command.ts'

export type Language = keyof Bilingual

/** The language of the help: `--lang`, else English where LANG says so, else Russian. */
export function chooseLanguage(asked: string | undefined, env: NodeJS.ProcessEnv): Language {
  if (asked === 'en' || asked === 'ru') return asked
  return /^en/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'en' : 'ru'
}

const words = {
  usage: { ru: 'Как вызывать: npm run -s otklik -- КОМАНДА', en: 'Usage: npm run -s otklik -- COMMAND' },
  commands: { ru: 'Команды:', en: 'Commands:' },
  everywhere: { ru: 'Для любой команды:', en: 'For every command:' },
  json: { ru: 'один объект JSON в stdout и ничего больше', en: 'one JSON object on stdout and nothing else' },
  help: { ru: 'эта справка; после команды — её параметры', en: 'this help; after a command, its options' },
  lang: { ru: 'язык справки (English: --lang en)', en: 'language of the help (по-русски: --lang ru)' },
} satisfies Record<string, Bilingual>

/** The help of the whole CLI. */
export function overview(commands: Command[], language: Language): string {
  const width = Math.max(...commands.map((command) => heading(command).length))
  return [
    words.usage[language],
    '',
    words.commands[language],
    ...commands.map((command) => `  ${heading(command).padEnd(width)}  ${command.summary[language]}`),
    '',
    words.everywhere[language],
    `  --json         ${words.json[language]}`,
    `  --help         ${words.help[language]}`,
    `  --lang ru|en   ${words.lang[language]}`,
  ].join('\n')
}

/** The help of one command. */
export function details(command: Command, language: Language): string {
  const options = Object.entries(command.options ?? {}).map(([name, option]) => {
    const left = `--${name}${option.value ? ` ${option.value}` : ''}`
    return `  ${left.padEnd(24)}  ${option.help[language]}`
  })
  return [`npm run -s otklik -- ${heading(command)}`, `  ${command.summary[language]}`, ...options].join('\n')
}

function heading(command: Command): string {
  return command.usage ? `${command.name} ${command.usage}` : command.name
}
