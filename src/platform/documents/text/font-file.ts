/** What a TrueType font says of its letters. */
export interface FontFile {
  bytes: Buffer
  covers(codePoint: number): boolean
  /** Width of a text set in one line, in units of the size. */
  widthOf(text: string, size: number): number
}

/** Reads the tables `cmap` (format 4, the first 65,536 code points) and `hmtx` of a TrueType font. */
export function readFont(bytes: Buffer): FontFile {
  const tables = new Map<string, number>()
  for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8))
  }
  const tableAt = (name: string): number => {
    const at = tables.get(name)
    if (at === undefined) throw new Error(`a font without the table ${name}`)
    return at
  }
  const glyphs = readGlyphs(bytes, tableAt('cmap'))
  const unitsPerSize = bytes.readUInt16BE(tableAt('head') + 18)
  const advanceCount = bytes.readUInt16BE(tableAt('hhea') + 34)
  const advancesAt = tableAt('hmtx')
  const advanceOf = (codePoint: number) => {
    const glyph = glyphs[codePoint] ?? 0
    return bytes.readUInt16BE(advancesAt + Math.min(glyph, advanceCount - 1) * 4)
  }
  return {
    bytes,
    covers: (codePoint) => (glyphs[codePoint] ?? 0) > 0,
    widthOf: (text, size) => {
      let units = 0
      for (const letter of text) units += advanceOf(letter.codePointAt(0) ?? 0)
      return (units * size) / unitsPerSize
    },
  }
}

function readGlyphs(bytes: Buffer, cmapAt: number): Uint16Array {
  const glyphs = new Uint16Array(65_536)
  const at = segmentsAt(bytes, cmapAt)
  const segments = bytes.readUInt16BE(at + 6) / 2
  for (let segment = 0; segment < segments; segment += 1) {
    const last = bytes.readUInt16BE(at + 14 + segment * 2)
    const startAt = at + 16 + segments * 2 + segment * 2
    const first = bytes.readUInt16BE(startAt)
    const delta = bytes.readUInt16BE(startAt + segments * 2)
    const rangeAt = startAt + segments * 4
    const range = bytes.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const found = range === 0 ? code : bytes.readUInt16BE(rangeAt + range + (code - first) * 2)
      glyphs[code] = range !== 0 && found === 0 ? 0 : (found + delta) & 0xffff
    }
  }
  return glyphs
}

function segmentsAt(bytes: Buffer, cmapAt: number): number {
  for (let index = 0; index < bytes.readUInt16BE(cmapAt + 2); index += 1) {
    const at = cmapAt + bytes.readUInt32BE(cmapAt + 8 + index * 8)
    if (bytes.readUInt16BE(at) === 4) return at
  }
  throw new Error('a font without a character map of format 4')
}
