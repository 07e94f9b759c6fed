import { type Face, fontOf } from '../text/fonts.ts'
import { unzipParts, zipParts } from '../zip-parts.ts'

/** The order in which the library writes the faces we give it, and the key each is kept under. */
const facesInside: readonly (readonly [Face, string])[] = [
  ['serif', '0A1D5E00-6F74-4B6C-9001-000000000001'],
  ['serifBold', '0A1D5E00-6F74-4B6C-9001-000000000002'],
  ['sans', '0A1D5E00-6F74-4B6C-9001-000000000003'],
  ['sansBold', '0A1D5E00-6F74-4B6C-9001-000000000004'],
]

/** Takes out of a package what the library draws by chance or by the clock: moments, keys of fonts, dates of parts. */
export function settlePackage(archive: Uint8Array, madeAt: Temporal.Instant): Buffer {
  const parts = unzipParts(archive)
  const moment = madeAt.round('second').toString()
  change(parts, 'docProps/core.xml', (xml) =>
    xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, opening: string) => opening + moment),
  )
  let key = 0
  change(parts, 'word/fontTable.xml', (xml) =>
    xml.replaceAll(/w:fontKey="[^"]*"/g, () => `w:fontKey="{${facesInside[key++]?.[1] ?? ''}}"`),
  )
  if (key !== facesInside.length) throw new Error(`a package with ${key} faces inside`)
  facesInside.forEach(([face, guid], index) =>
    parts.set(`word/fonts/font${index + 1}.odttf`, veil(fontOf(face).bytes, guid)),
  )
  return zipParts(parts)
}

function change(parts: Map<string, Buffer>, name: string, edit: (xml: string) => string): void {
  const part = parts.get(name)
  if (!part) throw new Error(`a package without ${name}`)
  parts.set(name, Buffer.from(edit(part.toString('utf8'))))
}

// ECMA-376, part 4, 17.8.1: the first 32 bytes are mixed with the digits of the key from the last to the first.
function veil(font: Buffer, guid: string): Buffer {
  const key = Buffer.from(guid.replaceAll('-', ''), 'hex').toReversed()
  const veiled = Buffer.from(font)
  for (let at = 0; at < 32; at += 1) veiled[at] = (veiled[at] ?? 0) ^ (key[at % 16] ?? 0)
  return veiled
}
