import assert from 'node:assert/strict'
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { smallDocument, smallTable } from './documents-for-tests.ts'
import { renderDocument } from './index.ts'
import { renderInProcess, renderLimits } from './render-process.ts'
import { sampleReport } from './report-for-tests.ts'

test('the server goes on answering while a report is made', async () => {
  await renderDocument(smallDocument(), 'docx')
  const before = process.cpuUsage()
  const files = await Promise.all(
    (['docx', 'pdf', 'xlsx'] as const).map((format) => renderDocument(sampleReport(), format)),
  )
  const { user, system } = process.cpuUsage(before)
  assert.deepEqual(
    files.map((file) => Buffer.from(file).subarray(0, 4).toString('latin1')),
    ['PK\u0003\u0004', '%PDF', 'PK\u0003\u0004'],
  )
  // Making the three takes the other process most of a second; time of the processor, so that neighbours do not count.
  assert.ok((user + system) / 1000 < 300, `${(user + system) / 1000} ms`)
})

/** A process that does what its documents are titled: hangs, dies, breaks like native code, devours memory, or answers. */
const obedient = `
  process.on('disconnect', () => process.exit())
  process.on('message', ({ document: { title } }) => {
    if (title === 'hang') for (;;);
    if (title === 'die') process.exit(7)
    if (title === 'break') process.abort()
    if (title === 'grow') { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())) }
    if (title === 'throw') return process.send({ error: 'Error: planted' })
    if (title === 'settings') return process.send({ file: Buffer.from(Object.keys(process.env).join()) })
    process.send({ file: Buffer.from(title) })
  })`

test('a document that hangs, dies, breaks native code or devours memory is given up; the next one is made', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'otklik-render-'))
  process.env['OTKLIK_HOME'] = folder.path
  const script = join(folder.path, 'child.mjs')
  await writeFile(script, obedient)
  const render = renderInProcess({ ...renderLimits, time: 5000, heap: 32 }, pathToFileURL(script))
  const make = (title: string) => render(smallDocument({ title }), 'pdf')
  const made = async (title: string) => Buffer.from(await make(title)).toString()
  assert.equal(await made('one'), 'one')
  for (const [title, sentence] of [
    ['hang', /слишком долго/],
    ['die', /остановилась/],
    ['break', /остановилась/],
    ['grow', /остановилась/],
  ] as const) {
    await assert.rejects(make(title), { reason: 'document-not-made', kind: 'unavailable', message: sentence })
    assert.equal(await made(`after ${title}`), `after ${title}`)
  }
  await assert.rejects(make('throw'), /planted/)
  assert.doesNotMatch(await made('settings'), /OTKLIK|DATABASE/)
  assert.equal(await made('last'), 'last')
})

test('documents wait for their turn, but not in an endless queue', async () => {
  const render = renderInProcess({ ...renderLimits, waiting: 3 })
  const asked = Array.from({ length: 5 }, () => render(smallDocument(), 'xlsx'))
  const outcomes = await Promise.allSettled(asked)
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected'],
  )
  assert.equal((outcomes[4] as PromiseRejectedResult).reason.reason, 'documents-busy')
  assert.ok(await render(smallDocument(), 'xlsx'))
})

test('a document that would take all the memory is refused before it is begun', async () => {
  const rows = Array.from({ length: 6001 }, () => ['Дороги', 1, 2, 3, null])
  const large = smallDocument({ blocks: [smallTable({ rows })] })
  await assert.rejects(renderDocument(large, 'pdf'), { kind: 'too-large', message: /в XLSX/ })
  const wordy = smallDocument({ blocks: [{ kind: 'paragraph', text: 'а'.repeat(3_000_001) }] })
  await assert.rejects(renderDocument(wordy, 'docx'), { reason: 'document-too-large' })
  assert.ok(await renderDocument(large, 'xlsx'))
})

test('a process without work is let go and started again when it is needed', async () => {
  const render = renderInProcess({ ...renderLimits, idle: 20 })
  await render(smallDocument(), 'xlsx')
  await new Promise((done) => setTimeout(done, 200))
  assert.ok(await render(smallDocument(), 'xlsx'))
})
