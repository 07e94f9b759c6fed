import type { ServeAtDesk } from '../people/index.ts'
import type { Enqueue } from '../platform/jobs/index.ts'
import { askTraining } from './ask-training.ts'
import { askTrainingRoute, goBackRoute, goLiveRoute, readSorterRoute } from './contract.ts'
import { goBack, goLive } from './go-live.ts'
import { readSorter } from './read-sorter.ts'

/** Serves the screen of sorting: what works, learning, going live and back. */
export function sorterRoutes(serveAtDesk: ServeAtDesk, { enqueue }: { enqueue: Enqueue }): void {
  serveAtDesk(readSorterRoute, (desk) => readSorter(desk))
  serveAtDesk(askTrainingRoute, async (desk) => {
    await askTraining(desk, enqueue)
    return readSorter(desk)
  })
  serveAtDesk(goLiveRoute, async (desk, { params }) => {
    await goLive(desk, params.id)
    return readSorter(desk)
  })
  serveAtDesk(goBackRoute, async (desk, { body }) => {
    await goBack(desk, body.to)
    return readSorter(desk)
  })
}
