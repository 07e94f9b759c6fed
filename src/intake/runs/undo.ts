import { record } from '../../audit/index.ts'
import { removeImported } from '../../cases/index.ts'
import type { Desk } from '../../people/index.ts'
import { refuse } from '../../platform/refusal.ts'
import { removeCalls } from '../calls/call-store.ts'
import { removeRejects, updateRun } from './run-store.ts'
import { holdRun } from './start.ts'

const shown = 20

/**
 * Takes a finished import back whole: the cases and submissions that it made go in one transaction. Refuses when anybody did
 * anything to one of them, naming which. What it updated in older cases stays: the source said so.
 */
export async function undoImport(desk: Desk, id: string): Promise<void> {
  const run = await holdRun(desk, id)
  if (run.state === 'running')
    refuse('conflict', 'still-running', 'Загрузка ещё идёт: остановите её, потом отмените.')
  if (run.state === 'uploaded' || run.state === 'undone')
    refuse('conflict', 'nothing-to-undo', 'Отменять нечего: эта загрузка ничего не внесла.')
  const { touched, cases, repeats } = await removeImported(desk, id)
  if (touched.length > 0) {
    const numbers = touched.slice(0, 5).map(({ number }) => number)
    const more = touched.length > numbers.length ? ` и ещё ${touched.length - numbers.length}` : ''
    refuse(
      'conflict',
      'cases-touched',
      `Отменить загрузку нельзя: с её делами уже работали (${numbers.join(', ')}${more}). Закройте лишние дела по одному.`,
      { total: touched.length, cases: touched.slice(0, shown) },
    )
  }
  const { scope, centre, now } = desk
  await removeRejects(scope, centre.id, id)
  const calls = await removeCalls(scope, centre.id, id)
  await updateRun(scope, centre.id, id, { state: 'undone', finished_at: now, wrapped_key: null })
  await record(desk, {
    action: 'import-undone',
    data: { runId: id, source: run.source, cases, repeats, calls },
  })
}
