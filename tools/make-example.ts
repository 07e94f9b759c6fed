import { readFileSync, writeFileSync } from 'node:fs'
import { exampleFiles } from './example/files.ts'

// Draws the fictional town of charters/example: its map, streets, settlements, organisations; `--check` fails when a file differs.
const folder = new URL('../charters/example/', import.meta.url)
const check = process.argv.includes('--check')

for (const [name, text] of Object.entries(exampleFiles())) {
  if (!check) writeFileSync(new URL(name, folder), text)
  else if (readFileSync(new URL(name, folder), 'utf8') !== text) {
    console.error(`charters/example/${name} отстал от рисунка: выполните node tools/make-example.ts.`)
    process.exitCode = 1
  }
}
