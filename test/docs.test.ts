import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'
import { commands } from '../src/cli/commands.ts'
import { readSettings, settingNames } from '../src/platform/settings.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const pages = [
  'README.md',
  'README.ru.md',
  'CONTRIBUTING.md',
  ...globSync('docs/**/*.md', { cwd: root }),
].toSorted()

/** What a page links to or shows, without addresses of the network. */
function targetsOf(text: string): string[] {
  const found = [...text.matchAll(/\]\(([^)\s]+)\)/g), ...text.matchAll(/<img[^>]*\ssrc="([^"]+)"/g)]
  return found.map(([, target = '']) => target).filter((target) => !/^(https?|mailto):/.test(target))
}

/** The names under which a page's headings can be linked to. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  )
}

/** Links of a page that lead nowhere. */
function brokenLinks(page: string, text: string): string[] {
  return targetsOf(text).filter((target) => {
    const [path = '', anchor] = target.split('#')
    const file = path === '' ? page : join(dirname(page), decodeURIComponent(path))
    if (!resolve(root, file).startsWith(root) || !existsSync(join(root, file))) return true
    return anchor !== undefined && !anchorsOf(read(file)).includes(decodeURIComponent(anchor))
  })
}

/** Words after `otklik --` in a text: the beginnings of commands, without the options. */
function commandsIn(text: string): string[] {
  return [...text.matchAll(/npm run -s otklik -- ([^\n`#]*)/g)]
    .map(([, line = '']) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('-') && !line.startsWith('…'))
}

const isKnown = (line: string) => commands.some(({ name }) => line === name || line.startsWith(`${name} `))

test('every link and picture of the README, the manual and the decisions leads to a file', () => {
  assert.ok(pages.length > 10)
  const broken = pages.flatMap((page) => brokenLinks(page, read(page)).map((target) => `${page}: ${target}`))
  assert.deepEqual(broken, [])
})

test('a link that leads nowhere, or to a heading that is not there, is found', () => {
  const planted =
    '[a](docs/none.md) [b](docs/glossary.md#glossary) [c](#nowhere) <img src="x.png"> [d](https://a.b/c)'
  assert.deepEqual(brokenLinks('README.md', planted), ['docs/none.md', '#nowhere', 'x.png'])
})

test('every command that the README and the manual name stands in the CLI', () => {
  const named = pages.flatMap((page) => commandsIn(read(page)))
  assert.ok(named.length > 10)
  assert.deepEqual(
    named.filter((line) => !isKnown(line)),
    [],
  )
  assert.ok(!isKnown('charter burn charters/example'))
})

test('every option named with a command is one the command takes', () => {
  const wrong = pages
    .flatMap((page) => commandsIn(read(page)))
    .flatMap((line) => {
      const command = commands.find(({ name }) => line.startsWith(name))
      const taken = new Set(['json', 'help', 'lang', ...Object.keys(command?.options ?? {})])
      return [...line.matchAll(/--([a-z-]+)/g)].filter(([, name = '']) => !taken.has(name)).map(() => line)
    })
  assert.deepEqual(wrong, [])
})

test('every setting the program reads is told in docs/settings.md and in both READMEs', () => {
  assert.ok(settingNames.includes('PORT') && settingNames.includes('OTKLIK_HOME'))
  for (const page of ['docs/settings.md', 'README.md', 'README.ru.md']) {
    const text = read(page)
    assert.deepEqual(
      settingNames.filter((name) => !text.includes(`\`${name}\``)),
      [],
      page,
    )
  }
})

/** The first two cells of the rows of a page's tables. */
function rowsOf(text: string): [first: string, second: string][] {
  return [...text.matchAll(/^\| (.+?) \| (.*?) \|/gm)].map(([, first = '', second = '']) => [first, second])
}
const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)

test('the tables of docs/settings.md hold every setting once, with the default that is in force', () => {
  const rows = rowsOf(read('docs/settings.md')).filter(([name]) => /^`[A-Z_]+`$/.test(name))
  assert.deepEqual(rows.map(([name]) => name.slice(1, -1)).toSorted(), settingNames.toSorted())
  const defaults = readSettings({}) as Record<string, unknown>
  for (const [name, told] of rows) {
    const field = name
      .slice(1, -1)
      .replace(/^OTKLIK_/, '')
      .toLowerCase()
      .replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase())
    const [value] = quoted(told)
    if (told === 'не задана') assert.deepEqual([defaults[field] ?? []].flat(), [], name)
    else if (field === 'home') assert.ok(String(defaults[field]).endsWith(`/${value}`))
    else assert.equal(String(defaults[field]), value, name)
  }
})

test('every variable of the environment that the code reads stands in docs/settings.md', () => {
  const text = read('docs/settings.md')
  const files = globSync('{src,tools,test,bench}/**/*.{ts,mjs}', { cwd: root })
  const names = files.flatMap((file) =>
    [...read(file).matchAll(/\benv(?:\.|\[')([A-Z][A-Z_]+)\b/g)].map(([, name = '']) => name),
  )
  // Those of every process, of npm, and one that a library looks at.
  const ofOthers = new Set(['PATH', 'LD_LIBRARY_PATH', 'INIT_CWD', 'AWS_LAMBDA_JS_RUNTIME'])
  const missing = [...new Set(names)].filter((name) => !ofOthers.has(name) && !text.includes(`\`${name}\``))
  assert.ok(names.includes('NOTIFY_SOCKET') && names.includes('OTKLIK_CORPUS'))
  assert.deepEqual(missing, [])
})

/** Whether a charter has a value at a path of its schema; `*` stands for any code, lists are gone through. */
function hasPath(schema: SchemaNode | boolean | undefined, path: string[]): boolean {
  if (typeof schema !== 'object') return false
  const [head, ...rest] = path
  if (head === undefined) return true
  if (schema.items) return hasPath(schema.items, path)
  if (schema.anyOf) return schema.anyOf.some((node) => hasPath(node, path))
  if (head !== '*') return hasPath(schema.properties?.[head], rest)
  return [...Object.values(schema.properties ?? {}), schema.additionalProperties].some((node) =>
    hasPath(node, rest),
  )
}
type SchemaNode = {
  anyOf?: SchemaNode[]
  properties?: Record<string, SchemaNode>
  items?: SchemaNode
  additionalProperties?: SchemaNode | boolean
}

test('every value of a charter that docs/settings.md names stands in the schema of charters', () => {
  const schema = JSON.parse(read('charters/charter.schema.json')) as SchemaNode
  const named = rowsOf(read('docs/settings.md'))
    .filter(([name]) => /^`[a-z]/.test(name))
    .flatMap(([name]) => quoted(name))
  assert.ok(named.includes('roles.secondFactor') && named.length > 12)
  assert.deepEqual(
    named.filter((path) => !hasPath(schema, path.split('.'))),
    [],
  )
  for (const path of ['roles.thirdFactor', 'channels.*.off', 'centre.on'])
    assert.ok(!hasPath(schema, path.split('.')), path)
})

const shape = (text: string) => text.match(/^#+ /gm)
const pictures = (text: string) => targetsOf(text).filter((target) => target.endsWith('.png'))

test('the two READMEs have the same chapters, commands and pictures', () => {
  const [english, russian] = [read('README.md'), read('README.ru.md')]
  assert.deepEqual(shape(english), shape(russian))
  assert.deepEqual(commandsIn(english), commandsIn(russian))
  assert.deepEqual(pictures(english), pictures(russian))
})
