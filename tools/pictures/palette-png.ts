import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

type Pixels = { width: number; height: number; rgb: Buffer }

/** Writes a browser's PNG (8 bits, RGB or RGBA, not interlaced) anew with at most 256 colours: a screen takes a third of the space. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, rgb } = decode(png)
  const counts = new Map<number, number>()
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = rgb.readUIntBE(at, 3)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = choosePalette(counts)
  const places = new Map<number, number>()
  for (const colour of counts.keys()) places.set(colour, nearest(palette, colour))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    to += 1
    for (let x = 0; x < width; x += 1, from += 3, to += 1) rows[to] = places.get(rgb.readUIntBE(from, 3)) ?? 0
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.alloc(palette.length * 3)
  palette.forEach((colour, index) => colours.writeUIntBE(colour, index * 3, 3))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

// The most frequent colours stay exact; colours that differ by less than a step of 8 share a place.
function choosePalette(counts: Map<number, number>): number[] {
  const byFrequency = [...counts].toSorted(([a, many], [b, few]) => few - many || a - b)
  if (byFrequency.length <= 256) return byFrequency.map(([colour]) => colour)
  const boxes = new Map<number, { colour: number; count: number }>()
  for (const [colour, count] of byFrequency) {
    const box = boxes.get(colour & 0xf8f8f8)
    if (box) box.count += count
    else boxes.set(colour & 0xf8f8f8, { colour, count })
  }
  const exact = byFrequency.slice(0, 64).map(([colour]) => colour)
  const shared = [...boxes.values()].toSorted((a, b) => b.count - a.count).map(({ colour }) => colour)
  return [...new Set([...exact, ...shared])].slice(0, 256)
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0
  let least = Infinity
  for (const [index, candidate] of palette.entries()) {
    const red = (candidate >> 16) - (colour >> 16)
    const green = ((candidate >> 8) & 255) - ((colour >> 8) & 255)
    const blue = (candidate & 255) - (colour & 255)
    const distance = red * red + green * green + blue * blue
    if (distance < least) [best, least] = [index, distance]
    if (distance === 0) break
  }
  return best
}

function decode(png: Buffer): Pixels {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const samples = png[25] === 6 ? 4 : 3
  const packed: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const lines = inflateSync(Buffer.concat(packed))
  const stride = width * samples
  const rgb = Buffer.alloc(width * height * 3)
  let above: Buffer = Buffer.alloc(stride)
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1)
    const line = lines.subarray(start + 1, start + 1 + stride)
    unfilter(line, above, lines[start] ?? 0, samples)
    for (let x = 0; x < width; x += 1) line.copy(rgb, (y * width + x) * 3, x * samples, x * samples + 3)
    above = line
  }
  return { width, height, rgb }
}

// The five filters of PNG (RFC 2083, section 6), undone in place.
function unfilter(line: Buffer, above: Buffer, filter: number, samples: number): void {
  if (filter === 0) return
  for (let at = 0; at < line.length; at += 1) {
    const left = line[at - samples] ?? 0
    const up = above[at] ?? 0
    const corner = at < samples ? 0 : (above[at - samples] ?? 0)
    const guess = [left, up, (left + up) >> 1, paeth(left, up, corner)][filter - 1] ?? 0
    line[at] = (line[at] ?? 0) + guess
  }
}

function paeth(left: number, up: number, corner: number): number {
  const byLeft = Math.abs(up - corner)
  const byUp = Math.abs(left - corner)
  const byCorner = Math.abs(left + up - 2 * corner)
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
