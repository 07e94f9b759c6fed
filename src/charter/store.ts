import type { Scope } from '../platform/db/centre-scope.ts'

/** A row of `centres` as the commands need it. */
export type CentreRow = {
  id: number
  slug: string
  edition: number
  is_demo: boolean
  sorter_model?: string | null
}

const columns = ['id', 'slug', 'edition', 'is_demo', 'sorter_model'] as const

/** The centre of a slug or id; with `lock` no other transaction changes it meanwhile. */
export async function findCentre(
  scope: Scope,
  centre: string | number,
  lock = false,
): Promise<CentreRow | null> {
  const query = scope
    .selectFrom('centres')
    .select(columns)
    .where(typeof centre === 'number' ? 'id' : 'slug', '=', centre)
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null
}

/** Every centre of the installation, by name. */
export async function findCentres(scope: Scope) {
  const rows = await scope
    .selectFrom('centres')
    .select(['slug', 'name', 'kind', 'edition', 'is_demo'])
    .orderBy('name')
    .execute()
  return rows.map(({ is_demo: isDemo, ...row }) => ({ ...row, isDemo }))
}

/** What a centre is called and where it stands, as its charter says. */
export type CentreFacts = { name: string; kind: string; timeZone: string; parent: string | null }

async function centreValues(scope: Scope, { name, kind, timeZone, parent }: CentreFacts) {
  const above = parent === null ? null : await findCentre(scope, parent)
  return { name, kind, time_zone: timeZone, parent_id: above?.id ?? null }
}

/** Makes a centre; null when another transaction made it first. */
export async function insertCentre(
  scope: Scope,
  centre: { slug: string; isDemo: boolean; at: Temporal.Instant } & CentreFacts,
): Promise<CentreRow | null> {
  const row = await scope
    .insertInto('centres')
    .values({
      slug: centre.slug,
      is_demo: centre.isDemo,
      created_at: centre.at,
      ...(await centreValues(scope, centre)),
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning(columns)
    .executeTakeFirst()
  return row ?? null
}

/** Puts an edition in force. */
export async function setEdition(
  scope: Scope,
  id: number,
  edition: number,
  facts: CentreFacts,
): Promise<void> {
  await scope
    .updateTable('centres')
    .set({ edition, ...(await centreValues(scope, facts)) })
    .where('id', '=', id)
    .execute()
}

export type EditionRow = { edition: number; sources: unknown; charter: unknown; digest: string }

export async function findEdition(
  scope: Scope,
  centreId: number,
  edition: number,
): Promise<EditionRow | null> {
  const row = await scope
    .selectFrom('charter_editions')
    .select(['edition', 'sources', 'charter', 'digest'])
    .where('centre_id', '=', centreId)
    .where('edition', '=', edition)
    .executeTakeFirst()
  return row ?? null
}

/** Editions of a centre, newest first, without their text. */
export function listEditions(scope: Scope, centreId: number) {
  return scope
    .selectFrom('charter_editions')
    .select(['edition', 'comment', 'applied_at', 'applied_by'])
    .where('centre_id', '=', centreId)
    .orderBy('edition', 'desc')
    .execute()
}

/** An edition to keep; `sources` and `charter` are JSON text. */
export type NewEdition = {
  centreId: number
  edition: number
  sources: string
  charter: string
  digest: string
  comment: string | null
  at: Temporal.Instant
  by: string
}

export async function insertEdition(scope: Scope, edition: NewEdition): Promise<void> {
  const { centreId, at, by, ...rest } = edition
  await scope
    .insertInto('charter_editions')
    .values({ centre_id: centreId, applied_at: at, applied_by: by, ...rest })
    .execute()
}

/** One entry of the installation's journal about a charter. */
export async function recordApplied(
  scope: Scope,
  entry: { id: string; at: Temporal.Instant; actor: string; data: string },
): Promise<void> {
  await scope
    .insertInto('installation_journal')
    .values({ ...entry, action: 'charter.applied' })
    .execute()
}
