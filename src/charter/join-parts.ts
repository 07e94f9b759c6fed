import { charter } from './contract.ts'
import type { CharterProblem } from './contract.ts'
import type { Keys } from './paths.ts'
import { isMapping, pathInFile } from './paths.ts'
import { problemAt, readYaml } from './yaml-file.ts'
import type { YamlFile } from './yaml-file.ts'
import { unknownKeyMessage } from './zod-messages.ts'

/** Files of a charter by name, as text. */
export type CharterFiles = Readonly<Record<string, string>>

/** The main file of a charter; parts stand beside it. */
export const mainFile = 'charter.yaml'

export const sections = Object.keys(charter.shape) as (keyof typeof charter.shape)[]
const known: ReadonlySet<string> = new Set(sections)
export const isSection = (name: string) => known.has(name)

type Origin = { file: YamlFile; prefix: Keys }

/** Parts of a charter joined to one tree, and the place of any value in the files. */
export interface JoinedParts {
  data: Record<string, unknown>
  problems: CharterProblem[]
  /** A problem at a value of the joined tree. */
  problem(keys: Keys, message: string, asKey?: boolean): CharterProblem
  sourceOf(keys: Keys): string | undefined
}

/** Joins `charter.yaml` and its parts: `<section>.yaml` holds that section, any other file top-level keys. */
export function joinParts(files: CharterFiles): JoinedParts {
  const data: Record<string, unknown> = {}
  const problems: CharterProblem[] = []
  const origins = new Map<string, Origin>()
  const main = readYaml(mainFile, files[mainFile] ?? '')
  const take = (key: string, value: unknown, origin: Origin) => {
    const earlier = origins.get(key)
    if (earlier) {
      problems.push(
        problemAt(
          origin.file,
          origin.prefix,
          `раздел «${key}» уже есть в ${earlier.file.name}: оставьте один`,
          { asKey: true, path: key },
        ),
      )
    } else if (known.has(key)) {
      data[key] = value
      origins.set(key, origin)
    } else {
      problems.push(problemAt(origin.file, origin.prefix, unknownKeyMessage(key, sections), { asKey: true }))
    }
  }
  const names = Object.keys(files).filter((name) => name !== mainFile)
  for (const file of [main, ...names.toSorted().map((name) => readYaml(name, files[name] ?? ''))]) {
    problems.push(...file.problems)
    if (file.problems.length > 0) continue
    const name = file.name.replace(/\.(yaml|json)$/, '')
    if (known.has(name) && !(isMapping(file.data) && name in file.data))
      take(name, file.data, { file, prefix: [] })
    else if (isMapping(file.data)) {
      for (const [key, value] of Object.entries(file.data)) take(key, value, { file, prefix: [key] })
    } else if (file !== main || mainFile in files) {
      const message = 'файл пуст или не состоит из разделов: начните его с «раздел: …»'
      problems.push(problemAt(file, [], message))
    }
  }
  if (!(mainFile in files)) {
    problems.unshift({
      file: mainFile,
      line: 1,
      column: 1,
      path: '',
      message: 'нет файла charter.yaml: создайте его',
    })
  }
  const placed = (keys: Keys) => {
    const origin = origins.get(String(keys[0]))
    return origin
      ? { file: origin.file, keys: [...origin.prefix, ...keys.slice(1)] }
      : { file: main, keys: [] }
  }
  return {
    data,
    problems,
    problem(keys, message, asKey = false) {
      const at = placed(keys)
      return problemAt(at.file, at.keys, message, { asKey, path: pathInFile(keys) })
    },
    sourceOf(keys) {
      const at = placed(keys)
      return at.file.sourceOf(at.keys)
    },
  }
}
