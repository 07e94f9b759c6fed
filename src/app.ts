import { fileURLToPath } from 'node:url'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { auditRoutes, record } from './audit/index.ts'
import { baseMapRoutes, type OutsideTiles } from './basemap/index.ts'
import {
  casesOfResidents,
  caseRoutes,
  countCharterUsage,
  eventRoutes,
  keepRepeats,
  numbersOf,
  openNewsFeed,
} from './cases/index.ts'
import { type CentreInForce, centreSlugs, charterRoutes, loadCentre } from './charter/index.ts'
import {
  caseSorting,
  handleImports,
  importRoutes,
  resumeImports,
  runImportJob,
  watchInboxes,
} from './intake/index.ts'
import { insightRoutes } from './insight/index.ts'
import {
  handleLearning,
  learnFromCorrections,
  learnJob,
  resumeLearning,
  sorterRoutes,
  withLiveModel,
} from './sorter/index.ts'
import {
  accountRoutes,
  atDesk,
  createServeAtDesk,
  guardRequests,
  mustBeSignedIn,
  peopleRoutes,
  sessionRoutes,
  stillSignedIn,
} from './people/index.ts'
import type { Clock } from './platform/clock.ts'
import { renderDocument } from './platform/documents/index.ts'
import { openFileStore } from './platform/files/store.ts'
import { serveHealth } from './platform/http/health.ts'
import type { AnyRoute } from './platform/http/route.ts'
import { createServe } from './platform/http/serve.ts'
import { createServer } from './platform/http/server.ts'
import { serveWeb } from './platform/http/static.ts'
import type { Installation } from './platform/installation.ts'
import { createJobs } from './platform/jobs/index.ts'
import { handleReports, reportJobs, reportRoutes, resumeReports, startAutoDrafts } from './reports/index.ts'
import { residentRoutes } from './residents/index.ts'

/** Largest file that may be uploaded, bytes. */
const uploadLimit = 200 * 1024 * 1024

/** The running application: its server (not yet listening), its routes, and how to end it. */
export interface App {
  server: FastifyInstance
  routes: readonly AnyRoute[]
  close(): Promise<void>
}

/** Joins every module into one server: routes, jobs, events. The only file that knows them all. */
export async function createApp(
  installation: Installation,
  given: {
    log: FastifyBaseLogger
    clock: Clock
    isLoopback: boolean
    secure: boolean
    trustProxy?: boolean
    tiles?: OutsideTiles | null
    /** Centres whose folder for imports is watched. */
    inbox?: readonly string[]
  },
): Promise<App> {
  const { db, vault, appUrl, home } = installation
  const { log, clock, tiles = null } = given
  const tell = (error: unknown, where: string) => log.error({ err: error, where }, 'background work failed')
  const server = await createServer({
    log,
    secure: given.secure,
    uploadLimit,
    trustProxy: given.trustProxy ?? false,
    imageOrigins: tiles ? [new URL(tiles.url).origin] : [],
  })
  guardRequests(server, { db, clock, secure: given.secure })

  const routes: AnyRoute[] = []
  const serve = createServe(server, routes)
  const findCentre = async (slugOrId: string | number, read?: CentreInForce) =>
    withLiveModel(db, await loadCentre(db, slugOrId, read))
  const serveAtDesk = createServeAtDesk(serve, { db, clock, vault, loadCentre: findCentre })
  const files = openFileStore(`${home}/files`)
  const people = { db, clock, vault, loadCentre: findCentre, isLoopback: given.isLoopback }

  const jobs = createJobs({ url: appUrl, declared: [runImportJob, ...reportJobs, learnJob], onError: tell })
  const feed = await openNewsFeed(appUrl, (error) => tell(error, 'news'))

  sessionRoutes(serve, people)
  peopleRoutes(serveAtDesk)
  accountRoutes(serve, people)
  auditRoutes(serve, serveAtDesk, { db, numbersOf })
  charterRoutes(serve, serveAtDesk, {
    db,
    clock,
    usage: countCharterUsage,
    signedIn: ({ request }) => mustBeSignedIn(request).account.login,
    applied: async (desk, data) => void (await record(desk, { action: 'charter-edition', data })),
  })
  residentRoutes(serveAtDesk, casesOfResidents(files))
  caseRoutes(serveAtDesk, {
    sorting: caseSorting,
    files,
    topicCorrected: (desk) => learnFromCorrections(desk, jobs.enqueue),
  })
  sorterRoutes(serveAtDesk, { enqueue: jobs.enqueue })
  insightRoutes(serveAtDesk, { sorting: caseSorting })
  baseMapRoutes(serve, serveAtDesk, { db, vault, clock, loadCentre: findCentre, home, tiles })
  eventRoutes(serve, feed, async (request, centreSlug, work) => {
    const now = clock()
    const signedIn = await stillSignedIn(db, mustBeSignedIn(request), now)
    return atDesk(db, { centreSlug, signedIn, now, vault, loadCentre: findCentre }, work)
  })

  const imports = { db, vault, files, clock, loadCentre: findCentre }
  importRoutes(serve, serveAtDesk, { ...imports, enqueue: jobs.enqueue })
  handleImports(jobs, imports)
  const reports = { ...imports, sorting: caseSorting, render: renderDocument }
  reportRoutes(serve, serveAtDesk, { ...reports, enqueue: jobs.enqueue })
  handleReports(jobs, reports)
  const stopping = new AbortController()
  handleLearning(jobs, { db, vault, clock, loadCentre: findCentre, signal: stopping.signal })

  serveHealth(server, { db })
  await serveWeb(server, fileURLToPath(new URL('../web/dist', import.meta.url)))
  await jobs.start()
  await resumeImports(db, jobs.enqueue)
  const repeats = keepRepeats(
    { db, vault, clock, loadCentre: findCentre, progress: (line) => log.info(line) },
    (error) => tell(error, 'repeats'),
  )
  await resumeReports({ db }, jobs.enqueue)
  const autoDrafts = startAutoDrafts(reports, jobs.enqueue, (error) => tell(error, 'reports'))
  await resumeLearning(db, jobs.enqueue)
  const inboxes = watchInboxes(
    { ...imports, enqueue: jobs.enqueue },
    { home, slugs: given.inbox ?? [], everyCentre: () => centreSlugs(db), onError: tell },
  )
  return {
    server,
    routes,
    async close() {
      await repeats.stop()
      await autoDrafts.stop()
      stopping.abort()
      await inboxes.stop()
      await feed.close()
      await server.close()
      await jobs.stop()
    },
  }
}
