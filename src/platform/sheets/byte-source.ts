import { open, stat } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { refuseSheet } from './sheet-refusals.ts'

/** Bytes that can be read from any place, in memory or on disk. */
export type ByteSource = {
  readonly size: number
  read(offset: number, length: number): Promise<Buffer>
  stream(offset: number, length: number): AsyncIterable<Buffer>
}

const chunkBytes = 256 * 1024

/** Opens a path or bytes; a path is opened anew by each read, so nothing has to be closed. */
export async function openBytes(input: string | Uint8Array): Promise<ByteSource> {
  if (typeof input === 'string') return fileSource(input)
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
    stream: async function* stream(offset, length) {
      for (let at = offset; at < offset + length; at += chunkBytes) {
        yield bytes.subarray(at, Math.min(at + chunkBytes, offset + length))
      }
    },
  }
}

async function fileSource(path: string): Promise<ByteSource> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) refuseSheet('file-missing')
  const { size } = found
  return {
    size,
    read: async (offset, length) => {
      const file = await open(path, 'r')
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    stream: (offset, length) =>
      length === 0
        ? (async function* nothing() {})()
        : createReadStream(path, { start: offset, end: offset + length - 1, highWaterMark: chunkBytes }),
  }
}
