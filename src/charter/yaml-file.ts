import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Document, Node, Pair, ParsedNode } from 'yaml'
import type { CharterProblem } from './contract.ts'
import type { Keys } from './paths.ts'
import { pathInFile } from './paths.ts'
import { yamlMessage } from './yaml-messages.ts'

/** The largest file of a charter, in characters; a region's streets take a tenth of it. */
export const largestFile = 20_000_000
const mostAliases = 100
const deepest = 40

/** A place in a file: line and column from 1. */
export type Place = { line: number; column: number }

/** One file of a charter, read: its data, its problems, and where each value stands. */
export interface YamlFile {
  name: string
  data: unknown
  problems: CharterProblem[]
  /** Where a value stands, or the nearest one above it; with `asKey` the key of the last step. */
  placeOf(keys: Keys, asKey?: boolean): Place
  /** A plain value as it is written in the file, for example `01` where YAML reads the number 1. */
  sourceOf(keys: Keys): string | undefined
}

/** Reads one YAML file, or a JSON one (JSON is YAML that reads a hundred times faster); never throws. */
export function readYaml(name: string, text: string): YamlFile {
  const counter = new LineCounter()
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const problems: CharterProblem[] = []
  const report = (at: Place, message: string) => problems.push({ file: name, ...at, path: '', message })
  let document: Document.Parsed | null = null
  const parse = () => (document ??= parseDocument(text, { ...reading, lineCounter: counter }))

  let data = name.endsWith('.json') ? quickJson(text) : undefined
  const quick = data !== undefined
  if (text.length > largestFile) {
    data = undefined
    report({ line: 1, column: 1 }, 'файл больше 20 млн знаков: разделите его на части')
  } else if (!quick) {
    try {
      const parsed = parse()
      for (const { offset, message } of documentProblems(parsed)) report(place(offset), message)
      if (problems.length === 0) data = parsed.toJS({ maxAliasCount: mostAliases })
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error
      report(
        { line: 1, column: 1 },
        'слишком глубокая вложенность или слишком много ссылок (*): раскройте их',
      )
    }
  }

  const find = (keys: Keys) => nodeAt(quick ? parse() : document, keys)
  return {
    name,
    data,
    problems,
    placeOf: (keys, asKey = false) => place(offsetOf(find(keys), asKey)),
    sourceOf: (keys) => {
      const { value, depth } = find(keys)
      return depth === keys.length && isScalar(value) && typeof value.source === 'string'
        ? value.source
        : undefined
    },
  }
}

const reading = { prettyErrors: false, schema: 'core', strict: true } as const

// What JSON.parse would let through (keys of prototypes, unreadable characters) is left to the slower way.
function quickJson(text: string): unknown {
  if (/__proto__|\\u0000|\\u[dD][89a-fA-F]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type FoundAt = { offset: number; message: string }

function documentProblems(document: Document.Parsed): FoundAt[] {
  const errors = [...document.errors, ...document.warnings]
  // A tab makes whatever follows look wrong: with the tab gone the rest may well be right.
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT')
  const found = (tabs.length > 0 ? tabs : errors).map(({ code, message, pos }) => ({
    offset: pos[0],
    message: yamlMessage(code, message),
  }))
  if (found.length === 0) checkShape(document, (offset, message) => found.push({ offset, message }))
  return found
}

// Keys must be plain words, and nothing may be nested so deep that reading it would end the process.
function checkShape(document: Document.Parsed, report: (offset: number, message: string) => void): void {
  const refuseTag = ({ tag, range }: Node) => {
    if (tag) report(range?.[0] ?? 0, 'типы (!) не допускаются: уберите тип')
  }
  visit(document, {
    Pair(_, pair: Pair) {
      const key = pair.key as Node | null
      const at = key?.range?.[0] ?? 0
      if (!isScalar(key)) report(at, 'ключ должен быть простым словом')
      else if (key.value === null) report(at, 'у значения нет ключа: напишите ключ перед двоеточием')
      else if (key.value === '__proto__') report(at, 'такой ключ не допускается: удалите его')
    },
    Alias(_, { source, range }, path) {
      if (path.some((above) => 'anchor' in above && above.anchor === source)) {
        report(range?.[0] ?? 0, `ссылка *${source} ведёт внутрь самой себя: раскройте её`)
      }
    },
    Scalar(_, node) {
      refuseTag(node)
      const text = typeof node.value === 'string' ? node.value : ''
      if (text.includes('\0') || !text.isWellFormed())
        report(node.range?.[0] ?? 0, 'в тексте есть нечитаемый знак: удалите его')
    },
    Collection(_, node, path) {
      refuseTag(node)
      if (path.length <= deepest * 2) return undefined
      report(node.range?.[0] ?? 0, 'слишком глубокая вложенность: не больше 40 уровней')
      return visit.BREAK
    },
  })
}

type Found = { value: Node | null; key: Node | null; depth: number }

function nodeAt(document: Document.Parsed | null, keys: Keys): Found {
  let found: Found = { value: document?.contents ?? null, key: null, depth: 0 }
  for (const [i, step] of keys.entries()) {
    const parent = isAlias(found.value) && document ? (found.value.resolve(document) ?? null) : found.value
    let next: Found | null = null
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      ) as Pair<ParsedNode, ParsedNode | null> | undefined
      if (pair) next = { value: pair.value, key: pair.key, depth: i + 1 }
    } else if (isSeq(parent) && typeof step === 'number') {
      const item = parent.items[step] as Node | undefined
      if (item) next = { value: item, key: null, depth: i + 1 }
    }
    if (!next) return found
    found = next
  }
  return found
}

function offsetOf({ value, key }: Found, asKey: boolean): number {
  const node = asKey ? (key ?? value) : (value ?? key)
  // A mapping or list below its key begins on the next line: the key is the better place to look at.
  const shown = !asKey && key && (isMap(value) || isSeq(value)) ? key : node
  return shown?.range?.[0] ?? 0
}

/** A problem of a file read with `readYaml`, at a path inside it. */
export function problemAt(
  file: YamlFile,
  keys: Keys,
  message: string,
  options: { asKey?: boolean; path?: string } = {},
): CharterProblem {
  const path = options.path ?? pathInFile(keys)
  return { file: file.name, ...file.placeOf(keys, options.asKey), path, message }
}
