/** Keys from the root to a value, as zod and YAML name it: names of keys and places in lists. */
export type Keys = readonly (string | number)[]

export type Mapping = Readonly<Record<string, unknown>>

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A path for people who stand in a file: `roles[2].permissions[0]`. */
export function pathInFile(keys: Keys): string {
  return keys.map((key, i) => (typeof key === 'number' ? `[${key}]` : i > 0 ? `.${key}` : key)).join('')
}

/** What tells one record of a list from another: its code or what stands for one; null when it has none. */
export function keyOf(item: unknown): string | null {
  if (!isMapping(item)) return null
  for (const name of ['code', 'what', 'date', 'number'] as const) {
    if (typeof item[name] === 'string') return item[name]
  }
  if (typeof item.settlement === 'string' && typeof item.name === 'string') {
    return `${item.settlement}/${typeof item.kind === 'string' ? `${item.kind} ` : ''}${item.name}`
  }
  return null
}

/** Keys of the records of a list, or null when some record has none or two share one. */
export function keysOf(list: readonly unknown[]): string[] | null {
  const keys: string[] = []
  for (const item of list) {
    const key = keyOf(item)
    if (key === null) return null
    keys.push(key)
  }
  return new Set(keys).size === keys.length ? keys : null
}

/** The records of a list or the values of a mapping by the name that stands for them in a path. */
export function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) {
    const keys = keysOf(value)
    return value.map((item, i): [string, unknown] => [keys?.[i] ?? String(i), item])
  }
  return isMapping(value) ? Object.entries(value) : []
}

export function joinPath(...names: readonly string[]): string {
  return names.filter((name) => name !== '').join('.')
}

/** True when `path` is `prefix` or lies under it. */
export function isUnder(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}.`)
}

/** Values met on the way to a path such as `norms.appeal.answer.amount`, from the root's child to the value; null when it leads nowhere. */
export function walkPath(root: unknown, path: string): { path: string; value: unknown }[] | null {
  if (path === '') return []
  for (const [name, value] of entriesOf(root)) {
    if (!isUnder(path, name)) continue
    const rest = walkPath(value, path.slice(name.length + 1))
    if (rest)
      return [{ path: name, value }, ...rest.map((step) => ({ ...step, path: joinPath(name, step.path) }))]
  }
  return null
}
