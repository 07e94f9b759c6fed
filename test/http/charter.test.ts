import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser } from '../browser.ts'
import { exampleFiles, type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let head: Browser
let specialist: Browser

before(async () => {
  running = await runningApp()
  head = await running.browser('head')
  specialist = await running.browser('specialist')
})
after(() => running.close())

const cold = 'В доме холодные батареи, отопления нет второй день'

/** The example's files with one of them edited. */
function edited(name: string, from: string | RegExp, to: string): Record<string, string> {
  const files = { ...exampleFiles() }
  const before = files[name]!
  files[name] = before.replace(from, to)
  assert.notEqual(files[name], before, `${name} holds ${from}`)
  return files
}

async function answerNorm() {
  const { id } = await specialist.register('Прошу рассказать о расписании автобусов', {
    nature: 'consultation',
  })
  return (await specialist.card(id)).deadlines.find(({ norm }) => norm === 'message.answer')
}

it('an edited charter is checked: every problem at once, each with its file, line and column', async () => {
  const files = edited(
    'work.yaml',
    'unit: working-days\n    start: registered\n    stop: sent\n    pause',
    'unit: дней\n    start: registered\n    stop: sent\n    pause',
  )
  files['charter.yaml'] = files['charter.yaml']!.replace('reach: centre', 'reach: everywhere')
  const { status, told } = await head.post('/charter/check', { files })
  assert.equal(status, 200)
  const places = told.problems.map((one: { file: string }) => one.file)
  assert.ok(places.includes('work.yaml') && places.includes('charter.yaml'), JSON.stringify(told.problems))
  for (const { line, column, message } of told.problems)
    assert.ok(line > 0 && column > 0 && message.length > 5)
  const applied = await head.post('/charter', { files })
  assert.equal(applied.status, 422)
  assert.match(applied.told.error.message, /^В уставе ошибок: \d+\. Первая: .+:\d+:\d+ /)
  assert.equal((await head.get('/charter')).told.current, 1)
})

it('a changed time norm is shown as a difference, becomes the next edition, and binds the cases that come after it', async () => {
  assert.equal((await answerNorm())?.amount, 8)
  const files = edited('work.yaml', 'amount: 8', 'amount: 5')
  const { told } = await head.post('/charter/check', { files })
  assert.deepEqual([told.problems, told.orphans, told.lines.length], [[], [], 1])
  assert.match(told.lines[0], /8.+5/)
  const applied = await head.post('/charter', { files, comment: 'отвечаем быстрее' })
  assert.deepEqual([applied.status, applied.told.edition, applied.told.lines], [200, 2, told.lines])
  const { current, editions } = (await head.get('/charter')).told
  assert.deepEqual(
    [current, editions[0].edition, editions[0].appliedBy, editions[0].comment],
    [2, 2, 'Вера Светлобережская', 'отвечаем быстрее'],
  )
  const norm = await answerNorm()
  assert.deepEqual([norm?.amount, norm?.basis], [5, 'Положение, п. 5.3'])
})

it('a charter that would leave an open case without its block is not applied, and the screen says which', async () => {
  const { id } = await specialist.register(cold)
  assert.equal((await specialist.card(id)).sectorBlock?.code, 'housing')
  const files = { ...(await head.get('/charter/files')).told.files }
  const rename = (text: string) => text.replaceAll(/(sectorBlock: |code: )housing\b(?!-)/g, '$1dwelling')
  for (const name of Object.keys(files)) files[name] = rename(files[name])
  const { told } = await head.post('/charter/check', { files })
  assert.deepEqual(told.problems, [])
  assert.ok(told.orphans.length > 0)
  const applied = await head.post('/charter', { files })
  assert.equal(applied.status, 409)
  assert.equal(applied.told.error.reason, 'orphans')
  assert.equal((await specialist.card(id)).sectorBlock?.code, 'housing')
})

it('the charter’s screen shows each value with its clause, and what it does not say as a default', async () => {
  const { sections } = (await specialist.get('/charter')).told
  const flat = JSON.stringify(sections)
  assert.match(flat, /Положение, п\. 5\.3/)
  assert.match(flat, /59-ФЗ, ст\. 12 ч\. 1/)
  assert.ok(sections.length > 8)
})

it('only who may apply a charter applies it', async () => {
  const files = exampleFiles()
  for (const path of ['/charter', '/charter/check']) {
    const refused = await specialist.post(path, { files })
    assert.equal(refused.status, 403)
    assert.match(refused.told.error.message, /^Ваша роль не позволяет менять устав/)
  }
})

it('what is no charter at all is refused with one sentence', async () => {
  for (const files of [
    {},
    { '../etc/passwd': 'x' },
    { 'charter.yaml': '{{{' },
    { 'work.yaml': 'norms: {}' },
  ]) {
    const { status, told } = await head.post('/charter', { files })
    assert.equal(status, 422, JSON.stringify(told))
    assert.match(told.error.message, /[а-я].*\.$/)
  }
})
