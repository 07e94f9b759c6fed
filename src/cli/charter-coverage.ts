import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { refuse } from '../platform/refusal.ts'
import type { Command } from './command.ts'
import { countBy, readCoverage, requirementsText } from './coverage.ts'

const file = new URL('../../docs/requirements.md', import.meta.url)

/** Says which clauses of the five regulations the last test run showed. */
export const charterCoverage: Command = {
  name: 'charter coverage',
  usage: '',
  summary: {
    ru: 'какие пункты положений показал последний прогон тестов',
    en: 'which clauses of the regulations the last test run showed',
  },
  options: {
    write: {
      type: 'boolean',
      help: { ru: 'записать docs/requirements.md', en: 'write docs/requirements.md' },
    },
    check: {
      type: 'boolean',
      help: { ru: 'ошибка, если docs/requirements.md отстал', en: 'fail when docs/requirements.md differs' },
    },
  },
  async run({ values }) {
    const clauses = await readCoverage()
    const text = requirementsText(clauses)
    if (values['write']) writeFileSync(file, text)
    if (values['check'] && (!existsSync(file) || readFileSync(file, 'utf8') !== text)) {
      refuse(
        'conflict',
        'requirements-differ',
        'docs/requirements.md отстал от тестов: выполните otklik charter coverage --write.',
      )
    }
    const seeds = countBy(clauses, ({ seed }) => seed)
    const capabilities = countBy(clauses, ({ capability }) => capability)
    const shown = clauses.filter(({ shownBy }) => shownBy.length > 0)
    const told = (counts: typeof seeds) =>
      Object.entries(counts).map(([name, count]) => `  ${name}: ${count.shown} из ${count.all}`)
    return {
      json: {
        all: clauses.length,
        shown: shown.length,
        seeds,
        capabilities,
        clauses: Object.fromEntries(shown.map(({ id, shownBy }) => [id, shownBy])),
      },
      lines: [
        `Показано ${shown.length} из ${clauses.length} пунктов.`,
        ...told(seeds),
        ...told(capabilities),
      ],
    }
  },
}
