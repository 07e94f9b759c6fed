/**
 * The path of the first text that a database cannot keep (a NUL, half of a surrogate pair), e.g. `contacts.name`; null when
 * there is none. Keys count as well as values.
 */
export function unstorableText(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : path || '—'
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return path || '—'
    const found = unstorableText(inner, path ? `${path}.${key}` : key)
    if (found) return found
  }
  return null
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}
