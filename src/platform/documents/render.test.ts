import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import type { DocumentFormat, OfficialDocument } from './document.ts'
import { hostileDocument } from './documents-for-tests.ts'
import { readPdf } from './pdf/pdf-for-tests.ts'
import { renderHere } from './render.ts'
import { sampleReport } from './report-for-tests.ts'
import { xmlFault } from './xml-for-tests.ts'
import { unzipParts } from './zip-parts.ts'

const formats: readonly DocumentFormat[] = ['docx', 'xlsx', 'pdf']
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Renders the sample in a process of its own, in a time zone and on a day of its own, twice; gives the digests. */
async function digestsElsewhere(zone: string, day: string): Promise<string[]> {
  const script = `
    const real = Date
    const shift = real.parse(${JSON.stringify(day)}) - real.now()
    globalThis.Date = class extends real {
      constructor(...given) { given.length ? super(...given) : super(real.now() + shift) }
      static now() { return real.now() + shift }
    }
    const { renderHere } = await import(${JSON.stringify(new URL('render.ts', import.meta.url).href)})
    const { sampleReport } = await import(${JSON.stringify(new URL('report-for-tests.ts', import.meta.url).href)})
    const { createHash } = await import('node:crypto')
    for (const time of [1, 2])
      for (const format of ${JSON.stringify(formats)})
        console.log(createHash('sha256').update(await renderHere(sampleReport(), format)).digest('hex'))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TZ: zone, LANG: zone === 'UTC' ? 'C' : 'ru_RU.UTF-8' },
    cwd: tmpdir(),
  })
  return stdout.trim().split('\n')
}

test('the same document is the same bytes in another process, time zone, folder and on another day', async () => {
  const here = await Promise.all(
    formats.map(async (format) => digestOf(await renderHere(sampleReport(), format))),
  )
  const [east, west] = await Promise.all([
    digestsElsewhere('Asia/Kamchatka', '2031-02-03T04:05:06Z'),
    digestsElsewhere('America/Los_Angeles', '1999-12-31T23:59:59Z'),
  ])
  assert.deepEqual(east, [...here, ...here])
  assert.deepEqual(west, [...here, ...here])
})

test('a document that differs in one word differs in every format', async () => {
  const title = 'Ежемесячный отчёт'
  for (const format of formats)
    assert.notEqual(
      digestOf(await renderHere(sampleReport(), format)),
      digestOf(await renderHere(sampleReport({ title }), format)),
    )
})

test('the three formats tell the same figures', async () => {
  const report = sampleReport()
  const table = report.blocks.find((block) => block.kind === 'table')
  assert.ok(table?.total)
  const book = await readXlsx(await renderHere(report, 'xlsx'))
  const sheet = book.sheets.find(({ name }) => name === table.sheet)
  assert.equal(sheet?.rows[3 + table.rows.length]?.[1], table.total[1])
  const told = new Intl.NumberFormat('ru-RU').format(Number(table.total[1])).replaceAll(/\s/g, '\u00A0')
  const word =
    unzipParts(await renderHere(report, 'docx'))
      .get('word/document.xml')
      ?.toString('utf8') ?? ''
  assert.ok(word.includes(`>${told}<`))
  const pages = readPdf(await renderHere(report, 'pdf')).pages.join('\n')
  assert.ok(pages.split('\n').includes(told))
})

async function assertSound(document: OfficialDocument, format: DocumentFormat): Promise<void> {
  const bytes = await renderHere(document, format)
  if (format === 'pdf') {
    assert.ok(readPdf(bytes).pages.length > 0)
    return
  }
  for (const [name, part] of unzipParts(bytes))
    if (/\.(xml|rels)$/.test(name)) assert.equal(xmlFault(part.toString('utf8')), null, name)
  if (format === 'xlsx') {
    const parts = unzipParts(bytes)
    for (const [name, part] of parts)
      if (name.startsWith('xl/worksheets/sheet'))
        for (const [, formula] of part.toString('utf8').matchAll(/<f>([^<]*)<\/f>/g))
          assert.match(formula ?? '', /^SUM\([A-Z]+\d+:[A-Z]+\d+\)$/)
    await readXlsx(bytes)
  }
}

for (const format of formats)
  test(`no document, however hostile, breaks a file of ${format}`, async () => {
    await fc.assert(
      fc.asyncProperty(hostileDocument, (document) => assertSound(document, format)),
      { numRuns: format === 'docx' ? 40 : 80 },
    )
  })

test('a report of ten tables and six charts takes less than two seconds of the processor in each format', async () => {
  for (const format of formats) {
    await renderHere(sampleReport(), format)
    const before = process.cpuUsage()
    await renderHere(sampleReport(), format)
    const { user, system } = process.cpuUsage(before)
    assert.ok((user + system) / 1e6 < 2, `${format}: ${(user + system) / 1e6} s`)
  }
})
