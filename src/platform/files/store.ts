import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { seal, unseal } from '../vault.ts'

/** Sealed files under OTKLIK_HOME/files: one folder a centre, named by an id; a file is whole or absent. */
export interface FileStore {
  put(
    place: { centreId: number; id: string },
    key: Uint8Array,
    bytes: Uint8Array,
  ): Promise<{ digest: Buffer }>
  get(place: { centreId: number; id: string }, key: Uint8Array): Promise<Buffer>
  remove(place: { centreId: number; id: string }): Promise<void>
}

/** Opens the store in a folder; bytes are sealed before they touch the disk and synced before `put` returns. */
export function openFileStore(folder: string): FileStore {
  const pathOf = (place: { centreId: number; id: string }) =>
    join(folder, String(place.centreId), place.id.slice(0, 2), place.id)
  const context = (place: { centreId: number; id: string }) => `file/${place.centreId}/${place.id}`
  return {
    async put(place, key, bytes) {
      const path = pathOf(place)
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
      const handle = await open(`${path}.part`, 'w', 0o600)
      try {
        await handle.writeFile(seal(key, bytes, context(place)))
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(`${path}.part`, path)
      return { digest: createHash('sha256').update(bytes).digest() }
    },
    get: async (place, key) => unseal(key, await readFile(pathOf(place)), context(place)),
    remove: (place) => rm(pathOf(place), { force: true }),
  }
}
