import * as z from 'zod'
import { checkCharter } from './checks/index.ts'
import type { CheckInput } from './checks/check.ts'
import { charter as schema } from './contract.ts'
import type { Charter, CharterProblem } from './contract.ts'
import { joinParts, sections } from './join-parts.ts'
import type { CharterFiles, JoinedParts } from './join-parts.ts'
import { knownKeys } from './json-schema.ts'
import { mergeDefaults } from './merge-defaults.ts'
import type { Keys } from './paths.ts'
import { isMapping } from './paths.ts'
import { provenanceOf } from './provenance.ts'
import type { Provenance } from './provenance.ts'
import { shipped } from './shipped.ts'
import { zodMessage } from './zod-messages.ts'

/** What came of reading a charter: `charter` is null when there are problems. */
export type CharterReading =
  | { charter: Charter; problems: []; provenance: Provenance }
  | { charter: null; problems: CharterProblem[]; provenance: null }

/** Reads a charter from the text of its files: every problem at once, or the charter, frozen, with defaults filled in. */
export function readCharter(files: CharterFiles): CharterReading {
  const parts = joinParts(files)
  const { defaults, catalogue } = shipped()
  const data = withApproval(mergeDefaults(parts.data, defaults))
  const input: CheckInput = { sections: {}, readable: {}, data, catalogue }
  const problems = [...parts.problems]
  for (const section of sections) {
    const result = schema.shape[section].safeParse(data[section])
    const right = result.success ? result.data : rightRecords(schema.shape[section], data[section])
    if (right !== undefined) Object.assign(input.readable, { [section]: right })
    if (result.success) Object.assign(input.sections, { [section]: result.data })
    // A missing section of a file that could not be read is not a second problem.
    else if (data[section] !== undefined || parts.problems.length === 0) {
      for (const issue of result.error.issues) problems.push(...issueProblems(issue, section, data, parts))
    }
  }
  for (const { keys, message, asKey } of checkCharter(input))
    problems.push(parts.problem(keys, message, asKey))
  if (problems.length > 0) return { charter: null, problems: inOrder(problems), provenance: null }
  const charter = deepFreeze(input.sections as Charter)
  return { charter, problems: [], provenance: provenanceOf(charter, parts.data) }
}

// Records of a list or of a mapping that are right, in their places, when others beside them are not.
function rightRecords(shape: z.ZodType, value: unknown): unknown {
  if (shape instanceof z.ZodDefault) return rightRecords(shape.unwrap() as z.ZodType, value)
  if (shape instanceof z.ZodArray && Array.isArray(value)) {
    const right: unknown[] = []
    right.length = value.length
    for (const [i, item] of value.entries()) {
      const result = (shape.element as z.ZodType).safeParse(item)
      if (result.success) right[i] = result.data
    }
    return right
  }
  if (!(shape instanceof z.ZodRecord && isMapping(value))) return undefined
  const right = Object.entries(value).map(
    ([key, item]) => [key, (shape.valueType as z.ZodType).safeParse(item)] as const,
  )
  return Object.fromEntries(right.flatMap(([key, result]) => (result.success ? [[key, result.data]] : [])))
}

// Without a rule of its own a charter lets every role with the permission approve answers, but never the author.
function withApproval(data: Record<string, unknown>): Record<string, unknown> {
  if (data.approval !== undefined || !Array.isArray(data.roles)) return data
  const by = data.roles.filter(
    (role) => isMapping(role) && Array.isArray(role.permissions) && role.permissions.includes('case.approve'),
  )
  return by.length === 0 ? data : { ...data, approval: [{ by: by.map((role) => role.code), fourEyes: true }] }
}

function issueProblems(
  issue: z.core.$ZodIssue,
  section: string,
  data: Record<string, unknown>,
  parts: JoinedParts,
): CharterProblem[] {
  const keys: Keys = [section, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const message = zodMessage({ ...issue, keys: [key] }, undefined, undefined, knownKeys(keys))
      return parts.problem([...keys, key], message, true)
    })
  }
  const value = valueAt(data, keys)
  return [parts.problem(keys, zodMessage(issue, value, parts.sourceOf(keys)), issue.code === 'invalid_key')]
}

function valueAt(data: unknown, keys: Keys): unknown {
  let value = data
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}

function inOrder(problems: CharterProblem[]): CharterProblem[] {
  const seen = new Set<string>()
  return problems
    .filter(({ file, line, column, message }) => {
      const mark = `${file}:${line}:${column}:${message}`
      return !seen.has(mark) && seen.add(mark)
    })
    .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
}

/** Freezes data through and through and returns it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}
