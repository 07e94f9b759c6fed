import pg from 'pg'
import { newsChannel } from './news.ts'

/** Where something happened: ids only; `caseId` is null for a batch. */
export interface NewsPlace {
  centreId: number
  journalId: string
  caseId: string | null
}

/** Listens to what commands announce, on one connection for the whole process, and passes it on by centre. */
export interface NewsFeed {
  /** Hears the news of a centre until the returned function is called; `ended` is called when the feed closes. */
  hear(centreId: number, listener: (news: NewsPlace) => void, ended?: () => void): () => void
  /** Ends every stream, so that a stopping server waits for none. */
  close(): Promise<void>
}

/** A lost connection is tried again after this long; listeners are told that something may have been missed. */
const retryMs = 2000

/** Opens the feed; `onError` is told of lost connections, which it mends itself. */
export async function openNewsFeed(
  url: string,
  onError: (error: Error) => void = () => {},
): Promise<NewsFeed> {
  const listeners = new Map<number, Set<(news: NewsPlace) => void>>()
  const endings = new Set<() => void>()
  let closed = false
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | undefined

  function pass(news: NewsPlace): void {
    for (const listener of listeners.get(news.centreId) ?? []) listener(news)
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, application_name: 'otklik-news' })
    fresh.on('error', lost)
    fresh.on('end', () => {
      if (client === fresh) lost(new Error('the connection of news ended'))
    })
    fresh.on('notification', ({ payload }) => {
      const [centreId, journalId, caseId] = JSON.parse(payload ?? '[]') as [number, string, string | null]
      pass({ centreId, journalId, caseId })
    })
    await fresh.connect()
    await fresh.query(`listen ${newsChannel}`)
    client = fresh
  }

  function lost(error: Error): void {
    if (closed || retry) return
    onError(error)
    client = null
    retry = setTimeout(() => {
      retry = undefined
      connect().then(
        () => {
          for (const centreId of listeners.keys()) pass({ centreId, journalId: '', caseId: null })
        },
        (reason: unknown) => lost(reason instanceof Error ? reason : new Error(String(reason))),
      )
    }, retryMs)
  }

  await connect()
  return {
    hear(centreId, listener, ended = () => {}) {
      const some = listeners.get(centreId) ?? new Set()
      listeners.set(centreId, some.add(listener))
      if (closed) ended()
      else endings.add(ended)
      return () => {
        endings.delete(ended)
        some.delete(listener)
        if (some.size === 0) listeners.delete(centreId)
      }
    },
    async close() {
      closed = true
      clearTimeout(retry)
      for (const end of endings) end()
      await client?.end()
    },
  }
}
