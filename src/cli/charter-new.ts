import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { newCharterText } from '../charter/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { Command } from './command.ts'

/** Writes a short charter to begin with. */
export const charterNew: Command = {
  name: 'charter new',
  usage: 'NAME',
  summary: {
    ru: 'завести устав нового центра: charters/NAME/charter.yaml с пояснениями',
    en: 'begin the charter of a new centre: charters/NAME/charter.yaml with explanations',
  },
  async run({ positionals, path }) {
    const given =
      positionals[0] ?? refuse('invalid', 'no-name', 'Укажите имя центра: otklik charter new NAME.')
    const folder = path(given.includes('/') ? given : join('charters', given))
    const slug = basename(folder)
    if (!/^[a-z][a-z0-9-]{1,40}$/.test(slug)) {
      refuse(
        'invalid',
        'bad-slug',
        `«${slug}» не годится в имена центра: строчные латинские буквы, цифры и дефис.`,
      )
    }
    const file = join(folder, 'charter.yaml')
    if (existsSync(file)) refuse('conflict', 'charter-exists', `Устав ${file} уже есть: выберите другое имя.`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, newCharterText())
    const lines = [
      `Записан ${file}: впишите своё и проверьте командой charter check ${given.includes('/') ? given : folder}.`,
    ]
    return Promise.resolve({ json: { file }, lines })
  },
}
