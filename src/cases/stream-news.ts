import type { ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import type { CaseNews } from './contract-card.ts'
import type { NewsFeed, NewsPlace } from './news-feed.ts'

/** A stream that nobody pings is cut by proxies; milliseconds. */
const pingEvery = 20_000

/** What a stream needs to know of its reader. */
export interface NewsReader {
  centreId: number
  /** Id of the last entry that the reader has; null when they begin now. */
  since: string | null
  missed(since: string): Promise<CaseNews[]>
  /** News of a place as this reader may see them; a refusal (signed out, no place any more) ends the stream. */
  see(place: NewsPlace): Promise<CaseNews[]>
}

/** Keeps an answer open and writes the news of a centre into it until the reader goes. */
export async function streamNews(
  response: ServerResponse,
  feed: NewsFeed,
  reader: NewsReader,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  response.write('retry: 2000\n\n')
  // One after another: news must not overtake one another, nor what was missed.
  let turn: Promise<void> = Promise.resolve()
  const tell = (find: () => Promise<CaseNews[]>) => {
    turn = turn.then(find).then(
      (news) => {
        for (const one of news) response.write(`id: ${one.id}\ndata: ${JSON.stringify(one)}\n\n`)
      },
      () => void response.end(),
    )
  }
  const stop = feed.hear(
    reader.centreId,
    (place) => tell(() => reader.see(place)),
    () => void response.end(),
  )
  const { since } = reader
  if (since) tell(() => reader.missed(since))
  const ping = setInterval(() => response.write(': ping\n\n'), pingEvery)
  // A reader may be gone before we come to listen for it; that a stream is cut off is its ordinary end.
  await finished(response).catch(() => {})
  clearInterval(ping)
  stop()
}
