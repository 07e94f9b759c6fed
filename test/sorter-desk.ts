import { applyCharter, type Centre, loadCentre } from '../src/charter/index.ts'
import { caseSorting } from '../src/intake/index.ts'
import { atDeskOf, type Desk, systemActor } from '../src/people/index.ts'
import { type Database, inCentre } from '../src/platform/db/centre-scope.ts'
import { askTraining } from '../src/sorter/ask-training.ts'
import { type SorterContext, withLiveModel } from '../src/sorter/index.ts'
import { readSorter } from '../src/sorter/read-sorter.ts'
import { runTraining } from '../src/sorter/run-training.ts'
import { aVault } from './builders.ts'
import { labelledHistory } from './labelled-history.ts'
import { exampleFiles } from './running-app.ts'

/** When histories of tests begin, and the moment after them at which tests of the sorter stand. */
export const spring = Temporal.Instant.from('2026-03-02T06:00:00Z')
export const autumn = Temporal.Instant.from('2026-11-20T09:00:00Z')

/** A centre with the example's charter, whose `learning` may say otherwise, and what tests of its sorter do. */
export async function sorterDesk(db: Database, slug: string, learning: Record<string, unknown> = {}) {
  const files = exampleFiles()
  const told = JSON.stringify({ leastCases: 120, precision: 0.9, ...learning })
  const work = files['work.yaml']!.replace('  autoLead: 2\n', `  autoLead: 2\n  learning: ${told}\n`)
  await applyCharter(db, {
    slug,
    files: { ...files, 'work.yaml': work },
    actor: 'проверка',
    now: spring,
    isDemo: true,
  })
  const centre = async (): Promise<Centre> => withLiveModel(db, await loadCentre(db, slug))
  let passed = 0
  // A second passes between two acts.
  const clock = () => autumn.add({ seconds: (passed += 1) })
  const context = (signal = new AbortController().signal): SorterContext => ({
    db,
    vault: aVault,
    clock,
    loadCentre: async (id) => withLiveModel(db, await loadCentre(db, id)),
    signal,
  })
  const at = async <T>(act: (desk: Desk) => Promise<T>): Promise<T> =>
    atDeskOf(
      db,
      {
        centre: await centre(),
        actor: systemActor('Вера Проверочная'),
        now: clock(),
        vault: aVault,
      },
      act,
    )
  const asked: { trainingId: string; after: Temporal.Instant | undefined }[] = []
  const enqueue = async (
    _scope: unknown,
    _kind: unknown,
    payload: unknown,
    when?: { after: Temporal.Instant },
  ) => void asked.push({ trainingId: (payload as { trainingId: string }).trainingId, after: when?.after })
  return {
    centre,
    context,
    at,
    asked,
    enqueue: enqueue as Parameters<typeof askTraining>[1],
    history: async (
      given: Omit<Parameters<typeof labelledHistory>[1], 'since'> & { since?: Temporal.Instant },
    ) => labelledHistory({ db, centre: await centre(), vault: aVault }, { since: spring, ...given }),
    /** Has it learn, from asking to the end, and tells the screen after it. */
    async learn() {
      await at((desk) => askTraining(desk, enqueue as Parameters<typeof askTraining>[1]))
      const { id } = await centre()
      await runTraining(context(), { centreId: id, trainingId: asked.at(-1)!.trainingId })
      return at((desk) => readSorter(desk))
    },
    state: () => at((desk) => readSorter(desk)),
    /** What the centre's sorter proposes for a text now. */
    async sort(text: string) {
      const sorted = caseSorting.sort(await centre(), text, { channel: 'phone' })
      const [best] = sorted.data.topics
      return {
        by: sorted.sorter,
        decided: sorted.decided,
        group: best?.group ?? null,
        topic: best?.topic ?? null,
      }
    },
    journal: async () =>
      inCentre(db, (await centre()).id, async (scope) =>
        scope
          .selectFrom('journal')
          .select(['action', 'actor', 'data', 'reason'])
          .where('action', 'like', 'sorter-%')
          .orderBy('id')
          .execute(),
      ),
  }
}
