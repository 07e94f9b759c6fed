const LINE_TAGS = 'br|p|div|li|ul|ol|tr|table|h[1-6]|blockquote|hr'
const INLINE_TAGS =
  'a|abbr|article|b|big|body|center|code|col|em|font|footer|form|head|header|html|i|img|input|link|meta|nobr|pre|s|section|small|span|strike|strong|sub|sup|tbody|td|th|thead|title|tt|u'
const lineTag = new RegExp(`</?(?:${LINE_TAGS})(?:[\\s/][^<>]*)?>`, 'gi')
const inlineTag = new RegExp(`</?(?:${INLINE_TAGS})(?:[\\s/][^<>]*)?>`, 'gi')
const wordApart = /<\/?(?:td|th|img)(?:[\s/][^<>]*)?>/gi

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  mdash: '—',
  ndash: '–',
  minus: '−',
  hellip: '…',
  bull: '•',
  middot: '·',
  deg: '°',
  numero: '№',
  sect: '§',
  copy: '©',
  reg: '®',
  trade: '™',
  plusmn: '±',
  times: '×',
  frac12: '½',
  sup2: '²',
  sup3: '³',
  euro: '€',
  rarr: '→',
  larr: '←',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
}
const entity = /&(?:amp;)*(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}\d{0,2}));/g

const excelEscape = /_x([\da-fA-F]{4})_/g
const markup = /\[(?:[a-zA-Z][\w.]{0,60}(?::[\w-]{1,60})?|https?:\/\/[^\s[\]|]{1,500})\|([^[\]|]{0,300})\]/g
const mention = /[@*](?:club|public|event|id)\d{1,15} \(([^()]{1,100})\)/g

// oxlint-disable-next-line no-control-regex
const lineEnd = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g
// Controls, soft hyphen, zero-width signs, direction overrides, tag characters; a joiner stays inside a compound emoji.
const invisible =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\u200D(?!\p{Extended_Pictographic})/gu
// Most texts hold none of these: asking first doubles the speed.
const unusual = /[^\n\x20-\x7E\u0401-\u0451«»–—…№“”]/
const uneven = /[^\S\n ]| {2}/
const blanks = /[^\S\n]+/g

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name] ?? entities[name.toLowerCase()] ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return ''
  return String.fromCodePoint(code)
}

function dropElement(text: string, name: string): string {
  const opening = `<${name}`
  const lower = text.toLowerCase()
  if (lower.length !== text.length || !lower.includes(opening)) return text
  let kept = ''
  let at = 0
  for (;;) {
    const from = lower.indexOf(opening, at)
    const close = from < 0 ? -1 : lower.indexOf(`</${name}`, from)
    const end = close < 0 ? -1 : lower.indexOf('>', close)
    if (end < 0) return kept + text.slice(at)
    kept += `${text.slice(at, from)} `
    at = end + 1
  }
}

function dropComments(text: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const from = text.indexOf('<!--', at)
    const end = from < 0 ? -1 : text.indexOf('-->', from + 4)
    if (end < 0) return kept + text.slice(at)
    kept += `${text.slice(at, from)} `
    at = end + 3
  }
}

function dropTags(text: string): string {
  const bare = dropElement(dropElement(dropComments(text), 'script'), 'style')
  return bare.replace(lineTag, '\n').replace(wordApart, ' ').replace(inlineTag, '')
}

/**
 * The text as a person reads it: without the apostrophe that Excel puts first, HTML, entities, `_x000D_`, VK markup
 * and invisible signs, with even whitespace. Nothing is cut off; the raw text stays with the submission.
 */
export function cleanText(raw: string): string {
  let text = raw.isWellFormed() ? raw : raw.toWellFormed()
  if (text.startsWith("'")) text = text.slice(1)
  if (text.includes('_x')) {
    text = text.replace(excelEscape, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }
  if (text.includes('<')) text = dropTags(text)
  if (text.includes('&')) {
    text = text.replace(entity, decodeEntity)
    if (text.includes('<')) text = dropTags(text)
  }
  if (text.includes('|')) text = text.replace(markup, '$1')
  if (text.includes(' (')) text = text.replace(mention, '$1')
  if (unusual.test(text)) text = text.replace(lineEnd, '\n').replace(invisible, '')
  if (uneven.test(text)) text = text.replace(blanks, ' ')
  if (text.includes('\n')) text = text.replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n')
  text = text.trim()
  return text.isWellFormed() ? text : text.toWellFormed()
}
