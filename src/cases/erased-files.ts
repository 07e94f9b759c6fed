import type { Desk } from '../people/index.ts'
import type { FileStore } from '../platform/files/store.ts'

/**
 * Takes away the files of erased submissions. Their bytes are sealed under keys that the same transaction destroys, so a
 * rollback after this leaves a missing file and a commit without it leaves bytes that nobody can read.
 */
export async function removeFilesOf(
  { scope, centre }: Desk,
  files: FileStore,
  submissionIds: readonly string[],
): Promise<void> {
  const rows = await scope
    .deleteFrom('attachments')
    .where('centre_id', '=', centre.id)
    .where('submission_id', 'in', [...submissionIds])
    .returning('id')
    .execute()
  for (const { id } of rows) await files.remove({ centreId: centre.id, id })
}
