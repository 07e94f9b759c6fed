import { sql } from 'kysely'
import type { Scope } from '../platform/db/centre-scope.ts'

const listed = [
  'id',
  'title',
  'attribution',
  'features',
  'south',
  'west',
  'north',
  'east',
  'added_by',
  'added_at',
] as const

/** Layers of a centre without their features, in the order in which they were added. */
export function listLayers(scope: Scope, centreId: number) {
  return scope
    .selectFrom('base_map_layers')
    .select(listed)
    .select(sql<number>`length(body)`.as('size'))
    .where('centre_id', '=', centreId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}
export type LayerRow = Awaited<ReturnType<typeof listLayers>>[number]

/** A layer's packed GeoJSON with its digest; undefined where there is none. */
export function findBody(scope: Scope, centreId: number, id: string) {
  return scope
    .selectFrom('base_map_layers')
    .select(['body', 'digest'])
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The digest alone: for a browser that has the layer already. */
export function findDigest(scope: Scope, centreId: number, id: string) {
  return scope
    .selectFrom('base_map_layers')
    .select('digest')
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The digest of the layer of this title; undefined where there is none. */
export function findDigestOfTitle(scope: Scope, centreId: number, title: string) {
  return scope
    .selectFrom('base_map_layers')
    .select('digest')
    .where('centre_id', '=', centreId)
    .where('title', '=', title)
    .executeTakeFirst()
}

/** Adds a layer in the place of the one of the same title. */
export async function putLayer(
  scope: Scope,
  row: Omit<LayerRow, 'size'> & { centre_id: number; body: Buffer; digest: string },
): Promise<void> {
  await scope
    .deleteFrom('base_map_layers')
    .where('centre_id', '=', row.centre_id)
    .where('title', '=', row.title)
    .execute()
  await scope.insertInto('base_map_layers').values(row).execute()
}

/** Removes a layer; gives its title, or undefined where there was none. */
export function deleteLayer(scope: Scope, centreId: number, id: string) {
  return scope
    .deleteFrom('base_map_layers')
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .returning('title')
    .executeTakeFirst()
}
