/** Who may lean on whom: the one map of the house. A module may import only the doors of the modules named here. */
export const leans: Record<string, readonly string[]> = {
  platform: [],
  calendar: [],
  deadlines: ['calendar'],
  charter: ['calendar', 'deadlines'],
  audit: ['charter'],
  people: ['audit', 'charter'],
  triage: ['charter'],
  sorter: ['triage', 'audit', 'people', 'charter'],
  residents: ['audit', 'people', 'charter', 'triage'],
  basemap: ['audit', 'people', 'charter'],
  answers: ['residents', 'triage', 'charter'],
  cases: ['answers', 'residents', 'triage', 'deadlines', 'audit', 'people', 'charter', 'calendar'],
  insight: ['intake', 'cases', 'triage', 'audit', 'people', 'charter'],
  reports: ['insight', 'cases', 'triage', 'audit', 'people', 'charter', 'calendar'],
  intake: ['cases', 'residents', 'sorter', 'triage', 'deadlines', 'audit', 'people', 'charter', 'calendar'],
  demo: [
    'basemap',
    'intake',
    'answers',
    'cases',
    'residents',
    'triage',
    'audit',
    'people',
    'charter',
    'calendar',
    'deadlines',
  ],
}

/** Modules every file of which is a rule: no I/O, no clock. */
const pureModules = ['calendar', 'deadlines', 'triage']
const ruleFile = /(-policy|\/states|\/fold)\.ts$/
const doors = /^src\/[a-z]+\/(index|contract)\.ts$/

export interface Source {
  path: string
  text: string
}

/** Every import and re-export of a file: path from the repository's root for our own files, the bare name otherwise. */
export function importsOf(source: Source): string[] {
  const found = source.text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)
  return [...found].map(([, target = '']) => (target.startsWith('.') ? resolve(source.path, target) : target))
}

function resolve(from: string, target: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const step of target.replace(/[?].*$/, '').split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

function moduleOf(path: string): string | null {
  const match = /^src\/([a-z]+)\//.exec(path)
  return match?.[1] ?? null
}

const isTest = (path: string) => path.endsWith('.test.ts')

/** Every breach of the map in a set of files, one sentence each. */
export function breaches(sources: Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  return sources.flatMap((source) => [
    ...leaningBreaches(source),
    ...purityBreaches(source, byPath),
    ...browserBreaches(source, byPath),
    ...timeBreaches(source),
  ])
}

function leaningBreaches(source: Source): string[] {
  const from = moduleOf(source.path)
  if (!from || from === 'cli' || isTest(source.path)) return []
  const allowed = leans[from]
  if (!allowed) return [`${source.path}: module ${from} is not on the map`]
  return importsOf(source).flatMap((target) => {
    const to = moduleOf(target)
    if (!to || to === from) return target === 'src/app.ts' ? [`${source.path} leans on the application`] : []
    if (to === 'platform')
      return isContract(source.path) && !shapes.has(target)
        ? [`${source.path} is a contract and leans on ${target}`]
        : []
    if (!allowed.includes(to)) return [`${source.path}: ${from} may not lean on ${to}`]
    return doors.test(target) ? [] : [`${source.path} enters ${to} past its doors: ${target}`]
  })
}

/** What a contract may take of the platform: shapes alone. */
const shapes = new Set(['src/platform/http/route.ts', 'src/platform/documents/document.ts'])

const isContract = (path: string) => /\/contract(-[a-z-]+)?\.ts$/.test(path)
const outside = /^(node:|kysely|pg$|pg-|fastify|@fastify|pino|embedded-)/

function purityBreaches(source: Source, byPath: Map<string, Source>): string[] {
  if (isTest(source.path)) return []
  const from = moduleOf(source.path)
  const rule = ruleFile.test(source.path) || (from !== null && pureModules.includes(from))
  const found: string[] = []
  if (rule) {
    found.push(
      ...importsOf(source)
        .filter((target) => outside.test(target))
        .map((target) => `${source.path} is a rule and imports ${target}`),
    )
    if (/Temporal\.Now/.test(source.text)) found.push(`${source.path} is a rule and reads the clock`)
  }
  if (isContract(source.path)) found.push(...contractReach(source, byPath))
  return found
}

/** A contract may reach only zod and files that themselves reach only zod. */
function contractReach(source: Source, byPath: Map<string, Source>, seen = new Set<string>()): string[] {
  if (seen.has(source.path)) return []
  seen.add(source.path)
  return importsOf(source).flatMap((target) => {
    if (target === 'zod') return []
    const inner = byPath.get(target)
    if (!inner) return [`${source.path} is reached from a contract and imports ${target}`]
    return contractReach(inner, byPath, seen)
  })
}

/** The browser may import contracts, and files of ours that themselves reach only zod. */
function browserBreaches(source: Source, byPath: Map<string, Source>): string[] {
  if (!source.path.startsWith('web/')) return []
  return importsOf(source)
    .filter((target) => target.startsWith('src/'))
    .filter((target) => {
      const inner = byPath.get(target)
      return !inner || target.endsWith('/index.ts') || contractReach(inner, byPath).length > 0
    })
    .map((target) => `${source.path}: the browser may import only contracts, not ${target}`)
}

function timeBreaches(source: Source): string[] {
  if (!source.path.startsWith('src/') || source.path.startsWith('src/platform/') || isTest(source.path))
    return []
  return /\bnew Date\(|\bDate\.(now|parse|UTC)\(/.test(source.text)
    ? [`${source.path}: a bare Date outside platform`]
    : []
}
