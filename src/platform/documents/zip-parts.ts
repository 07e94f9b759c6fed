import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

const endMark = Buffer.from('PK\u0005\u0006', 'latin1')
const fieldsLength = 30
const entryLength = 46

/** The parts of an archive that our own libraries have just made: no encryption, no 64-bit sizes. */
export function unzipParts(archive: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = bytes.lastIndexOf(endMark)
  const parts = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameEnd = at + entryLength + bytes.readUInt16LE(at + 28)
    const headerAt = bytes.readUInt32LE(at + 42)
    const dataAt =
      headerAt + fieldsLength + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28)
    const packed = bytes.subarray(dataAt, dataAt + bytes.readUInt32LE(at + 20))
    const isStored = bytes.readUInt16LE(at + 10) === 0
    parts.set(bytes.toString('utf8', at + entryLength, nameEnd), isStored ? packed : inflateRawSync(packed))
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

/** An archive of parts in their order, every one dated 1 January 1980: the same parts always give the same bytes. */
export function zipParts(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of parts) {
    const path = Buffer.from(name)
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt16LE(33, 8)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(path.length, 22)
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, path, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, path)
    bodies.push(body)
    at += body.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(bodies.length, 4)
  end.writeUInt16LE(bodies.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, list, endMark, end])
}
