import type { ParseArgsOptionDescriptor } from 'node:util'
import type { Installation } from '../platform/installation.ts'
import type { Settings } from '../platform/settings.ts'

/** A word in the two languages of the help. */
export type Bilingual = { ru: string; en: string }

/** An option of a command; `value` names what follows it in the help. */
export type Option = ParseArgsOptionDescriptor & { value?: string; help: Bilingual }

/** What a command was called with. Paths are already resolved by `path` against the folder the person stood in. */
export type Call = {
  positionals: string[]
  values: Record<string, string | boolean | (string | boolean)[] | undefined>
  settings: Settings
  /** One line of progress for a person, on stderr. */
  progress: (line: string) => void
  path: (given: string) => string
  /** Opens the installation (starting the embedded database when no server runs); it is closed after the command. */
  open: () => Promise<Installation>
  readStdin: () => Promise<string>
}

/** What a command answers: an object for `--json`, lines for a person; `problems` go to stderr and make the exit code 1. */
export type Outcome = { json: object; lines: string[]; problems?: string[] }

/** One command of the CLI; `name` is one word or two (`charter check`), `usage` its positionals. */
export type Command = {
  name: string
  usage: string
  summary: Bilingual
  options?: Record<string, Option>
  run: (call: Call) => Promise<Outcome>
}
