import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { refuse } from '../platform/refusal.ts'
import type { CharterFiles } from './join-parts.ts'
import { isSection, mainFile } from './join-parts.ts'
import { largestFile } from './yaml-file.ts'

const mostFiles = 60

/** Long lists, such as streets, may be JSON; it is named after its section. */
const isJsonPart = (name: string) => name.endsWith('.json') && isSection(name.slice(0, -'.json'.length))

/** Reads the YAML files of a charter's folder, and JSON ones named after a section, as text; other files (letter templates, notes) are left alone. */
export function readCharterFolder(folder: string): CharterFiles {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    refuse('not-found', 'no-folder', `Нет папки «${folder}»: укажите папку, в которой лежит charter.yaml.`)
  }
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/i.test(name) || isJsonPart(name))
  const odd = names.find((name) => !name.endsWith('.yaml') && !isJsonPart(name))
  if (odd)
    refuse(
      'invalid',
      'odd-file-name',
      `Файл «${join(folder, odd)}» не будет прочитан: переименуйте его в *.yaml.`,
    )
  if (!names.includes(mainFile)) {
    refuse(
      'not-found',
      'no-charter',
      `В папке «${folder}» нет charter.yaml: создайте его командой charter new.`,
    )
  }
  if (names.length > mostFiles) {
    refuse(
      'too-large',
      'too-many-files',
      `В папке «${folder}» больше ${mostFiles} файлов YAML: объедините их.`,
    )
  }
  return Object.fromEntries(names.map((name) => [name, readText(join(folder, name))]))
}

function readText(path: string): string {
  if (statSync(path).size > largestFile * 2) {
    refuse('too-large', 'too-large-file', `Файл «${basename(path)}» больше 40 МБ: разделите его на части.`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return refuse('invalid', 'not-utf8', `Файл «${path}» не в кодировке UTF-8: сохраните его в UTF-8.`)
  }
}
