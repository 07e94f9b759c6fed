import { randomUUIDv7 } from 'node:crypto'
import { enterCentre, inReach } from '../platform/db/centre-scope.ts'
import type { Database, Scope } from '../platform/db/centre-scope.ts'
import { refuse } from '../platform/refusal.ts'
import type { Charter, CharterChange, CharterOrphan, CharterUsage } from './contract.ts'
import { describeChange } from './describe-change.ts'
import { diffCharters } from './diff.ts'
import { digestOf, keptCharter, sourcesText } from './edition.ts'
import type { CharterFiles } from './join-parts.ts'
import { orphans } from './orphans.ts'
import type { Provenance } from './provenance.ts'
import { readCharter } from './read-charter.ts'
import { shipped } from './shipped.ts'
import { findCentre, findEdition, insertCentre, insertEdition, recordApplied, setEdition } from './store.ts'
import type { CentreRow } from './store.ts'

/** Counts the open work of the centre that the transaction stands in; cases and people supply it. */
export type CountUsage = (scope: Scope) => Promise<CharterUsage>

export interface ApplyCharter {
  /** The centre's name in addresses and folders; the centre is made when there is none. */
  slug: string
  files: CharterFiles
  /** Who applies it, as the journal shall say. */
  actor: string
  now: Temporal.Instant
  comment?: string
  /** Looks only: nothing is written, and orphans are returned rather than refused. */
  dryRun?: boolean
  isDemo?: boolean
  usage?: CountUsage
}

/** What applying a charter came to; without a difference the edition stays. */
export interface CharterApplied {
  centreId: number | null
  edition: number
  isNew: boolean
  changes: CharterChange[]
  /** The changes as Russian lines. */
  lines: string[]
  orphans: CharterOrphan[]
}

const slugShape = /^[a-z][a-z0-9-]{1,40}$/

/** Puts a charter in force as a new edition; refuses one with problems and one that leaves open work without its place. */
export async function applyCharter(db: Database, request: ApplyCharter): Promise<CharterApplied> {
  if (!slugShape.test(request.slug) || request.slug === 'shared') {
    const advice = 'от 2 до 41 знака, строчные латинские буквы, цифры и дефис'
    refuse('invalid', 'bad-slug', `«${request.slug}» не годится в имена центра: ${advice}.`)
  }
  const reading = readCharter(request.files)
  if (!reading.charter) {
    const [first] = reading.problems
    const count = reading.problems.length
    const sample = first
      ? ` Первая: ${first.file}:${first.line}:${first.column} ${first.path} — ${first.message}.`
      : ''
    return refuse(
      'invalid',
      'charter-problems',
      `В уставе ошибок: ${count}.${sample} Исправьте их и повторите.`,
      reading.problems,
    )
  }
  const { charter, provenance } = reading
  return inReach(db, 'installation', async (scope) => {
    const centre = await findCentre(scope, request.slug, !request.dryRun)
    const before = centre ? await presentCharter(scope, centre) : null
    const found = before
      ? await differences(scope, centre, before, charter, request.usage)
      : newCentre(charter)
    const edition = (centre?.edition ?? 0) + (found.isNew || found.changes.length > 0 ? 1 : 0)
    if (request.dryRun || edition === centre?.edition)
      return { centreId: centre?.id ?? null, edition, ...found }
    if (found.orphans.length > 0) {
      refuse('conflict', 'orphans', found.orphans.map(({ message }) => message).join(' '), found.orphans)
    }
    const id = await write(scope, request, { charter, provenance, edition, centre, changes: found.changes })
    return { centreId: id, edition, ...found }
  })
}

type Differences = Pick<CharterApplied, 'changes' | 'lines' | 'orphans' | 'isNew'>

function newCentre(charter: Charter): Differences {
  return { isNew: true, changes: [], lines: [`Новый центр: ${charter.centre.name}.`], orphans: [] }
}

async function presentCharter(scope: Scope, centre: CentreRow): Promise<Charter | null> {
  const row = await findEdition(scope, centre.id, centre.edition)
  return row ? keptCharter(row.charter) : null
}

async function differences(
  scope: Scope,
  centre: CentreRow | null,
  before: Charter,
  after: Charter,
  usage?: CountUsage,
): Promise<Differences> {
  const changes = digestOf(before) === digestOf(after) ? [] : diffCharters(before, after)
  const lines = changes.map((change) => describeChange(change, before, after))
  if (!centre || !usage || changes.length === 0) return { isNew: false, changes, lines, orphans: [] }
  await enterCentre(scope, centre.id)
  const lost = orphans(before, after, await usage(scope), shipped().catalogue)
  return { isNew: false, changes, lines, orphans: lost }
}

type Writing = {
  charter: Charter
  provenance: Provenance
  edition: number
  centre: CentreRow | null
  changes: CharterChange[]
}

async function write(scope: Scope, request: ApplyCharter, writing: Writing): Promise<number> {
  const { charter, provenance, edition, changes } = writing
  const { name, kind, timeZone, parent } = charter.centre
  const facts = { name, kind, timeZone, parent: parent?.centre ?? null }
  const { slug, now, actor, isDemo = false } = request
  const made = writing.centre ?? (await insertCentre(scope, { slug, isDemo, at: now, ...facts }))
  const { id } =
    made ?? refuse('conflict', 'centre-exists', `Центр «${slug}» только что создан: повторите команду.`)
  await setEdition(scope, id, edition, facts)
  const digest = digestOf(charter)
  await insertEdition(scope, {
    centreId: id,
    edition,
    digest,
    sources: sourcesText(request.files, provenance),
    charter: JSON.stringify(charter),
    comment: request.comment ?? null,
    at: now,
    by: actor,
  })
  const data = JSON.stringify({
    centre: slug,
    edition,
    digest,
    paths: changes.slice(0, 500).map(({ path }) => path),
  })
  await recordApplied(scope, { id: randomUUIDv7(), at: now, actor, data })
  return id
}
