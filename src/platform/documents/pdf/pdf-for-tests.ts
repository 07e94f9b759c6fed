import { inflateSync } from 'node:zlib'

/** What a reader finds in a PDF that our page setter wrote: its pages as text, its catalogue, its metadata. */
export interface ReadPdf {
  pages: string[]
  /** The catalogue and its metadata as they stand. */
  catalogue: string
  metadata: string
  /** Each page as wide and high, points. */
  sheets: { width: number; height: number }[]
}

type Objects = Map<number, { head: string; stream: Buffer | null }>

/** Reads the text of every page through the character maps of its fonts, as a search or a screen reader does. */
export function readPdf(file: Uint8Array): ReadPdf {
  const objects = readObjects(Buffer.from(file))
  const all = [...objects.values()]
  const pages = all.filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
  const catalogue = all.find(({ head }) => head.includes('/Type /Catalog'))?.head ?? ''
  return {
    pages: pages.map(({ head }) => pageText(head, objects)),
    catalogue,
    metadata: objects.get(reference(catalogue, 'Metadata'))?.stream?.toString('utf8') ?? '',
    sheets: pages.map(({ head }) => {
      const [, , width, height] = (/\/MediaBox \[([^\]]+)\]/.exec(head)?.[1] ?? '').trim().split(/\s+/)
      return { width: Number(width), height: Number(height) }
    }),
  }
}

function readObjects(bytes: Buffer): Objects {
  const text = bytes.toString('latin1')
  const objects: Objects = new Map()
  for (const match of text.matchAll(/(?<=\n)(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length
    const streamAt = text.indexOf('stream\n', from)
    const endAt = text.indexOf('endobj', from)
    const hasStream = streamAt >= 0 && streamAt < endAt
    const head = text.slice(from, hasStream ? streamAt : endAt)
    let stream: Buffer | null = null
    if (hasStream) {
      const packed = bytes.subarray(streamAt + 7, streamAt + 7 + Number(/\/Length (\d+)/.exec(head)?.[1]))
      stream = head.includes('/FlateDecode') ? inflateSync(packed) : packed
    }
    objects.set(Number(match[1]), { head, stream })
  }
  return objects
}

const reference = (head: string, name: string) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1])

function pageText(page: string, objects: Objects): string {
  const own = reference(page, 'Resources')
  const resources = Number.isNaN(own) ? page : (objects.get(own)?.head ?? '')
  const list = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? ''
  const fonts = new Map(
    [...list.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', at]) => [name, letters(Number(at), objects)]),
  )
  return shownTexts(objects.get(reference(page, 'Contents'))?.stream?.toString('latin1') ?? '', fonts)
}

type Letters = ReadonlyMap<number, string>

/** Follows the content of a page: fonts as they are chosen, kept by `q` and given back by `Q`, strings as they are shown. */
function shownTexts(content: string, fonts: ReadonlyMap<string, Letters>): string {
  const kept: Letters[] = []
  let font: Letters = new Map()
  let strings = ''
  let told = ''
  const token = /\/(\w+) [\d.]+ Tf|\(|\b(?:q|Q|TJ|Tj)\b/g
  for (let match = token.exec(content); match; match = token.exec(content)) {
    const [found, name] = match
    if (name !== undefined) font = fonts.get(name) ?? new Map()
    else if (found === 'q') kept.push(font)
    else if (found === 'Q') font = kept.pop() ?? new Map()
    else if (found === '(') {
      const { bytes, end } = readString(content, match.index)
      strings += decode(bytes, font)
      token.lastIndex = end
    } else {
      told += `${strings}\n`
      strings = ''
    }
  }
  return told
}

function letters(at: number, objects: Objects): Map<number, string> {
  const map =
    objects.get(reference(objects.get(at)?.head ?? '', 'ToUnicode'))?.stream?.toString('latin1') ?? ''
  const found = new Map<number, string>()
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      found.set(Number.parseInt(code, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'))
  return found
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

// Brackets that match stand in a string as they are; others, and most control characters, behind a backslash.
function readString(content: string, from: number): { bytes: number[]; end: number } {
  const bytes: number[] = []
  const piece = /\\([0-7]{1,3})|\\([\s\S])|([\s\S])/g
  piece.lastIndex = from
  let depth = 0
  for (let match = piece.exec(content); match; match = piece.exec(content)) {
    const [, octal, escaped, plain = ''] = match
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8))
    else if (escaped !== undefined) bytes.push(escapes[escaped] ?? escaped.charCodeAt(0))
    else {
      if (plain === '(') depth += 1
      if (plain === ')') depth -= 1
      if (depth === 0) return { bytes: bytes.slice(1), end: piece.lastIndex }
      bytes.push(plain.charCodeAt(0))
    }
  }
  throw new Error('a string that does not end')
}

// A letter of several glyphs has its text at one of them.
function decode(bytes: readonly number[], font: Letters): string {
  let told = ''
  for (let at = 0; at + 1 < bytes.length; at += 2)
    told += font.get((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)) ?? ''
  return told
}
