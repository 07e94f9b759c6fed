import assert from 'node:assert/strict'
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { smallDocument, smallTable } from './documents-for-tests.ts'
import { renderDocument } from './index.ts'
import { renderInThread, renderLimits } from './render-thread.ts'
import { sampleReport } from './report-for-tests.ts'

test('the server goes on answering while a report is made', async () => {
  await renderDocument(smallDocument(), 'docx')
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const files = await Promise.all(
    (['docx', 'pdf', 'xlsx'] as const).map((format) => renderDocument(sampleReport(), format)),
  )
  delay.disable()
  assert.deepEqual(
    files.map((file) => Buffer.from(file).subarray(0, 4).toString('latin1')),
    ['PK\u0003\u0004', '%PDF', 'PK\u0003\u0004'],
  )
  // Making the three took the thread a second or so; here no turn may take a fifth of that.
  assert.ok(delay.max / 1e6 < 200, `${delay.max / 1e6} ms`)
})

/** A thread that does what its documents are titled: hangs, dies, runs out of memory, throws, or answers. */
const obedient = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ document: { title } }) => {
    if (title === 'hang') for (;;);
    if (title === 'die') process.exit(7)
    if (title === 'grow') { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())) }
    if (title === 'throw') return parentPort.postMessage({ error: 'Error: planted' })
    parentPort.postMessage({ file: new TextEncoder().encode(title) })
  })`

test('a document that hangs, dies or devours memory is given up; the next one is made', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'otklik-thread-'))
  const script = join(folder.path, 'thread.mjs')
  await writeFile(script, obedient)
  const render = renderInThread({ ...renderLimits, time: 1500, heap: 32 }, pathToFileURL(script))
  const make = (title: string) => render(smallDocument({ title }), 'pdf')
  const made = async (title: string) => Buffer.from(await make(title)).toString()
  assert.equal(await made('one'), 'one')
  for (const [title, sentence] of [
    ['hang', /слишком долго/],
    ['die', /остановилась/],
    ['grow', /остановилась/],
  ] as const) {
    await assert.rejects(make(title), { reason: 'document-not-made', kind: 'unavailable', message: sentence })
    assert.equal(await made(`after ${title}`), `after ${title}`)
  }
  await assert.rejects(make('throw'), /planted/)
  assert.equal(await made('last'), 'last')
})

test('documents wait for their turn, but not in an endless queue', async () => {
  const render = renderInThread({ ...renderLimits, waiting: 3 })
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

test('a thread without work is let go and started again when it is needed', async () => {
  const render = renderInThread({ ...renderLimits, idle: 20 })
  await render(smallDocument(), 'xlsx')
  await new Promise((done) => setTimeout(done, 200))
  assert.ok(await render(smallDocument(), 'xlsx'))
})
