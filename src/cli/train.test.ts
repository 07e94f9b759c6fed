import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { inventedRows } from '../triage/model/for-tests.ts'
import { commands } from './commands.ts'
import { runCommand } from './run-command.ts'

let folder = ''
const at = (name: string) => join(folder, name)
const run = (...args: string[]) => runCommand(commands, args, {})

async function writeRows(name: string, count: number, seed: number): Promise<void> {
  const { texts, labels } = inventedRows(count, seed)
  const lines = texts.map((text, row) =>
    [text, ...labels.map(({ column }) => column[row])].map((cell) => `"${cell}"`),
  )
  await writeFile(
    at(name),
    [['text', 'Группа', 'Район'], ...lines].map((cells) => cells.join(';')).join('\r\n'),
  )
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otklik-train-'))
  await writeRows('train.csv', 300, 7)
  await writeRows('held.csv', 80, 11)
})
after(async () => await rm(folder, { recursive: true, force: true }))

const training = () => [
  'train',
  '--file',
  at('train.csv'),
  '--text',
  'text',
  '--label',
  'Группа',
  '--label',
  'Район',
]
const measuring = () => ['evaluate', '--file', at('held.csv'), '--text', 'text']

test('a model is trained from a file for several labels and measured on another file', async () => {
  const trained = await run(...training(), '--out', at('model'), '--json')
  assert.equal(trained.exitCode, 0, trained.stderr)
  const { rows, labels, bytes } = JSON.parse(trained.stdout)
  assert.equal(rows, 300)
  assert.deepEqual(
    labels.map(({ name }: { name: string }) => name),
    ['Группа', 'Район'],
  )
  assert.equal((await readFile(at('model'))).length, bytes)
  const measured = await run(...measuring(), '--model', at('model'), '--label', 'Группа', '--json')
  assert.equal(measured.exitCode, 0, measured.stderr)
  const found = JSON.parse(measured.stdout)
  for (const name of ['accuracy', 'macroF1', 'weightedF1', 'top3', 'coverage90', 'coverage95']) {
    assert.ok(found[name] > 0.9 && found[name] <= 1, `${name} ${found[name]}`)
  }
  assert.ok(found.predictionsPerSecond > 0)
})

test('training twice writes the same bytes', async () => {
  await run(...training(), '--out', at('one'))
  await run(...training(), '--out', at('two'))
  assert.deepEqual(await readFile(at('one')), await readFile(at('two')))
})

test('what is missing is said in one sentence with what to do', async () => {
  assert.match((await run('train', '--text', 'text')).stderr, /^Укажите --file: otklik train/)
  const noColumn = await run(
    'train',
    '--file',
    at('train.csv'),
    '--text',
    'Текст',
    '--label',
    'Группа',
    '--out',
    at('x'),
  )
  assert.equal(noColumn.stderr, 'В файле нет столбца «Текст». Есть: «text», «Группа», «Район».\n')
  const noFile = await run(
    'train',
    '--file',
    at('no.csv'),
    '--text',
    'text',
    '--label',
    'Группа',
    '--out',
    at('x'),
  )
  assert.match(noFile.stderr, /^Файла .*no\.csv нет: проверьте имя\.\n$/)
  const noFolder = await run(...training(), '--out', at('no/model'))
  assert.match(noFolder.stderr, /^Нет папки для /)
  const noModel = await run(...measuring(), '--model', at('none'), '--label', 'Группа')
  assert.match(noModel.stderr, /^Модели .* нет: обучите её/)
  const notModel = await run(...measuring(), '--model', at('train.csv'), '--label', 'Группа')
  assert.match(notModel.stderr, /^Это не файл модели/)
})
