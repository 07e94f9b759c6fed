const zipKinds: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}
const oleKinds: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
}

const marks: readonly [at: number, bytes: string, type: string][] = [
  [0, '25504446', 'application/pdf'],
  [0, 'ffd8ff', 'image/jpeg'],
  [0, '89504e470d0a1a0a', 'image/png'],
  [0, '47494638', 'image/gif'],
  [8, '57454250', 'image/webp'],
  [4, '66747970', 'video/mp4'],
  [0, '4f676753', 'audio/ogg'],
  [0, '494433', 'audio/mpeg'],
]

/** The media type of a file by its first bytes (and the name only among kinds that look alike); null for what is not taken. */
export function recogniseFile(bytes: Buffer, name: string): string | null {
  for (const [at, mark, type] of marks) {
    if (bytes.subarray(at, at + mark.length / 2).toString('hex') === mark) return type
  }
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  const head = bytes.subarray(0, 4).toString('hex')
  if (head === '504b0304') return zipKinds[ending] ?? null
  if (head === 'd0cf11e0') return oleKinds[ending] ?? null
  return ['txt', 'csv'].includes(ending) && isText(bytes) ? 'text/plain; charset=utf-8' : null
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !text.includes('\0')
  } catch {
    return false
  }
}
