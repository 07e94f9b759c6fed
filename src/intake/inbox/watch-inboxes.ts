import type { Enqueue } from '../../platform/jobs/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ImportContext } from '../runs/context.ts'
import { expireUploads, keptUntil } from '../runs/expire-uploads.ts'
import { openInbox } from './folder.ts'
import { lookIntoFolder, type Memory } from './take-files.ts'

/** Between two looks, and how long a file must have stayed the same, milliseconds. */
const usualPace = { every: 5_000, settled: 10_000 }
/** Between two looks for what has passed its term, milliseconds. */
const expiryEvery = 3_600_000

export type Inboxes = { stop: () => Promise<void> }

/**
 * Watches the folders of the named centres (`OTKLIK_HOME/inbox/<centre>`) until stopped; none is watched that is not named. Once an
 * hour, in every centre, ends uploads that nobody started within the charter's term, and removes old files of the folders.
 */
export function watchInboxes(
  context: ImportContext & { enqueue: Enqueue },
  given: {
    home: string
    slugs: readonly string[]
    /** Every centre of the installation. */
    everyCentre: () => Promise<readonly string[]>
    onError: (error: unknown, where: string) => void
    pace?: { every: number; settled: number }
  },
): Inboxes {
  const { every, settled } = given.pace ?? usualPace
  const memories = new Map<string, Memory>(given.slugs.map((slug) => [slug, new Map()]))
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let expiredAt = -Infinity

  const look = async (slug: string, memory: Memory) => {
    const centre = await context.loadCentre(slug)
    const onError = (error: unknown) => given.onError(error, `inbox ${slug}`)
    const inbox = openInbox(given.home, slug)
    await lookIntoFolder({ context, centre, inbox, memory, at: performance.now(), settled, onError })
  }
  const expire = async (slug: string) => {
    const centre = await context.loadCentre(slug)
    await expireUploads(context, centre)
    const until = keptUntil(centre, context.clock())
    if (until === null || !memories.has(slug)) return
    for (const place of ['done', 'failed'] as const)
      await openInbox(given.home, slug).removeOlder(place, until)
  }
  const tick = async () => {
    for (const [slug, memory] of memories) {
      if (stopped) return
      await look(slug, memory).catch((error: unknown) => given.onError(error, `inbox ${slug}`))
    }
    if (performance.now() - expiredAt < expiryEvery) return
    expiredAt = performance.now()
    for (const slug of await given.everyCentre()) {
      if (stopped) return
      await expire(slug).catch((error: unknown) => {
        // A centre without a charter in force has nothing that could pass its term.
        if (!(error instanceof Refusal)) given.onError(error, `uploads of ${slug}`)
      })
    }
  }
  const schedule = () => {
    if (stopped) return
    timer = setTimeout(() => {
      running = tick()
        .catch((error: unknown) => given.onError(error, 'inbox'))
        .finally(schedule)
    }, every)
    timer.unref()
  }
  schedule()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
