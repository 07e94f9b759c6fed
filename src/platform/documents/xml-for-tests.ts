// XML 1.0, production 2: what may stand in a document at all.
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const piece =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g
const reference = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/

/** What is wrong with a text as XML, or null: signs that may not stand there, tags that do not close, loose text. */
export function xmlFault(text: string): string | null {
  const sign = forbidden.exec(text)
  if (sign) return `a forbidden sign at ${sign.index}`
  const loose = reference.exec(text)
  if (loose) return `a loose ampersand at ${loose.index}: ${text.slice(loose.index, loose.index + 20)}`
  const open: string[] = []
  let at = 0
  for (const match of text.matchAll(piece)) {
    if (text.slice(at, match.index).includes('<')) return `a broken tag at ${at}: ${text.slice(at, at + 80)}`
    at = match.index + match[0].length
    const [, closed, opened, attributes = '', single] = match
    const names = [...attributes.matchAll(/([\w:.-]+)=/g)].map(([, name]) => name)
    if (new Set(names).size < names.length) return `an attribute twice: ${match[0].slice(0, 80)}`
    if (opened !== undefined && single !== '/') open.push(opened)
    if (closed !== undefined && open.pop() !== closed) return `</${closed}> closes nothing at ${match.index}`
  }
  if (text.slice(at).includes('<')) return `a broken tag at ${at}: ${text.slice(at, at + 80)}`
  return open.length > 0 ? `<${open.join('><')}> stays open` : null
}
