import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readCharterFolder } from './charter-folder.ts'
import { charterJsonSchema } from './json-schema.ts'
import { readCharter } from './read-charter.ts'

const folder = new URL('../../charters/', import.meta.url)
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name)

for (const name of names) {
  test(`the charter of ${name} has no problems`, () => {
    const path = fileURLToPath(new URL(name, folder))
    assert.ok(existsSync(path))
    assert.deepEqual(readCharter(readCharterFolder(path)).problems, [])
  })
}

test('the JSON Schema for editors is the one that the zod shapes give', () => {
  const kept = readFileSync(new URL('charter.schema.json', folder), 'utf8')
  assert.equal(kept, `${JSON.stringify(charterJsonSchema(), null, 1)}\n`, 'run tools/charter-schema.ts')
})
