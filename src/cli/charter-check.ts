import { basename } from 'node:path'
import { readCharter, readCharterFolder } from '../charter/index.ts'
import type { CharterProblem } from '../charter/contract.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import type { Command } from './command.ts'

type Checked = { folder: string; ok: boolean; problems: CharterProblem[] }

/** Finds every problem of one or more charters. */
export const charterCheck: Command = {
  name: 'charter check',
  usage: 'DIR…',
  summary: {
    ru: 'проверить уставы: все ошибки сразу, с файлом, строкой и столбцом',
    en: 'check charters: every problem at once, with file, line and column',
  },
  async run({ positionals, path }) {
    if (positionals.length === 0)
      refuse('invalid', 'no-folder', 'Укажите папку устава: otklik charter check charters/*.')
    // `charters/*` also names what centres share and the schema for editors.
    const folders = positionals.filter((given) => positionals.length === 1 || isCharter(given))
    const charters = folders.map((given) => checkFolder(given, path(given)))
    const problems = charters.flatMap(({ folder, problems }) =>
      problems.map(({ file, line, column, path: at, message }) =>
        [`${folder}/${file}:${line}:${column}`, at, message].filter((part) => part !== '').join(' '),
      ),
    )
    return Promise.resolve({
      json: { ok: problems.length === 0, charters },
      lines: charters.filter(({ ok }) => ok).map(({ folder }) => `${folder}: ошибок нет`),
      problems,
    })
  },
}

const isCharter = (given: string) => basename(given) !== 'shared' && !/\.(json|ya?ml|md)$/.test(given)

function checkFolder(given: string, folder: string): Checked {
  const shown = given.replace(/\/+$/, '')
  try {
    const { problems } = readCharter(readCharterFolder(folder))
    return { folder: shown, ok: problems.length === 0, problems }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const problem = { file: 'charter.yaml', line: 1, column: 1, path: '', message: error.message }
    return { folder: shown, ok: false, problems: [problem] }
  }
}
