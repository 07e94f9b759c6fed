import type { ByteSource } from './byte-source.ts'
import { refuseSheet, type SheetRefusalReason } from './sheet-refusals.ts'

const signatures: readonly (readonly [string, SheetRefusalReason])[] = [
  ['%PDF', 'file-is-pdf'],
  ['\x89PNG', 'file-is-image'],
  ['\xff\xd8\xff', 'file-is-image'],
  ['GIF8', 'file-is-image'],
  ['RIFF', 'file-is-image'],
  ['II*\x00', 'file-is-image'],
  ['MM\x00*', 'file-is-image'],
  ['BM', 'file-is-image'],
  ['{\\rtf', 'file-is-document'],
  ['\x1f\x8b', 'file-is-archive'],
  ['Rar!', 'file-is-archive'],
  ['7z\xbc\xaf', 'file-is-archive'],
  ['PK\x05\x06', 'file-is-archive'],
]
const compoundFile = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

/** Tells a workbook from text by the first bytes, never by the file's name; everything else is refused. */
export async function recognise(bytes: ByteSource): Promise<'zip' | 'text'> {
  if (bytes.size === 0) refuseSheet('file-empty')
  const head = await bytes.read(0, Math.min(bytes.size, 65_536))
  const start = head.toString('latin1', 0, 16)
  if (start.startsWith('PK\x03\x04')) return 'zip'
  if (start.startsWith(compoundFile)) {
    refuseSheet((await contains(bytes, encryptedPackage)) ? 'file-encrypted' : 'file-old-excel')
  }
  for (const [signature, reason] of signatures) {
    // «BM» alone may begin a text; a bitmap has zero bytes behind it.
    if (start.startsWith(signature) && (signature !== 'BM' || head.subarray(2, 16).includes(0)))
      refuseSheet(reason)
  }
  refuseMarkup(head)
  if (!hasWideMark(head)) refuseBinary(head)
  return 'text'
}

/** True for the byte order marks of UTF-16, in which zero bytes are normal. */
export function hasWideMark(head: Uint8Array): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
}

function refuseMarkup(head: Buffer): void {
  const opening = head
    .toString('latin1', 0, 4096)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (opening === '') refuseSheet('file-empty')
  if (/^<(!doctype html|html|head|meta|table|body|style)/.test(opening)) refuseSheet('file-is-html')
  if (opening.startsWith('<?xml')) refuseSheet(opening.includes('<html') ? 'file-is-html' : 'file-is-xml')
}

function refuseBinary(head: Buffer): void {
  let controls = 0
  for (const byte of head) {
    if (byte === 0) refuseSheet('file-not-table')
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1
  }
  if (controls > head.length / 50) refuseSheet('file-not-table')
}

async function contains(bytes: ByteSource, needle: Buffer): Promise<boolean> {
  let carried = Buffer.alloc(0)
  for await (const chunk of bytes.stream(0, bytes.size)) {
    const joined = Buffer.concat([carried, chunk])
    if (joined.includes(needle)) return true
    carried = joined.subarray(-needle.length)
  }
  return false
}
