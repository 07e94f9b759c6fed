import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { atMost, type Figure } from './figure.ts'

const dist = fileURLToPath(new URL('../web/dist', import.meta.url))
const limitKb = 450

/** Script that the first screen loads, gzipped: what the page names, all that it imports, and the worklist behind the first address. */
export function benchBundle(folder = dist): Figure[] {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) throw new Error('web/dist is missing: run npm run build first')
  const named = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\/app\/(assets\/[^"]+\.js)"/g)]
  const entries = named.map((match) => match[1]!)
  const worklist = entries
    .flatMap((entry) => lateChunks(folder, entry))
    .filter((chunk) => /worklist-screen/.test(chunk))
  const first = reachable(folder, entries)
  const all = reachable(folder, [...entries, ...worklist])
  const weight = (chunks: ReadonlySet<string>) =>
    [...chunks].reduce(
      (sum, chunk) => sum + gzipSync(readFileSync(join(folder, chunk)), { level: 9 }).length,
      0,
    ) / 1024
  return [
    atMost(limitKb, 'script of the worklist, the first screen', weight(all), 'KB gz', `${all.size} files`),
    atMost(limitKb, 'script before any screen', weight(first), 'KB gz', `${first.size} files`),
  ]
}

function reachable(folder: string, entries: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const visit = (chunk: string): void => {
    if (seen.has(chunk)) return
    seen.add(chunk)
    for (const next of staticImports(folder, chunk)) visit(next)
  }
  entries.forEach(visit)
  return seen
}

function staticImports(folder: string, chunk: string): string[] {
  const text = readFileSync(join(folder, chunk), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
    (match) => `assets/${match[1]}`,
  )
}

function lateChunks(folder: string, chunk: string): string[] {
  const text = readFileSync(join(folder, chunk), 'utf8')
  const late = [...text.matchAll(/import\(\s*["'`]\.\/([\w.-]+\.js)["'`]\s*\)/g)].map(
    (match) => `assets/${match[1]}`,
  )
  return [...new Set(late)]
}

if (import.meta.main) console.table(benchBundle())
