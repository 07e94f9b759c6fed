import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { commands } from '../src/cli/commands.ts'
import { settingNames } from '../src/platform/settings.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const known = new Set(settingNames)
const units = readdirSync(join(root, 'deploy')).filter((file) => file.endsWith('.service'))

/** Values of a directive of a unit, without comments. */
const directives = (unit: string, name: string) =>
  [...read(`deploy/${unit}`).matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value)

test('units, their environment, the image and compose set only variables that the program reads', () => {
  const set = [
    ...units.flatMap((unit) => directives(unit, 'Environment')).flatMap((line) => line.split(' ')),
    ...read('deploy/otklik.env').match(/^#?[A-Z_]+=/gm)!,
    ...[...read('Dockerfile').matchAll(/^(?:ENV|\s{2})\s*([A-Z_]+)=/gm)].map(([, name = '']) => name),
    ...Object.keys(parse(read('compose.yaml'), { merge: true }).services.application.environment),
  ].map((one) => one.replace(/^#/, '').split('=')[0]!)
  assert.ok(set.length > 15)
  assert.deepEqual(
    set.filter((name) => !known.has(name) && name !== 'PATH'),
    [],
  )
})

test('what the units start stands in the repository, and their commands in the CLI', () => {
  assert.deepEqual(units.toSorted(), ['otklik-backup.service', 'otklik.service'])
  for (const unit of units) {
    const [line = ''] = directives(unit, 'ExecStart')
    const [node = '', script = '', ...rest] = line.split(' ')
    assert.equal(directives(unit, 'WorkingDirectory')[0], '/opt/otklik')
    assert.ok(existsSync(join(root, node.replace('/opt/otklik/', ''))), node)
    assert.ok(existsSync(join(root, script)), script)
    if (script === 'src/cli.ts') {
      const command = commands.find(({ name }) => name === rest[0])
      const options = rest.filter((one) => one.startsWith('--')).map((one) => one.slice(2))
      assert.ok(command, line)
      assert.deepEqual(
        options.filter((one) => !(one in (command.options ?? {}))),
        [],
      )
    }
  }
  assert.match(read('deploy/otklik'), /\/opt\/otklik\/src\/cli\.ts "\$@"/)
  assert.equal(statSync(join(root, 'deploy/otklik')).mode & 0o111, 0o111)
})

test('the server says READY=1 to systemd, so its unit waits for that', () => {
  assert.deepEqual(directives('otklik.service', 'Type'), ['notify'])
  assert.match(read('src/server.ts'), /await tellSystemd\('READY=1'\)/)
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

test(
  'systemd finds nothing wrong in the units',
  { skip: hasSystemd ? false : 'systemd-analyze is not on this machine' },
  () => {
    const files = [...units, 'otklik-backup.timer'].map((file) => join(root, 'deploy', file))
    const { stderr } = spawnSync('systemd-analyze', ['verify', ...files], { encoding: 'utf8' })
    // The program does not stand in /opt where it is only being tested.
    const wrong = stderr.split('\n').filter((line) => line !== '' && !line.includes('/opt/otklik/'))
    assert.deepEqual(wrong, [])
  },
)

test('the image copies what is in the repository, and not what .dockerignore leaves out', () => {
  const ignored = new Set(read('.dockerignore').trim().split('\n'))
  const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) =>
    files.split(' '),
  )
  assert.ok(copied.includes('src') && copied.includes('migrations'))
  assert.deepEqual(
    copied.filter((file) => !existsSync(join(root, file)) || ignored.has(file)),
    [],
  )
  assert.match(read('Dockerfile'), /^USER otklik$/m)
})

test('compose names no secret, volume or service that it does not declare, and opens the program on loopback only', () => {
  const file = parse(read('compose.yaml'), { merge: true })
  type Service = {
    secrets?: string[]
    volumes?: string[]
    ports?: string[]
    depends_on?: Record<string, unknown>
  }
  const services = Object.values(file.services as Record<string, Service>)
  assert.equal(services.length, 3)
  for (const { secrets = [], volumes = [], ports = [], depends_on: after = {} } of services) {
    for (const secret of secrets) assert.ok(secret in file.secrets, secret)
    for (const volume of volumes) assert.ok(volume.split(':')[0]! in file.volumes, volume)
    for (const service of Object.keys(after)) assert.ok(service in file.services, service)
    for (const port of ports) assert.match(port, /^127\.0\.0\.1:/)
  }
})
