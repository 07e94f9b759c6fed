import { readFileSync, writeFileSync } from 'node:fs'
import { charterJsonSchema } from '../src/charter/index.ts'

// Writes charters/charter.schema.json for editors from the zod shapes; `--check` fails when the file differs.
const file = new URL('../charters/charter.schema.json', import.meta.url)
const text = `${JSON.stringify(charterJsonSchema(), null, 1)}\n`

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('charters/charter.schema.json отстал от схемы: выполните node tools/charter-schema.ts.')
    process.exitCode = 1
  }
} else writeFileSync(file, text)
