import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { cellPadding, ink, page, type PreparedDocument } from '../layout/prepared.ts'
import { faceNames, fontOf } from '../text/fonts.ts'
import { forPdf } from './for-pdf.ts'

const template = readFileSync(new URL('official.typ', import.meta.url), 'utf8')

/** The strictest standard the engine keeps: fonts inside, nothing that needs another program, fit for an archive. */
const pdfStandard = 'a-2b'

let engine: NodeCompiler | undefined

function engineOf(): NodeCompiler {
  engine ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: faceNames.map((face) => fontOf(face).bytes) }],
  })
  return engine
}

/** Sets a document on pages. Texts reach the engine as data, so no sign in them is markup. */
export function writePdf(document: PreparedDocument): Uint8Array {
  const made = document.madeAt.toZonedDateTimeISO('UTC')
  const { year, month, day, hour, minute, second } = made
  const data = {
    ...forPdf(document),
    made: { year, month, day, hour, minute, second },
    ink,
    page,
    cell: cellPadding,
  }
  const compiler = engineOf()
  try {
    const result = compiler.compile({
      mainFileContent: template,
      inputs: { document: JSON.stringify(data) },
      resetRead: true,
    })
    const compiled = result.result
    if (compiled === null) throw new Error(`the page setter refused: ${tellErrors(compiler, result)}`)
    return compiler.pdf(compiled, { pdfStandard })
  } finally {
    compiler.evictCache(0)
  }
}

function tellErrors(compiler: NodeCompiler, result: ReturnType<NodeCompiler['compile']>): string {
  const error = result.takeDiagnostics()
  const found: unknown[] = error ? compiler.fetchDiagnostics(error) : []
  return found.map((one) => JSON.stringify(one)).join('; ') || 'no reason was given'
}
