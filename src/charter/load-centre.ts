import { createCalendar } from '../calendar/index.ts'
import { inReach } from '../platform/db/centre-scope.ts'
import type { Database } from '../platform/db/centre-scope.ts'
import { refuse } from '../platform/refusal.ts'
import type { Centre } from './centre.ts'
import type { Charter } from './contract.ts'
import { keptCharter, readEdition } from './edition.ts'
import type { Edition } from './edition.ts'
import { findCentre, findCentres, findEdition, listEditions } from './store.ts'
import type { CentreRow } from './store.ts'

/** What is in force in a centre, as somebody has just read it. */
export type CentreInForce = { centreId: number; edition: number; sorterModel: string | null }

const kept = new WeakMap<Database, Map<number, Centre>>()

/**
 * The centre of a slug or id with the edition in force, shared between requests; refuses when there is none. Whoever has just
 * read what is in force there says it, and where that is kept nothing is asked.
 */
export async function loadCentre(
  db: Database,
  slugOrId: string | number,
  read?: CentreInForce,
): Promise<Centre> {
  const centres = kept.get(db) ?? new Map<number, Centre>()
  kept.set(db, centres)
  const same = read && centres.get(read.centreId)
  if (same && same.edition === read.edition && same.sorterModel === read.sorterModel) return same
  return inReach(db, 'installation', async (scope) => {
    const row = await findCentre(scope, slugOrId)
    if (!row || row.edition === 0) {
      return refuse(
        'not-found',
        'no-centre',
        `Центра «${slugOrId}» нет: примените его устав командой charter apply.`,
      )
    }
    const known = centres.get(row.id)
    if (known?.edition === row.edition) {
      const sorterModel = row.sorter_model ?? null
      if (known.sorterModel === sorterModel) return known
      const changed = Object.freeze({ ...known, sorterModel })
      centres.set(row.id, changed)
      return changed
    }
    const edition = await findEdition(scope, row.id, row.edition)
    if (!edition) throw new Error(`centre ${row.slug} has no edition ${row.edition}`)
    const centre = centreOf(row, keptCharter(edition.charter))
    centres.set(row.id, centre)
    return centre
  })
}

/** Every centre of the installation with a charter in force. */
export function centreSlugs(db: Database): Promise<string[]> {
  return inReach(db, 'installation', async (scope) =>
    (await findCentres(scope)).filter(({ edition }) => edition > 0).map(({ slug }) => slug),
  )
}

/** A centre made of its row and a checked charter; also what tests build without a database. */
export function centreOf(row: CentreRow, charter: Charter): Centre {
  const { holidays, shortDays, workingDays } = charter.calendar
  return Object.freeze({
    id: row.id,
    slug: row.slug,
    edition: row.edition,
    isDemo: row.is_demo,
    sorterModel: row.sorter_model ?? null,
    charter,
    zone: charter.centre.timeZone,
    calendar: createCalendar({
      local: {
        holidays: holidays.map(({ date, name }) => ({ date, name })),
        shortDays: [...shortDays],
        workingDays: workingDays.map(({ date }) => date),
      },
    }),
    roles: byCode(charter.roles),
    organisations: byCode(charter.organisations),
    sectorBlocks: byCode(charter.sectorBlocks),
  })
}

function byCode<T extends { code: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.code, record]))
}

/** One edition of a centre with its files and the origin of its values; the one in force when none is named. */
export async function loadEdition(db: Database, centreId: number, edition?: number): Promise<Edition> {
  return inReach(db, 'installation', async (scope) => {
    const wanted = edition ?? (await findCentre(scope, centreId))?.edition ?? 0
    const row = await findEdition(scope, centreId, wanted)
    return row
      ? readEdition(row)
      : refuse('not-found', 'no-edition', `Редакции ${wanted} устава нет: обновите страницу.`)
  })
}

/** Editions of a centre, newest first: number, comment, when and by whom. */
export function charterEditions(db: Database, centreId: number) {
  return inReach(db, 'installation', (scope) => listEditions(scope, centreId))
}
