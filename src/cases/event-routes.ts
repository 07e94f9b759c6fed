import { leastEntryId } from '../audit/index.ts'
import type { CentreDoor } from './centre-door.ts'
import type { Serve } from '../platform/http/serve.ts'
import * as routes from './contract.ts'
import type { NewsFeed } from './news-feed.ts'
import { newsOf, newsSince } from './news-since.ts'
import { streamNews } from './stream-news.ts'

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/**
 * Serves the stream of news. A stream outlives any transaction, so it takes no desk but a door: each time something
 * happens the reader comes to the desk anew, and one who was signed out or lost their place hears no more.
 */
export function eventRoutes(serve: Serve, feed: NewsFeed, door: CentreDoor): void {
  serve(routes.caseEvents, async ({ params, query, request, reply }) => {
    const centreId = await door(request, params.centre, (desk) => Promise.resolve(desk.centre.id))
    const given = request.headers['last-event-id'] ?? query.since
    const since = typeof given === 'string' && uuid.test(given) ? given : null
    reply.hijack()
    await streamNews(reply.raw, feed, {
      centreId,
      since,
      missed: (from) => door(request, params.centre, (desk) => newsSince(desk, from)),
      see: ({ journalId, caseId }) =>
        caseId === null
          ? door(request, params.centre, (desk) => Promise.resolve([manyNews(desk.now, journalId)]))
          : door(request, params.centre, (desk) => newsOf(desk, journalId)),
    })
    return reply
  })
}

function manyNews(now: Temporal.Instant, journalId: string) {
  return { id: journalId || leastEntryId(now), kind: 'many', rev: 0, caseId: null }
}
