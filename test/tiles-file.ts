/** One tile of a file of tiles. */
export interface GivenTile {
  z: number
  x: number
  y: number
  bytes: Uint8Array
}

/** A PMTiles file (version 3) of one tile, nothing packed; `vector` says what the tile holds. */
export function tilesFile({ z, x, y, bytes }: GivenTile, kind: 'vector' | 'png', metadata: object): Buffer {
  const root = Buffer.concat([varint(1), varint(tileId(z, x, y)), varint(1), varint(bytes.length), varint(1)])
  const told = Buffer.from(JSON.stringify(metadata))
  const header = Buffer.alloc(127)
  header.write('PMTiles', 0, 'latin1')
  header.writeUInt8(3, 7)
  const at = [127, 127 + root.length, 127 + root.length + told.length]
  const parts = [at[0]!, root.length, at[1]!, told.length, at[2]!, 0, at[2]!, bytes.length, 1, 1, 1]
  for (const [index, value] of parts.entries()) header.writeBigUInt64LE(BigInt(value), 8 + index * 8)
  header.writeUInt8(1, 96)
  header.writeUInt8(1, 97)
  header.writeUInt8(1, 98)
  header.writeUInt8(kind === 'vector' ? 1 : 2, 99)
  header.writeUInt8(z, 100)
  header.writeUInt8(z, 101)
  for (const [index, degrees] of [-180, -85, 180, 85].entries())
    header.writeInt32LE(degrees * 1e7, 102 + index * 4)
  return Buffer.concat([header, root, told, bytes])
}

/** The number of a tile along the Hilbert curve, as PMTiles counts. */
function tileId(z: number, x: number, y: number): number {
  let id = (4 ** z - 1) / 3
  let [across, down] = [x, y]
  for (let half = 2 ** (z - 1); half >= 1; half /= 2) {
    const right = (across & half) > 0 ? 1 : 0
    const low = (down & half) > 0 ? 1 : 0
    id += half * half * ((3 * right) ^ low)
    if (low === 0) {
      if (right === 1) [across, down] = [half - 1 - (across & (half - 1)), half - 1 - (down & (half - 1))]
      else [across, down] = [across & (half - 1), down & (half - 1)]
      ;[across, down] = [down, across]
    }
  }
  return id
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let left = value
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128)
  return Buffer.from([...bytes, left])
}

/** A vector tile with one layer of the given name that covers the whole tile. */
export function coveringTile(layer: string): Buffer {
  const zigzag = (value: number) => (value << 1) ^ (value >> 31)
  const size = 4096
  const geometry = [9, zigzag(0), zigzag(0), 26, zigzag(size), 0, 0, zigzag(size), zigzag(-size), 0, 15].map(
    varint,
  )
  const feature = Buffer.concat([Buffer.from([0x18, 3]), field(0x22, Buffer.concat(geometry))])
  const name = field(0x0a, Buffer.from(layer))
  const extent = Buffer.concat([Buffer.from([0x28]), varint(size)])
  const version = Buffer.from([0x78, 2])
  return field(0x1a, Buffer.concat([version, name, field(0x12, feature), extent]))
}

function field(tag: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag]), varint(bytes.length), bytes])
}

/** The tile of a scale that a point lies in. */
export function tileAt(z: number, lat: number, lon: number): { z: number; x: number; y: number } {
  const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
  return {
    z,
    x: Math.floor(((lon + 180) / 360) * 2 ** z),
    y: Math.floor((1 - north / Math.PI) * 2 ** (z - 1)),
  }
}
