import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desk } from '../people/index.ts'
import { addLayer, prepareLayer } from './add-layer.ts'
import { findDigestOfTitle, listLayers } from './store.ts'

/** What a charter's folder may hold beside its YAML: the centre's own map. */
const fileName = 'map.geojson'
const title = 'Карта из папки устава'

/** Puts the map of a charter's folder under the centre's map, in the place of the former one; false where there is none or it lies there already. */
export async function addFolderMap(desk: Desk, folder: string): Promise<boolean> {
  const bytes = await readFile(join(folder, fileName)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (bytes === null) return false
  const prepared = await prepareLayer(desk.centre, { bytes, title, municipality: null, attribution: null })
  const known = await findDigestOfTitle(desk.scope, desk.centre.id, title)
  if (known?.digest === prepared.digest) return false
  await addLayer(desk, prepared)
  return true
}

/** True where something lies under the centre's map already. */
export async function hasLayers({ scope, centre }: Pick<Desk, 'scope' | 'centre'>): Promise<boolean> {
  return (await listLayers(scope, centre.id)).length > 0
}
