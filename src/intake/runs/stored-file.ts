import { refuse } from '../../platform/refusal.ts'
import type { ImportContext } from './context.ts'
import type { RunRow } from './run-store.ts'

/** The uploaded file of a run that has not ended; it lies sealed under a key of its own. */
export async function readStoredFile(
  { files, vault }: ImportContext,
  run: Pick<RunRow, 'centre_id' | 'id' | 'wrapped_key'>,
): Promise<Buffer> {
  const gone = () =>
    refuse('conflict', 'file-gone', 'Копии файла уже нет: загрузите его заново, взятые строки не повторятся.')
  if (!run.wrapped_key) return gone()
  try {
    return await files.get({ centreId: run.centre_id, id: run.id }, vault.unwrap(run.wrapped_key))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return gone()
    throw error
  }
}
